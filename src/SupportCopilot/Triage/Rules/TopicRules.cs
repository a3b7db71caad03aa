namespace SupportCopilot.Triage.Rules;

/// <summary>What a ticket is about and why it came to be, by phrases of its subject and first message.</summary>
internal static class TopicRules
{
    private static readonly Lexicon Topics = Lexicon.Read("topics");
    private static readonly Lexicon RootCauses = Lexicon.Read("root-causes");

    // One deciding phrase alone stays «medium» (4 / 5.5), two of one category and none of another are «high» (8 / 9.5).
    private const double Doubt = 1.5;

    // A how-to question without any word of a fault, a wish or a refund: probably none of them, but nothing says so outright.
    private const double OtherConfidence = 0.45;

    /// <summary>The rules' ids.</summary>
    public static IEnumerable<string> Ids =>
        Topics.Labels.Select(label => label.Contains('/') ? $"subcategory/{label}" : $"category/{label}")
            .Concat(RootCauses.Labels.Append("other").Select(label => $"root-cause/{label}"));

    /// <summary>The category; null where no phrase speaks for any.</summary>
    public static FieldJudgement? Category(TopicEvidence evidence) => Strongest(evidence.Categories, "category/");

    /// <summary>The subcategory within a category; null where no phrase speaks for one of them.</summary>
    public static FieldJudgement? Subcategory(TopicEvidence evidence, string? category)
    {
        if (category is null || !evidence.Subcategories.TryGetValue(category.ToLowerInvariant(), out var within)) return null;
        return Strongest(within, $"subcategory/{category.ToLowerInvariant()}/");
    }

    /// <summary>Bug, feature, refund; other for a plain question; null where nothing speaks.</summary>
    public static FieldJudgement? RootCause(WordList words, int subjectWords, bool asksHow)
    {
        var evidence = new Evidence();
        foreach (var hit in RootCauses.Find(words)) evidence.Add(hit.Label, hit.Weight, words.Written(hit.First, hit.Count), hit.First < subjectWords);
        return Strongest(evidence, "root-cause/")
            ?? (asksHow ? new FieldJudgement("other", OtherConfidence, TriageSource.Rules, "root-cause/other", []) : null);
    }

    /// <summary>Reads what speaks for which topic.</summary>
    public static TopicEvidence Read(WordList words, int subjectWords)
    {
        var evidence = new TopicEvidence(new Evidence(), new Dictionary<string, Evidence>());
        foreach (var hit in Topics.Find(words))
        {
            var because = words.Written(hit.First, hit.Count);
            var inSubject = hit.First < subjectWords;
            var slash = hit.Label.IndexOf('/', StringComparison.Ordinal);
            var category = slash < 0 ? hit.Label : hit.Label[..slash];
            evidence.Categories.Add(category, hit.Weight, because, inSubject);
            if (slash < 0) continue;

            if (!evidence.Subcategories.TryGetValue(category, out var within)) evidence.Subcategories.Add(category, within = new Evidence());
            within.Add(hit.Label[(slash + 1)..], hit.Weight, because, inSubject);
        }

        return evidence;
    }

    private static FieldJudgement? Strongest(Evidence evidence, string rule) => evidence.Strongest.FirstOrDefault() is { } label
        ? new FieldJudgement(label, evidence.Confidence(label, Doubt), TriageSource.Rules, rule + label, evidence.Because(label))
        : null;
}

/// <summary>What speaks for each category, and within each for its subcategories.</summary>
internal sealed record TopicEvidence(Evidence Categories, Dictionary<string, Evidence> Subcategories);
