using SupportCopilot.Learning.Classification;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Training;

/// <summary>A tenant's lists and the classifiers that are in use for it.</summary>
internal sealed record TenantModels(Taxonomy Taxonomy, IReadOnlyDictionary<TriageField, LinearClassifier> Classifiers)
{
    // Among so many of the likeliest subcategories one that fits the category is sought.
    private const int SubcategoriesTried = 5;

    /// <summary>
    /// Lets classifiers have their say: they learned from this desk and were seen to beat guessing, so they win over rules.
    /// Values take the desk's spelling, and a subcategory stays only within the category that holds.
    /// </summary>
    public Judgement Improve(Judgement byRules, string textAtCreation, TriageValues given)
    {
        var spelled = byRules.With(TriageFields.Each.Select(field => (field, Spelled(field, byRules[field]))));
        if (!textAtCreation.Any(char.IsLetterOrDigit)) return spelled;

        var learned = spelled.With(Classifiers.Keys.Where(field => field is not TriageField.Subcategory)
            .Select(field => (field, (FieldJudgement?)Learned(Classifiers[field].Predict(textAtCreation, 1)[0]))));
        var category = given.Category ?? learned[TriageField.Category]?.Value;
        return learned.With([(TriageField.Subcategory, Subcategory(textAtCreation, category) ?? Within(category, learned[TriageField.Subcategory]))]);
    }

    private FieldJudgement? Subcategory(string text, string? category)
    {
        if (category is null || !Classifiers.TryGetValue(TriageField.Subcategory, out var classifier)) return null;
        var fitting = classifier.Predict(text, SubcategoriesTried).FirstOrDefault(score => Taxonomy.Find(TriageField.Subcategory, score.Label, category) is not null);
        return fitting is null ? null : Learned(fitting);
    }

    private FieldJudgement? Within(string? category, FieldJudgement? subcategory) =>
        category is not null && subcategory is not null && Taxonomy.Find(TriageField.Subcategory, subcategory.Value, category) is { } known ? subcategory with { Value = known } : null;

    private FieldJudgement? Spelled(TriageField field, FieldJudgement? judgement) =>
        judgement is null || field is TriageField.Subcategory ? judgement : judgement with { Value = Taxonomy.Find(field, judgement.Value) ?? judgement.Value };

    private static FieldJudgement Learned(LabelScore score) => new(score.Label, score.Confidence, TriageSource.Classifier, null, []);
}
