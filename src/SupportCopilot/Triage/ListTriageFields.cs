using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage;

/// <summary>Lists what the fields may be set to.</summary>
public sealed class ListTriageFields(SupportDbContext db)
{
    /// <summary>The lists of the tenant in scope.</summary>
    public async Task<TriageFieldValues> RunAsync(CancellationToken ct)
    {
        var taxonomy = await Taxonomy.LoadAsync(db, ct);
        return new TriageFieldValues(
            taxonomy.Values(TriageField.Category), taxonomy.Subcategories, taxonomy.Values(TriageField.RootCause), taxonomy.Values(TriageField.Priority),
            taxonomy.Values(TriageField.Urgency), taxonomy.Values(TriageField.Sentiment), taxonomy.Values(TriageField.Emotion), taxonomy.Values(TriageField.Language));
    }
}

/// <summary>The values of each field; of the subcategory, those of each category.</summary>
public sealed record TriageFieldValues(
    IReadOnlyList<string> Category,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Subcategory,
    IReadOnlyList<string> RootCause,
    IReadOnlyList<string> Priority,
    IReadOnlyList<string> Urgency,
    IReadOnlyList<string> Sentiment,
    IReadOnlyList<string> Emotion,
    IReadOnlyList<string> Language);
