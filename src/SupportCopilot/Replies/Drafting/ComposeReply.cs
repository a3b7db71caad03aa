using System.Globalization;
using System.Text.RegularExpressions;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Drafting;

/// <summary>Sets passages into a letter to the customer: greeting, the passages with their numbers, closing, and the name of the agent who has the ticket.</summary>
internal static partial class ComposeReply
{
    public static (string Text, IReadOnlyList<Citation> Citations) Of(TicketThread thread, Concern concern, IReadOnlyList<Quotation> quotations, string? language, string? ask = null)
    {
        var phrases = thread.Voice.In(language);
        var citations = quotations.Select(Cite).ToList();
        string[] parts =
        [
            Greeting(thread.Requester, phrases),
            Thanks(thread, concern, phrases),
            .. citations.Select(citation => $"{Readable(citation.Quote)} [{citation.Number}]"),
            .. ask is null ? [] : new[] { ask },
            phrases.Closing,
            Signed(thread, phrases),
        ];
        return (Letter(parts), citations);
    }

    /// <summary>Paragraphs to a letter; those that the brand's tone leaves empty are none.</summary>
    internal static string Letter(params string[] parts) => string.Join("\n\n", parts.Where(part => part.Length > 0));

    /// <summary>Thanks for writing, and an apology where something went wrong.</summary>
    internal static string Thanks(TicketThread thread, Concern concern, ReplyPhrases phrases) =>
        thread.Ticket.Effective.Sentiment == "negative" || concern.Focus.Any(Asking.IsComplaint) ? $"{phrases.Thanks} {phrases.Sorry}".Trim() : phrases.Thanks;

    private static Citation Cite(Quotation quotation, int place)
    {
        var article = quotation.Article;
        return new Citation(place + 1, article.Id, article.Title, article.Url, article.Segment, quotation.Words);
    }

    internal static string Greeting(string? requester, ReplyPhrases phrases)
    {
        if (phrases.OwnGreeting is { } own && !own.Contains("{name}", StringComparison.Ordinal)) return own;
        if (FirstName(requester) is not { } name) return phrases.Hello;
        return phrases.OwnGreeting?.Replace("{name}", name, StringComparison.Ordinal) ?? string.Format(CultureInfo.InvariantCulture, phrases.HelloName, name);
    }

    /// <summary>The last words, with the name of the agent who has the ticket where the desk shows a person's name.</summary>
    internal static string Signed(TicketThread thread, ReplyPhrases phrases) => Signed(thread.Assignee, phrases);

    internal static string Signed(string? name, ReplyPhrases phrases)
    {
        var agent = FirstName(name) is null ? null : name!.Trim();
        if (phrases.OwnSignature is not { } own) return agent is null ? phrases.Regards : $"{phrases.Regards}\n{agent}";
        return agent is not null ? own.Replace("{agent}", agent, StringComparison.Ordinal)
            : string.Join('\n', own.Split('\n').Where(line => !line.Contains("{agent}", StringComparison.Ordinal)));
    }

    /// <summary>The first name where the desk shows a person's name; null for a mail address, a number, or a company's name in capitals.</summary>
    internal static string? FirstName(string? name)
    {
        var first = name?.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault();
        if (first is null || name!.Contains('@') || name.Any(char.IsAsciiDigit) || name.Contains(',')) return null;
        return first.Length > 1 && char.IsUpper(first[0]) && first.Skip(1).Any(char.IsLower) && first.All(c => char.IsLetter(c) || c is '-' or '\'' or '’') ? first : null;
    }

    /// <summary>The passage without empty lines and marks of emphasis, and without numbers in brackets, which would pass for citations.</summary>
    internal static string Readable(string quote) =>
        string.Join('\n', ForeignNumbers().Replace(quote, "").Replace("**", "", StringComparison.Ordinal).Split('\n').Select(line => line.TrimEnd()).Where(line => line.Length > 0));

    [GeneratedRegex(@"\s?\[\d+\]")]
    private static partial Regex ForeignNumbers();
}
