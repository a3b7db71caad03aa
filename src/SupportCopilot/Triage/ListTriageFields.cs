using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage;

/// <summary>Lists what the fields may be set to. Every sidebar asks for it when it is opened, so the lists are kept for a moment.</summary>
public sealed class ListTriageFields
{
    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly TriageFieldsKept _kept;
    private readonly TimeProvider _clock;

    internal ListTriageFields(SupportDbContext db, CurrentTenant tenant, TriageFieldsKept kept, TimeProvider clock) =>
        (_db, _tenant, _kept, _clock) = (db, tenant, kept, clock);

    /// <summary>The lists of the tenant in scope.</summary>
    public Task<TriageFieldValues> RunAsync(CancellationToken ct) => _kept.Lists.OfAsync(_tenant.Id, _clock, ReadAsync, ct);

    private async Task<TriageFieldValues> ReadAsync(CancellationToken ct)
    {
        var taxonomy = await Taxonomy.LoadAsync(_db, ct);
        return new TriageFieldValues(
            taxonomy.Values(TriageField.Category), taxonomy.Subcategories, taxonomy.Values(TriageField.RootCause), taxonomy.Values(TriageField.Priority),
            taxonomy.Values(TriageField.Urgency), taxonomy.Values(TriageField.Sentiment), taxonomy.Values(TriageField.Emotion), taxonomy.Values(TriageField.Language));
    }
}

/// <summary>The lists read so far, by tenant. A value that a desk gives for the first time is offered within a minute; reading them is a pass over all its tickets.</summary>
internal sealed class TriageFieldsKept
{
    public KeptForAWhile<TriageFieldValues> Lists { get; } = new(TimeSpan.FromMinutes(1));
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
