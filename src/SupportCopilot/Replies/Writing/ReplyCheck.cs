using System.Globalization;
using System.Text.RegularExpressions;
using SupportCopilot.Models;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies.Text;

namespace SupportCopilot.Replies.Writing;

/// <summary>
/// Holds each piece of a reply that a model writes against what it was given, before anybody reads it: plain text, no source
/// but the given ones, no link, address or number that stands neither in a source nor in the conversation.
/// </summary>
/// <param name="sources">What may be cited.</param>
/// <param name="said">What stands in the ticket.</param>
/// <param name="voice">What the brand says in each letter, such as its signature.</param>
/// <param name="spoken">Holds whole sentences against what they cite; null where they are in another language than the sources.</param>
internal sealed partial class ReplyCheck(IReadOnlyList<Citation> sources, IReadOnlyList<string> said, IReadOnlyList<string> voice, SpokenSentences? spoken)
{
    private readonly HashSet<string> _known = [.. sources.Select(citation => citation.Number.ToString(CultureInfo.InvariantCulture))];

    // A link is a source's alone: one that a customer sent is not for us to send back.
    private readonly HashSet<string> _addresses = KeptFacts.Addresses(string.Join('\n', [.. sources.Select(citation => citation.Quote), .. voice]));
    private readonly HashSet<string> _numbers = KeptFacts.NumbersWithParts(string.Join('\n', [.. sources.Select(citation => citation.Quote), .. said, .. voice]));

    public ModelReading<string> Piece(string shown, string piece)
    {
        // The line so far: a number at its beginning is a step's, and a link may have come in two pieces.
        var line = shown[(shown.LastIndexOf('\n') + 1)..] + piece;
        foreach (Match mark in Marks().Matches(line))
            if (!_known.Contains(mark.Groups[1].Value)) return ModelReading<string>.NotRight("it cites what is no source.");
        var words = Marks().Replace(line, "");
        if (PlainWords.HasMarkup(words)) return ModelReading<string>.NotRight("it holds markup or an invisible character.");
        if (!KeptFacts.Addresses(words).IsSubsetOf(_addresses)) return ModelReading<string>.NotRight("it holds a link or an address that no source has.");
        if (UnseenLinks().IsMatch(words)) return ModelReading<string>.NotRight("it holds a link that is written so as not to be seen as one.");
        if (!KeptFacts.Numbers(words).IsSubsetOf(_numbers)) return ModelReading<string>.NotRight("it holds a number that stands nowhere.");
        return spoken?.Fault(shown, shown + piece, isWhole: false) is null ? ModelReading<string>.Right(piece) : ModelReading<string>.NotRight("a sentence of it stands on no source.");
    }

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Marks();

    // «x[.]y», «x (dot) com», «hxxp»
    [GeneratedRegex(@"\w\s?[\[({]\s?(?:\.|dot|punkt|point|punto)\s?[\])}]|\bh(?:xx|\*\*)ps?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex UnseenLinks();
}
