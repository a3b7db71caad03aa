using System.Globalization;
using System.Text.RegularExpressions;
using SupportCopilot.Models;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies.Text;
using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Replies.Writing;

/// <summary>What a model is asked to write, and what the whole of it is held against.</summary>
/// <param name="Request">The question.</param>
/// <param name="Sources">What may be cited.</param>
/// <param name="Language">The customer's, two letters, where known.</param>
/// <param name="Spoken">Holds whole sentences against what they cite; null where they are in another language than the sources.</param>
internal sealed partial record ReplyQuestion(ModelTextRequest Request, IReadOnlyList<Citation> Sources, string? Language, SpokenSentences? Spoken)
{
    /// <summary>What was said on the ticket and what the brand says in each letter.</summary>
    public string Said { get; init; } = "";

    private const double SureLanguage = 0.6;
    private const int Shortest = 20;

    /// <summary>Whether it cites a source, stands on its sources sentence by sentence, counts what they count, and speaks the customer's language.</summary>
    public bool IsWhole(string text)
    {
        if (text.Trim().Length < Shortest || Cited(text).Count == 0 || Spoken?.Fault("", text, isWhole: true) is not null) return false;
        if (Measures.Contradict(text, string.Join('\n', [.. Sources.Select(citation => citation.Quote), Said]))) return false;
        var guess = LanguageGuess.Judge(WordList.Of(text));
        return Language is null || guess.Judgement is not { Confidence: >= SureLanguage } || guess.Code == Language;
    }

    /// <summary>The sources that it cites.</summary>
    public IReadOnlyList<Citation> Cited(string text)
    {
        var numbers = Marks().Matches(text).Select(mark => int.Parse(mark.Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToHashSet();
        return [.. Sources.Where(citation => numbers.Contains(citation.Number))];
    }

    [GeneratedRegex(@"\[(\d{1,3})\]")]
    private static partial Regex Marks();
}
