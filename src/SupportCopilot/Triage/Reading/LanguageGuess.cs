using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Triage.Reading;

/// <summary>
/// The language of a text: by its script where that settles it, else by function words, word endings and letter groups
/// of twelve languages. A few words leave the confidence low. Linear in the text's length.
/// </summary>
internal static class LanguageGuess
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "language/profile";

    // The first words tell; a long log below them, in English whatever the writer's language, does not.
    private const int WordsRead = 120;

    // Endings and letters help where function words are few: in the first words.
    private const int HintsRead = 40;

    // Longer ones are addresses and codes.
    private const int LongestWord = 40;

    // A function word counts fully where one language has it, by parts where several do; endings and letters are hints.
    private const double EndingWeight = 0.25;
    private const double LettersWeight = 0.12;

    // Four or five function words of one language make it sure: 4.5 / (4.5 + 1).
    private const double Doubt = 1;

    // Less than one function word of evidence is chance.
    private const double LeastEvidence = 0.8;

    private static readonly Dictionary<string, List<string>> ByWord = [];
    private static readonly List<(string Language, string[] Endings, string[] Letters)> Hints = [];
    private static readonly Dictionary<string, HashSet<string>> Words = [];

    static LanguageGuess()
    {
        var language = "";
        string[] endings = [];
        foreach (var line in EmbeddedText.Lines("languages"))
        {
            if (line.StartsWith('[')) language = line.Trim('[', ']');
            else if (line.StartsWith("ends:", StringComparison.Ordinal)) endings = Split(line);
            else if (line.StartsWith("has:", StringComparison.Ordinal)) Hints.Add((language, endings, Split(line)));
            else Words.Add(language, [.. Split(line)]);
        }

        foreach (var (code, words) in Words)
        {
            foreach (var word in words)
            {
                if (!ByWord.TryGetValue(word, out var languages)) ByWord.Add(word, languages = []);
                languages.Add(code);
            }
        }
    }

    /// <summary>The languages it can tell, those of other scripts included.</summary>
    public static IReadOnlyList<string> Known { get; } = [.. Words.Keys.Concat(Scripts.Languages).Order(StringComparer.Ordinal)];

    /// <summary>The function words of a language, in lower case with accents; none for a language without a profile.</summary>
    public static IReadOnlySet<string> FunctionWords(string? language) => language is not null && Words.TryGetValue(language, out var words) ? words : new HashSet<string>();

    /// <summary>The field, and its value; nulls where there is too little to tell.</summary>
    public static (FieldJudgement? Judgement, string? Code) Judge(WordList words)
    {
        if (Scripts.LanguageOf(words.Text) is { } byScript) return (new FieldJudgement(byScript.Language, byScript.Share, TriageSource.Rules, Rule, []), byScript.Language);

        var scores = new Dictionary<string, double>();
        for (var i = 0; i < Math.Min(words.Count, WordsRead); i++) Read(words.Written(i), withHints: i < HintsRead, scores);
        if (scores.Count == 0) return (null, null);

        var (best, score) = scores.MaxBy(pair => pair.Value);
        if (score < LeastEvidence) return (null, null);

        // Against it speaks the runner-up, not the sum of all twelve, which share words with each other.
        var second = scores.Where(pair => pair.Key != best).Select(pair => pair.Value).DefaultIfEmpty(0).Max();
        var confidence = (score - (second / 2)) / (score + Doubt);
        return (new FieldJudgement(best, Math.Clamp(confidence, 0, 1), TriageSource.Rules, Rule, []), best);
    }

    private static void Read(ReadOnlySpan<char> written, bool withHints, Dictionary<string, double> scores)
    {
        if (written.Length > LongestWord) return;
        Span<char> lower = stackalloc char[LongestWord];
        ReadOnlySpan<char> word = lower[..written.ToLowerInvariant(lower)];
        lower.Replace('’', '\'');
        if (ByWord.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var languages))
        {
            foreach (var language in languages) Add(language, 1.0 / languages.Count);
            return;
        }

        if (!withHints) return;
        foreach (var (language, endings, letters) in Hints)
        {
            if (word.Length > 5 && EndsWithAny(word, endings)) Add(language, EndingWeight);
            if (word.Length > 2 && ContainsAny(word, letters)) Add(language, LettersWeight);
        }

        void Add(string language, double weight) => scores[language] = scores.GetValueOrDefault(language) + weight;
    }

    private static bool EndsWithAny(ReadOnlySpan<char> word, string[] endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool ContainsAny(ReadOnlySpan<char> word, string[] groups)
    {
        foreach (var group in groups)
        {
            if (word.Contains(group, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static string[] Split(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
