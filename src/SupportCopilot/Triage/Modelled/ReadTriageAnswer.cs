using System.Text.Json;
using SupportCopilot.Models;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Holds a model's answer against the tenant's lists, whatever the server promised of its schema: every field that was asked
/// for, a value of its list, a subcategory of the category that holds, numbers in range. Says what is wrong without quoting.
/// </summary>
internal static class ReadTriageAnswer
{
    public static ModelReading<ModelledTriage> Of(JsonElement answer, Taxonomy taxonomy, string? givenCategory)
    {
        if (answer.ValueKind is not JsonValueKind.Object) return ModelReading<ModelledTriage>.NotRight("it is no JSON object.");
        var fields = new Dictionary<TriageField, FieldJudgement>();
        double? score = null;
        foreach (var field in TriageSchema.FieldsOf(taxonomy, givenCategory))
        {
            if (!answer.TryGetProperty(field.Name(), out var judged) || judged.ValueKind is not JsonValueKind.Object) return Wrong(field, "is missing.");
            if (Number(judged, "confidence", 0, 1) is not { } confidence) return Wrong(field, "has no confidence between 0 and 1.");
            if (field is TriageField.Sentiment && (score = Number(judged, "score", -1, 1)) is null) return Wrong(field, "has no score between -1 and 1.");
            if (!judged.TryGetProperty("value", out var value)) return Wrong(field, "has no value.");
            if (field is TriageField.Subcategory && value.ValueKind is JsonValueKind.Null) continue;

            var category = givenCategory ?? fields.GetValueOrDefault(TriageField.Category)?.Value;
            var known = value.ValueKind is JsonValueKind.String ? Known(taxonomy, field, value.GetString()!, givenCategory, category) : null;
            if (known is null) return Wrong(field, field is TriageField.Subcategory ? "is none of those that are listed for the category." : "is none of the values of the schema.");
            fields[field] = new FieldJudgement(known, Math.Round(confidence, 3), TriageSource.Model, null, []);
        }

        return ModelReading<ModelledTriage>.Right(new ModelledTriage(fields, score));
    }

    // Two calls of one list: the schema's, and for the subcategory that of the category which was chosen.
    private static string? Known(Taxonomy taxonomy, TriageField field, string value, string? givenCategory, string? category) =>
        field is TriageField.Subcategory
            ? taxonomy.Find(field, value, category)
            : TriageSchema.Values(taxonomy, field, givenCategory).FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase));

    private static double? Number(JsonElement of, string name, double least, double most) =>
        of.TryGetProperty(name, out var number) && number.ValueKind is JsonValueKind.Number && number.TryGetDouble(out var value) && value >= least && value <= most ? value : null;

    private static ModelReading<ModelledTriage> Wrong(TriageField field, string what) => ModelReading<ModelledTriage>.NotRight($"{field.Name()} {what}");
}
