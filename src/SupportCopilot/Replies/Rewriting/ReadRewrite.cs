using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SupportCopilot.Models;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies.Text;
using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>Holds a model's rewriting against the reply and the wish: sources, links and numbers as they were, the length and the language that were asked for, plain text.</summary>
internal static partial class ReadRewrite
{
    private const int MostParts = 20;
    private const int LongestPart = 4_000;
    private const double SureLanguage = 0.6;

    public static ModelReading<Draft> Of(JsonElement answer, Draft before, RewriteWish wish, IEnumerable<string> names)
    {
        if (answer.ValueKind is not JsonValueKind.Object || !answer.TryGetProperty("parts", out var listed) || listed.ValueKind is not JsonValueKind.Array || listed.GetArrayLength() is 0 or > MostParts)
            return Wrong($"it has no list of 1 to {MostParts} parts.");
        var parts = new List<DraftPart>();
        foreach (var part in listed.EnumerateArray())
        {
            if (PartOf(part, before) is not { } read) return Wrong($"a part has no text of at most {LongestPart} characters, or cites what is no source.");
            parts.Add(read);
        }

        var after = before with { Parts = parts, Language = wish.Language ?? before.Language };
        return Fault(after, before, wish, names) is { } fault ? Wrong(fault) : ModelReading<Draft>.Right(after);
    }

    private static DraftPart? PartOf(JsonElement part, Draft before)
    {
        if (part.ValueKind is not JsonValueKind.Object || !part.TryGetProperty("text", out var words) || words.ValueKind is not JsonValueKind.String) return null;
        if (!part.TryGetProperty("cites", out var cites) || cites.ValueKind is not JsonValueKind.Array) return null;
        var numbers = new List<int>();
        foreach (var cited in cites.EnumerateArray())
        {
            if (cited.ValueKind is not JsonValueKind.Number || !cited.TryGetInt32(out var number) || before.Citations.All(citation => citation.Number != number)) return null;
            if (!numbers.Contains(number)) numbers.Add(number);
        }

        var text = words.GetString()!.ReplaceLineEndings("\n").Replace("\n\n", "\n", StringComparison.Ordinal).Trim();
        return text.Length is 0 or > LongestPart ? null : new(text, numbers);
    }

    private static string? Fault(Draft after, Draft before, RewriteWish wish, IEnumerable<string> names)
    {
        var isShorter = wish.Length == RewriteWish.Shorter;
        var cited = after.Parts.SelectMany(part => part.Cites).ToHashSet();
        if (cited.Count == 0 || (!isShorter && before.Citations.Any(citation => !cited.Contains(citation.Number)))) return "it leaves out a source that the reply stands on.";
        var notSafe = CheckAnswer.Piece(after.Words, SourcesOf(before, wish));
        if (notSafe is DropReason.Link or DropReason.LookAlike or DropReason.MailAddress) return "it holds a link or an address that stands in no source, or is written so as not to be seen as one.";
        if (notSafe is not null || Numbered().IsMatch(after.Words)) return "it holds markup, a bracketed number, an invisible character or somebody else's part; the text is plain.";

        var allowed = KeptFacts.In(string.Join('\n', [before.Words, .. before.Citations.Select(citation => citation.Quote), wish.Instruction ?? ""]));
        var (kept, were) = (KeptFacts.In(after.Words), KeptFacts.In(before.Words));
        if (!kept.IsSubsetOf(allowed)) return "it holds a link, an address or a number that stands in no source.";
        if (!isShorter && !were.IsSubsetOf(kept)) return "it leaves out a link, an address or a number of the reply.";
        if (Measures.Contradict(after.Words, string.Join('\n', [before.Words, .. before.Citations.Select(citation => citation.Quote), wish.Instruction ?? ""]))) return "it counts something else by a number, or names another month.";
        if (!isShorter && names.Any(name => before.Words.Contains(name, StringComparison.Ordinal) && !after.Words.Contains(name, StringComparison.Ordinal))) return "it leaves out a name, or writes it otherwise.";
        if (isShorter && after.Words.Length >= before.Words.Length) return "it is not shorter.";
        if (wish.Length == RewriteWish.Longer && after.Words.Length <= before.Words.Length) return "it is not longer.";

        var guess = LanguageGuess.Judge(WordList.Of(after.Words));
        return after.Language is { } language && guess.Judgement?.Confidence >= SureLanguage && guess.Code != language ? "it is in another language than was asked for." : null;
    }

    private static AnswerSources SourcesOf(Draft before, RewriteWish wish) =>
        new(before.Citations.ToDictionary(citation => citation.Number.ToString(CultureInfo.InvariantCulture), citation => citation.Quote, StringComparer.Ordinal), "") { Allowed = [before.Words, wish.Instruction ?? ""] };

    private static ModelReading<Draft> Wrong(string what) => ModelReading<Draft>.NotRight(what);

    [GeneratedRegex(@"\[\d+\]")]
    private static partial Regex Numbered();
}
