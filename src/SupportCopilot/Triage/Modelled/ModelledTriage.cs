using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Modelled;

/// <summary>What a model made of a ticket: values of the tenant's lists, each with the model's own confidence.</summary>
/// <param name="Fields">The fields that it judged.</param>
/// <param name="SentimentScore">How the customer sounds, −1 to 1; null where it did not say.</param>
internal sealed record ModelledTriage(IReadOnlyDictionary<TriageField, FieldJudgement> Fields, double? SentimentScore)
{
    /// <summary>The fields a model is asked for. The language is told by its words, and needs no price.</summary>
    public static IReadOnlyList<TriageField> Asked { get; } = [.. TriageFields.Each.Where(field => field is not TriageField.Language)];

    /// <summary>What a model said of a ticket in a judgement that was kept.</summary>
    public static ModelledTriage In(Judgement kept)
    {
        var fields = Asked.Where(field => kept[field]?.Source == TriageSource.Model).ToDictionary(field => field, field => kept[field]!);
        return new ModelledTriage(fields, fields.ContainsKey(TriageField.Sentiment) ? kept.SentimentScore : null);
    }

    /// <summary>
    /// The embedded judgement with what the model said in its place; signals, entities and key phrases stay. A subcategory of
    /// the embedded way goes where the model chose another category and none within it.
    /// </summary>
    /// <param name="embedded">What the embedded way made of the ticket.</param>
    /// <param name="taxonomy">The tenant's lists.</param>
    /// <param name="given">What the desk or a person said, which wins over both.</param>
    public Judgement Over(Judgement embedded, Taxonomy taxonomy, TriageValues given)
    {
        var merged = embedded.With(Fields.Select(field => (field.Key, (FieldJudgement?)field.Value))) with { SentimentScore = SentimentScore ?? embedded.SentimentScore };
        var category = given.Category ?? merged[TriageField.Category]?.Value;
        return merged[TriageField.Subcategory] is { } sub && (category is null || taxonomy.Find(TriageField.Subcategory, sub.Value, category) is null)
            ? merged.With([(TriageField.Subcategory, null)])
            : merged;
    }
}
