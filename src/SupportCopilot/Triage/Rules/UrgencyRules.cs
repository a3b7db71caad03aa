namespace SupportCopilot.Triage.Rules;

/// <summary>How soon the customer wants it (urgency), and with what is at stake how soon the desk should act (priority).</summary>
internal static class UrgencyRules
{
    /// <summary>The values from least to most.</summary>
    public static readonly string[] Scale = ["low", "normal", "high", "urgent"];

    private static readonly Lexicon Wanted = Lexicon.Read("urgency");
    private static readonly Lexicon Stakes = Lexicon.Read("impact");

    // One outright word («asap») alone is «high»: 4 / (4 + 1).
    private const double Doubt = 1;

    // No word of haste in a message that was otherwise understood: usually normal, but silence proves little.
    private const double NormalConfidence = 0.45;

    /// <summary>The rules' ids.</summary>
    public static IEnumerable<string> Ids =>
    [
        .. Wanted.Labels.Select(label => $"urgency/{label}"), "urgency/normal",
        .. Stakes.Labels.Select(label => $"priority/{label}"), "priority/from-urgency", "priority/normal",
    ];

    /// <summary>Urgency, priority, and the words that led to the urgency.</summary>
    /// <param name="words">What the customer wrote.</param>
    /// <param name="isUnderstood">Whether anything else was found in it; if not, silence says nothing.</param>
    public static (FieldJudgement? Urgency, FieldJudgement? Priority, IReadOnlyList<string> Words) Judge(WordList words, bool isUnderstood)
    {
        var wanted = Read(Wanted, words);
        var stakes = Read(Stakes, words);
        var urgency = Strongest(wanted, "urgency/");
        var impact = Strongest(stakes, "priority/");
        var priority = Higher(impact, urgency is null ? null : urgency with { Rule = "priority/from-urgency" });
        IReadOnlyList<string> because = [.. Scale.Reverse().SelectMany(wanted.Because).Distinct(StringComparer.OrdinalIgnoreCase)];
        return (urgency ?? Normal("urgency/normal"), priority ?? Normal("priority/normal"), because);

        FieldJudgement? Normal(string rule) => isUnderstood ? new FieldJudgement("normal", NormalConfidence, TriageSource.Rules, rule, []) : null;
    }

    private static Evidence Read(Lexicon lexicon, WordList words)
    {
        var evidence = new Evidence();
        foreach (var hit in lexicon.Find(words)) evidence.Add(hit.Label, hit.Weight, words.Written(hit.First, hit.Count));
        return evidence;
    }

    // Of two that are equally strong the more urgent: to be late is worse than to be early.
    private static FieldJudgement? Strongest(Evidence evidence, string rule) =>
        Scale.Reverse().Where(label => evidence.For(label) > 0).MaxBy(evidence.For) is { } label
            ? new FieldJudgement(label, evidence.Confidence(label, Doubt), TriageSource.Rules, rule + label, evidence.Because(label))
            : null;

    private static FieldJudgement? Higher(FieldJudgement? one, FieldJudgement? other)
    {
        if (one is null || other is null) return one ?? other;
        return Array.IndexOf(Scale, one.Value) >= Array.IndexOf(Scale, other.Value) ? one : other;
    }
}
