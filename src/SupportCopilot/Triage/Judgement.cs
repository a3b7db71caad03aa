using System.Text.Json.Serialization;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage;

/// <summary>What was made of one field.</summary>
/// <param name="Value">The value.</param>
/// <param name="Confidence">How likely it is right, 0–1.</param>
/// <param name="Source">The way that made it: <see cref="TriageSource.Rules"/>, <see cref="TriageSource.Classifier"/> or <see cref="TriageSource.Model"/>.</param>
/// <param name="Rule">The rule's id as in RULES.md; null for a classifier or a model.</param>
/// <param name="Because">The customer's words that led to it; empty for a classifier or a model.</param>
internal sealed record FieldJudgement(string Value, double Confidence, string Source, string? Rule, IReadOnlyList<string> Because)
{
    /// <summary>What the ticket was given besides that led a classifier to it, the strongest first; null where its words did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<GivenReason>? Given { get; init; }
}

/// <summary>A value given to a ticket beside its words.</summary>
/// <param name="Field">Its field, as <see cref="Training.GivenBeside"/> names it.</param>
/// <param name="Value">The value, as the ticket has it.</param>
internal sealed record GivenReason(string Field, string Value);

/// <summary>What triage makes of a ticket's words. Kept as the detail of its <see cref="TriageVerdict"/>.</summary>
internal sealed record Judgement
{
    /// <summary>The fields something was found for; for the others nothing speaks.</summary>
    public IReadOnlyDictionary<string, FieldJudgement> Fields { get; init; } = new Dictionary<string, FieldJudgement>();

    /// <summary>How the customer sounds, −1 to 1; null where nothing was said.</summary>
    public double? SentimentScore { get; init; }

    /// <summary>The very words that make it urgent, or not.</summary>
    public IReadOnlyList<string> UrgencyWords { get; init; } = [];

    /// <summary>What it speaks of, most telling first.</summary>
    public IReadOnlyList<string> KeyPhrases { get; init; } = [];

    /// <summary>What it holds besides words.</summary>
    public TriageSignals Signals { get; init; } = new(false, false, false, false);

    /// <summary>What can be looked up.</summary>
    public TriageEntities Entities { get; init; } = new([], [], []);

    /// <summary>What was made of a field; null where nothing speaks.</summary>
    public FieldJudgement? this[TriageField field] => Fields.GetValueOrDefault(field.Name());

    /// <summary>The same with other judgements for some fields; null takes one away.</summary>
    public Judgement With(IEnumerable<(TriageField Field, FieldJudgement? Judgement)> others)
    {
        var fields = new Dictionary<string, FieldJudgement>(Fields);
        foreach (var (field, judgement) in others)
        {
            if (judgement is null) fields.Remove(field.Name());
            else fields[field.Name()] = judgement;
        }

        return this with { Fields = fields };
    }
}

/// <summary>The ways a triaged value can come about.</summary>
internal static class TriageSource
{
    /// <summary>By the rules of RULES.md.</summary>
    public const string Rules = "rules";

    /// <summary>By a classifier trained on the tenant's own labels.</summary>
    public const string Classifier = "classifier";

    /// <summary>By a model, as one of the values it was offered.</summary>
    public const string Model = "model";

    /// <summary>The desk said it.</summary>
    public const string Given = "given";

    /// <summary>A person said it here.</summary>
    public const string Correction = "correction";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Judgement))]
internal sealed partial class JudgementJson : JsonSerializerContext;
