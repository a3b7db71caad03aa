namespace SupportCopilot.Triage.Rules;

/// <summary>What the customer feels, by what they say; how they sound settles the rest.</summary>
internal static class EmotionRules
{
    private static readonly Lexicon Feelings = Lexicon.Read("emotions");
    private static readonly Lexicon Modifiers = Lexicon.Read("modifiers");
    private static readonly string[] Pleasant = ["happy", "grateful"];

    // One outright word (4) is 4 / (4 + 3): «medium». Words name feelings that are not the writer's own too often for more.
    private const double Doubt = 3;

    // A negated pleasure («not happy») is frustration; it says so less plainly than the word itself.
    private const double TurnedWeight = 3;
    private const int Reach = 2;

    // A message in capitals, or with three exclamation marks in a row, is shouted.
    private const double ShoutWeight = 2;
    private const int LettersToShout = 12;
    private const double CapitalsToShout = 0.7;

    // From here the tone alone speaks for a feeling where no word names one.
    private const double StrongTone = 0.45;
    private const double ToneConfidence = 0.4;
    private const int WordsToBeNeutral = 4;
    private const double NeutralConfidence = 0.5;

    // A plain «thanks» at the end of a message is a habit, not a feeling.
    private const double LeastWeight = 2;

    // No feeling: «thank you in advance» takes «thank you» from the grateful.
    private const string Courtesy = "courtesy";

    /// <summary>The rules' ids.</summary>
    public static IEnumerable<string> Ids => [.. Feelings.Labels.Where(label => label is not Courtesy).Select(label => $"emotion/{label}"), "emotion/shouting", "emotion/from-tone", "emotion/neutral"];

    /// <summary>The emotion; null where too little is said to tell.</summary>
    public static FieldJudgement? Judge(WordList words, double? tone)
    {
        var negations = Modifiers.Find(words).Where(hit => hit.Label is "negation").Select(hit => hit.First).ToHashSet();
        var evidence = new Evidence();
        foreach (var hit in Feelings.Find(words).Where(hit => hit.Label is not Courtesy))
        {
            var isNegated = Enumerable.Range(1, Reach).Any(back => negations.Contains(hit.First - back) && words.Words[hit.First - back].Sentence == words.Words[hit.First].Sentence);
            if (!isNegated) evidence.Add(hit.Label, hit.Weight, words.Written(hit.First, hit.Count));
            else if (Pleasant.Contains(hit.Label)) evidence.Add("frustrated", TurnedWeight, words.Written(hit.First - 1, hit.Count + 1));
        }

        // Shouting makes a bad mood worse; joy is shouted as well.
        if (tone < 0 && IsShouted(words.Text)) evidence.Add("angry", ShoutWeight, "!");
        if (evidence.Strongest.FirstOrDefault() is { } feeling && evidence.For(feeling) >= LeastWeight)
        {
            var rule = evidence.Because(feeling) is ["!"] ? "emotion/shouting" : $"emotion/{feeling}";
            return new FieldJudgement(feeling, evidence.Confidence(feeling, Doubt), TriageSource.Rules, rule, evidence.Because(feeling));
        }

        return tone switch
        {
            > StrongTone => new FieldJudgement("happy", ToneConfidence, TriageSource.Rules, "emotion/from-tone", []),
            < -StrongTone => new FieldJudgement("frustrated", ToneConfidence, TriageSource.Rules, "emotion/from-tone", []),
            _ when words.Count >= WordsToBeNeutral => new FieldJudgement("neutral", NeutralConfidence, TriageSource.Rules, "emotion/neutral", []),
            _ => null,
        };
    }

    private static bool IsShouted(string text)
    {
        if (text.Contains("!!!", StringComparison.Ordinal)) return true;
        var letters = text.Count(char.IsLetter);
        return letters >= LettersToShout && text.Count(char.IsUpper) >= CapitalsToShout * letters;
    }
}
