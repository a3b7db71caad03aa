using System.Text.RegularExpressions;
using SupportCopilot.Access.Languages;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Summaries;

/// <summary>
/// What the desk did: from each of its messages the sentence that reports an action, or else the most central one.
/// Internal notes are included, since the summary is for agents alone; they are marked, so that nobody quotes them.
/// </summary>
internal static partial class DeskActions
{
    private const int MostActions = 4;
    private const int MostTried = 2;
    private const int LongestAction = 220;
    private const double ForAction = 2.5;    // an action outweighs centrality: «I refunded it» says more than what was explained
    private const double AlreadySaid = 0.75;

    /// <returns>At most <see cref="MostActions"/> lines, oldest first; the newest are kept.</returns>
    public static IReadOnlyList<string> Of(TicketThread thread, TermWeights weights, AgentWords say) => Of(thread.Current, weights, say);

    /// <summary>The same from internal notes alone, for a summary whose other lines a model wrote.</summary>
    public static IReadOnlyList<string> InNotes(TicketThread thread, TermWeights weights, AgentWords say) => Of(thread.Current.Where(turn => !turn.IsPublic), weights, say);

    /// <summary>What the customer says they have tried themselves.</summary>
    public static IReadOnlyList<string> Tried(TicketThread thread, AgentWords say) =>
    [
        .. thread.ByCustomer.SelectMany(turn => Spoken.In(turn.Text)).Where(Asides.TellsATry).Distinct(StringComparer.OrdinalIgnoreCase).TakeLast(MostTried)
            .Select(sentence => say[$"Tried by the customer: {Clip.To(sentence, LongestAction)}"]),
    ];

    private static IReadOnlyList<string> Of(IEnumerable<Turn> turns, TermWeights weights, AgentWords say)
    {
        var done = new List<(string Text, bool IsPublic)>();
        foreach (var turn in turns.Where(turn => turn.By is AuthorKind.Agent))
        {
            if (Telling(turn, weights) is not { } sentence) continue;
            done.RemoveAll(earlier => weights.Share(Terms.Of(earlier.Text), Terms.Of(sentence)) > AlreadySaid);
            done.Add((sentence, turn.IsPublic));
        }
        return [.. done.TakeLast(MostActions).Select(line => line.IsPublic ? line.Text : say[$"Internal note: {line.Text}"])];
    }

    private static string? Telling(Turn turn, TermWeights weights)
    {
        var sentences = Spoken.In(turn.Text).Where(sentence => !Asking.IsQuestion(sentence) && !Apology().IsMatch(sentence) && (!turn.IsPublic || Action().IsMatch(sentence) || (!Opening().IsMatch(sentence) && Resolution.Core(sentence).Length > 0))).Select(Source).ToList();
        if (sentences.Count == 0) return null;
        var ranks = SentenceRanks.Of(sentences, weights);
        var best = Enumerable.Range(0, sentences.Count).MaxBy(i => ranks[i] + (Action().IsMatch(sentences[i]) ? ForAction : 0));
        return Clip.To(sentences[best], LongestAction);
    }

    /// <summary>«According to the manual, turn it off» tells nothing by its first words.</summary>
    private static string Source(string sentence)
    {
        var rest = Hearsay().Replace(sentence, "");
        return rest.Length > 0 ? char.ToUpperInvariant(rest[0]) + rest[1..] : sentence;
    }

    [GeneratedRegex(@"\b(?:(?:i|we)(?:'ve| have| had)? (?:already |now |just |also )?(?:refunded|credited|reset|re-?issued|issued|sent|shipped|replaced|cancel+ed|escalated|forwarded|opened|created|raised|updated|upgraded|changed|fixed|restored|unlocked|enabled|disabled|removed|added|merged|deleted|contacted|called|checked|reproduced|investigated|confirmed|arranged|ordered|extended|applied|moved|corrected|restarted|processed|assigned|scheduled|deployed|rolled back|passed)|(?:has|have) been (?:\w+ ){0,1}(?:\w+ed|sent|reset|put|paid)|(?:i|we)(?:'ll| will| am going to|'re going to) |refund(?:ed)? (?:issued|processed)|escalated to|(?:habe|haben|wurde|wurden) .{2,60}(?:t|en)\b|nous avons|j'ai|hemos|he (?:enviado|cancelado|reembolsado))", RegexOptions.IgnoreCase)]
    private static partial Regex Action();

    /// <summary>What an agent says on the way to it.</summary>
    [GeneratedRegex(@"^(?:before (?:i|we) (?:can )?|(?:i|we)(?:'d| would)? like to (?:check|look|help)|to (?:find out|check|help)\b.{0,40}:|let me know|could you help me|a short question|thank(?:s| you)[^.]{0,40}$|happy to help|just a quick)", RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    /// <summary>«I am sorry for the wait.» tells nothing that was done.</summary>
    [GeneratedRegex(@"^(?:(?:i|we)(?:'m| am|'re| are) (?:very |so |truly )?sorry (?:for|about|that|to)|(?:i|we) apologi[sz]e|(?:my |our )?apologies|es tut (?:mir|uns) leid|(?:je suis|nous sommes) désolé|(?:lo siento|lamentamos))[^.!,;]{0,80}[.!]?$", RegexOptions.IgnoreCase)]
    private static partial Regex Apology();

    [GeneratedRegex(@"^(?:according to|based on|per|as per|upon reviewing|as stated in|as mentioned in) (?:the|our|your) [^,]{3,40}, (?:i found the following information[^:]*: )?", RegexOptions.IgnoreCase)]
    private static partial Regex Hearsay();
}
