using System.Text.RegularExpressions;
using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Missing;

/// <summary>Tells what a desk's words ask the customer for: what is named in a sentence that asks, and nothing of its words.</summary>
internal static partial class AskedFacts
{
    /// <summary>What the agents' public messages of a thread ask for, each once; null where no agent wrote.</summary>
    public static IReadOnlyCollection<string>? By(IEnumerable<Comment> said)
    {
        var messages = said.Where(comment => comment is { AuthorKind: AuthorKind.Agent, IsPublic: true }).Select(comment => MessageText.Clean(comment.Body)).ToList();
        return messages.Count == 0 ? null : [.. messages.SelectMany(In).Distinct()];
    }

    /// <summary>What a message asks for. Cost: linear.</summary>
    public static IEnumerable<string> In(string message) => Sentences.Of(message).Where(Asks).SelectMany(FactWords.In).Distinct();

    /// <summary>What a passage of an article tells customers to send to the desk.</summary>
    public static IEnumerable<string> DemandedBy(string passage) => Sentences.Of(passage).Where(sentence => ToTheDesk().IsMatch(sentence) && Sends().IsMatch(sentence)).SelectMany(FactWords.In).Distinct();

    private static bool Asks(string sentence) => sentence.TrimEnd().EndsWith('?') || sentence.TrimEnd().EndsWith('？') || sentence.TrimEnd().EndsWith('؟') || Asking.IsRequest(sentence) || Sends().IsMatch(sentence);

    [GeneratedRegex(@"\b(?:please|could you|can you|(?:send|tell|give|write|forward|let) (?:us|me|support)|we(?: will| would|'ll|'d)? need|i(?: will| would|'ll|'d)? need|include|attach|quote|have (?:your|the)|bitte|teilen sie|(?:schicken|senden|nennen|geben|schreiben) sie|benötigen wir|brauchen wir|veuillez|pouvez-vous|merci de|(?:envoyez|indiquez|donnez)|por favor|puede|(?:envíe|indique|díga)\w*|necesitamos|per favore|può|(?:invii|indichi)|poderia|envie|graag|kunt u|stuur)\b|ください|يرجى|نرجو|أرسل", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Sends();

    [GeneratedRegex(@"\b(?:support|us|uns|nous|nosotros|ons|noi|contact|kontakt\w*|kundenservice|help ?desk|contactez|contacte)\b|サポート|お問い合わせ|(?:ال)?دعم|بنا|إلينا", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToTheDesk();
}
