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
/// <param name="safe">What links and addresses may come from, and the instructions, which are not to be told.</param>
/// <param name="held">Whether words break what internal notes hold back.</param>
/// <param name="spoken">Holds whole sentences against what they cite; null where they are in another language than the sources.</param>
internal sealed partial class ReplyCheck(IReadOnlyList<Citation> sources, IReadOnlyList<string> said, IReadOnlyList<string> voice, AnswerSources safe, Func<string, bool> held, SpokenSentences? spoken)
{
    private readonly HashSet<string> _known = [.. sources.Select(citation => citation.Number.ToString(CultureInfo.InvariantCulture))];

    // A link is a source's alone: one that a customer sent is not for us to send back.
    private readonly Func<string, DropReason?> _unsafe = CheckAnswer.PieceWith(safe);
    private readonly HashSet<string> _numbers = KeptFacts.NumbersWithParts(string.Join('\n', [.. sources.Select(citation => citation.Quote), .. said, .. voice]));

    public ModelReading<string> Piece(string shown, string piece)
    {
        // The line so far: a number at its beginning is a step's, and a link may have come in two pieces.
        var line = shown[(shown.LastIndexOf('\n') + 1)..] + piece;
        foreach (Match mark in Marks().Matches(line))
            if (!_known.Contains(mark.Groups[1].Value)) return ModelReading<string>.NotRight("it cites what is no source.");
        var words = Marks().Replace(line, "");
        if (_unsafe(words) is { } why) return ModelReading<string>.NotRight(Said(why));
        if (held(words)) return ModelReading<string>.NotRight("it says what is not to be said yet.");
        if (!KeptFacts.Numbers(words).IsSubsetOf(_numbers)) return ModelReading<string>.NotRight("it holds a number that stands nowhere.");
        return spoken?.Fault(shown, shown + piece, isWhole: false) is null ? ModelReading<string>.Right(piece) : ModelReading<string>.NotRight("a sentence of it stands on no source.");
    }

    private static string Said(DropReason why) => why switch
    {
        DropReason.Link or DropReason.LookAlike or DropReason.MailAddress => "it holds a link or an address that no source has.",
        DropReason.Placeholder => "it holds a placeholder that stands for nothing.",
        DropReason.Leak or DropReason.Role => "it tells of instructions, or plays another part.",
        _ => "it holds markup or an invisible character.",
    };

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Marks();
}
