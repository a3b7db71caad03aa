using System.Text.RegularExpressions;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies;

/// <summary>What the customer waits to hear about: what is looked for among articles and tickets, and what a reply must answer.</summary>
/// <param name="Subject">The subject line, which often names the matter; empty once the ticket was reopened with another.</param>
/// <param name="Focus">The sentences that ask or complain, in what was not answered yet.</param>
/// <param name="Context">The subject and all the customer wrote in the part of the thread still going on.</param>
internal sealed partial record Concern(string Subject, IReadOnlyList<string> Focus, string Context)
{
    private const int ShortMessage = 400;     // characters; in so few words everything belongs to the matter
    private const int LongestContext = 4000;   // characters; beyond that tickets carry logs, which drown the words

    /// <summary>Whether the customer's last words only say that all is well.</summary>
    public bool IsSettled { get; private init; }

    /// <summary>The terms of the subject and of what is asked.</summary>
    public IReadOnlySet<string> Asked { get; } = Terms.Of(Addresses().Replace(string.Join('\n', [Subject, .. Focus]), " "));

    /// <summary>What a passage must take up: all of a short message, of a longer one what asks or complains, with the subject.</summary>
    public string Matter { get; private init; } = "";

    /// <summary>Whether there are any words to go by.</summary>
    public bool IsEmpty => Focus.Count == 0 && Context.Length == 0;

    public static Concern Of(TicketThread thread)
    {
        var unanswered = thread.Unanswered;
        var waiting = unanswered.Count > 0 ? unanswered : thread.ByCustomer;
        var said = waiting.SelectMany(turn => Spoken.In(turn.Text)).ToList();
        var asking = said.Where(sentence => Asking.IsQuestion(sentence) || Asking.IsComplaint(sentence) || Asking.IsRequest(sentence)).ToList();

        var context = string.Join('\n', thread.ByCustomer.SelectMany(turn => Spoken.In(turn.Text)).Prepend(thread.Ticket.Subject)).Trim();
        var subject = thread.IsOther ? "" : thread.Ticket.Subject;
        return new Concern(subject, asking.Count > 0 ? asking : said, context.Length <= LongestContext ? context : context[..LongestContext])
        {
            Matter = Addresses().Replace(string.Join('\n', said.Sum(sentence => sentence.Length) <= ShortMessage ? [subject, .. said] : [subject, .. asking.Count > 0 ? asking : said]), " "),
            IsSettled = thread.Conversation.Count > 1 && unanswered.Count > 0 && Courtesies.SoundsSettled(unanswered[^1].Text),
        };
    }

    // The pieces of an address are rare words and tell nothing of the matter.
    [GeneratedRegex(@"\S+@\S+|\bhttps?://\S+|\bwww\.\S+")]
    private static partial Regex Addresses();

    /// <summary>What to search with: the whole context, with what is asked said twice, so that it weighs more.</summary>
    public string SearchText => string.Join('\n', [.. Focus, Context]);
}
