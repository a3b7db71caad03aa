using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Triage.Review;

/// <summary>What triage said of one field.</summary>
/// <param name="Field">The field's name, such as <c>category</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Confidence">How likely it is right, 0–1.</param>
/// <param name="Way">The way that judged it: rules, classifier or model.</param>
internal sealed record JudgedField(string Field, string Value, double Confidence, string Way)
{
    /// <summary>
    /// What there is to say yes or no to: the fields that labels teach, where triage said something and neither the desk nor
    /// a person has said it already.
    /// </summary>
    public static IReadOnlyList<JudgedField> Of(Ticket ticket, Judgement judgement) =>
    [
        .. from field in TrainClassifiers.Fields
           let judged = judgement[field]
           where judged is not null && ticket.Given[field] is null
           select new JudgedField(field.Name(), judged.Value, Math.Round(judged.Confidence, 3), judged.Source),
    ];

    public static string Write(IReadOnlyList<JudgedField> fields) => JsonSerializer.Serialize(fields, ReviewJson.Default.IReadOnlyListJudgedField);

    public static IReadOnlyList<JudgedField> Read(string json) => JsonSerializer.Deserialize(json, ReviewJson.Default.IReadOnlyListJudgedField) ?? [];
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(IReadOnlyList<JudgedField>))]
internal sealed partial class ReviewJson : JsonSerializerContext;
