using SupportCopilot.Learning.Classification;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Training;

/// <summary>A tenant's lists and the classifiers that are in use for it.</summary>
internal sealed record TenantModels(Taxonomy Taxonomy, IReadOnlyDictionary<TriageField, FieldClassifier> Classifiers)
{
    // Among so many of the likeliest subcategories one that fits the category is sought.
    private const int SubcategoriesTried = 5;

    /// <summary>Whether custom fields of a ticket may change what is made of it.</summary>
    public bool ReadsFields { get; } = Classifiers.Values.Any(classifier => classifier.ReadsFields);

    /// <summary>
    /// Lets classifiers have their say: they learned from this desk and were seen to beat guessing, so they win over rules.
    /// Values take the desk's spelling, and a subcategory stays only within the category that holds.
    /// </summary>
    /// <param name="byRules">What rules made of it.</param>
    /// <param name="textAtCreation">Its words as it came in.</param>
    /// <param name="given">What the desk or a person said of the triaged fields.</param>
    /// <param name="beside">All that it was given beside its words: see <see cref="GivenBeside"/>.</param>
    public Judgement Improve(Judgement byRules, string textAtCreation, TriageValues given, IReadOnlyList<GivenValue> beside)
    {
        var spelled = byRules.With(TriageFields.Each.Select(field => (field, Spelled(field, byRules[field]))));
        if (!textAtCreation.Any(char.IsLetterOrDigit)) return spelled;

        var learned = spelled.With(Classifiers.Keys.Where(field => field is not TriageField.Subcategory)
            .Where(field => Classifiers[field].Judges(beside))
            .Select(field => (field, (FieldJudgement?)Learned(Classifiers[field].Predict(textAtCreation, beside, 1)[0]))));
        var category = given.Category ?? learned[TriageField.Category]?.Value;
        return learned.With([(TriageField.Subcategory, Subcategory(textAtCreation, beside, category) ?? Within(category, learned[TriageField.Subcategory]))]);
    }

    private FieldJudgement? Subcategory(string text, IReadOnlyList<GivenValue> beside, string? category)
    {
        if (category is null || !Classifiers.TryGetValue(TriageField.Subcategory, out var classifier) || !classifier.Judges(beside)) return null;
        var fitting = classifier.Predict(text, beside, SubcategoriesTried).FirstOrDefault(score => Taxonomy.Find(TriageField.Subcategory, score.Label, category) is not null);
        return fitting is null ? null : Learned(fitting);
    }

    private FieldJudgement? Within(string? category, FieldJudgement? subcategory) =>
        category is not null && subcategory is not null && Taxonomy.Find(TriageField.Subcategory, subcategory.Value, category) is { } known ? subcategory with { Value = known } : null;

    private FieldJudgement? Spelled(TriageField field, FieldJudgement? judgement) =>
        judgement is null || field is TriageField.Subcategory ? judgement : judgement with { Value = Taxonomy.Find(field, judgement.Value) ?? judgement.Value };

    private static FieldJudgement Learned(LabelScore score) => new(score.Label, score.Confidence, TriageSource.Classifier, null, [])
    {
        Given = score.Because.Count == 0 ? null : [.. score.Because.Select(value => new GivenReason(value.Field, value.Value))],
    };
}

/// <summary>What judges one field of a tenant's tickets.</summary>
/// <param name="Classifier">The classifier.</param>
/// <param name="NeedsGiven">Whether it says nothing of tickets without a given value that it learned from.</param>
internal sealed record FieldClassifier(TicketClassifier Classifier, bool NeedsGiven)
{
    public bool ReadsFields { get; } = Classifier.GivenFields.Any(field => GivenBeside.CustomNameOf(field) is not null);

    public bool Judges(IReadOnlyList<GivenValue> beside) => !NeedsGiven || Classifier.Knows(beside);

    public IReadOnlyList<LabelScore> Predict(string text, IReadOnlyList<GivenValue> beside, int top) => Classifier.Predict(text, beside, top);
}
