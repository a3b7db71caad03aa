using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Learning.Classification;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Training;

/// <summary>
/// Keeps each tenant's newest classifiers and lists in memory. Every use asks the database which classifiers are the
/// newest, so that what another process trained is taken up at once.
/// </summary>
public sealed class TenantClassifier(TimeProvider clock)
{
    // The lists grow by values the desk begins to use; a few minutes' delay changes a suggestion's spelling at most.
    private static readonly TimeSpan TaxonomyAge = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<int, Loaded> _tenants = new();

    /// <summary>What a tenant has to triage with.</summary>
    internal async Task<TenantModels> ForAsync(SupportDbContext db, int tenantId, CancellationToken ct)
    {
        var newest = await NewestAsync(db, ct);
        var now = clock.GetUtcNow();
        var known = _tenants.GetValueOrDefault(tenantId);
        var isSame = known is not null && known.Ids.SequenceEqual(newest.Select(row => row.Id));
        if (isSame && now - known!.TaxonomyReadAt < TaxonomyAge) return known.Models;

        var taxonomy = await Taxonomy.LoadAsync(db, ct);
        var classifiers = isSame ? known!.Models.Classifiers : await ReadAsync(db, [.. newest.Where(row => row.InUse).Select(row => row.Id)], ct);
        var models = new TenantModels(taxonomy, classifiers);
        _tenants[tenantId] = new Loaded([.. newest.Select(row => row.Id)], now, models);
        return models;
    }

    private static async Task<List<Row>> NewestAsync(SupportDbContext db, CancellationToken ct)
    {
        var rows = await db.Classifiers.AsNoTracking().Select(c => new Row(c.Id, c.Field, c.InUse)).ToListAsync(ct);
        return [.. rows.GroupBy(row => row.Field).Select(field => field.MaxBy(row => row.Id)!).OrderBy(row => row.Id)];
    }

    private static async Task<Dictionary<TriageField, FieldClassifier>> ReadAsync(SupportDbContext db, List<long> ids, CancellationToken ct)
    {
        var classifiers = new Dictionary<TriageField, FieldClassifier>();
        foreach (var row in await db.Classifiers.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(ct))
        {
            using var model = new MemoryStream(row.Model);
            if (TriageFields.Parse(row.Field) is { } field) classifiers[field] = new FieldClassifier(TicketClassifier.Read(model), row.NeedsGiven);
        }

        return classifiers;
    }

    private sealed record Row(long Id, string Field, bool InUse);

    private sealed record Loaded(IReadOnlyList<long> Ids, DateTimeOffset TaxonomyReadAt, TenantModels Models);
}
