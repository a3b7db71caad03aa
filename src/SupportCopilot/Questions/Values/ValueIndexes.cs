using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Values;

/// <summary>The indexes in memory, one for each tenant and sight.</summary>
internal sealed class ValueIndexes(TimeProvider clock)
{
    private const int MostKept = 64;

    // Corrected and triaged fields bring new values without a new row; so old an index is read again at the next question.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    // Reading takes its time on a large desk; no more than a tenth of the time goes into it while tickets stream in.
    private const double MostOfTheTime = 10;

    private readonly ConcurrentDictionary<(int Tenant, string Sight), Kept> _kept = new();

    /// <summary>The index of a tenant and sight, as new as the desk's newest rows; at once, it is read again unless that was just now: a word was not found, and may be new.</summary>
    public async Task<ValueIndex> OfAsync(SupportDbContext db, int tenantId, Visibility sight, bool atOnce, CancellationToken ct)
    {
        var key = (tenantId, KeyOf(sight));
        var now = clock.GetTimestamp();
        var mark = await MarkAsync(db, ct);
        if (_kept.TryGetValue(key, out var kept))
        {
            var age = clock.GetElapsedTime(kept.ReadAt, now);
            var isCurrent = kept.Mark == mark && age < Oldest && !atOnce;
            if (isCurrent || age < kept.Took * MostOfTheTime && kept.Mark == mark) return kept.Index;
            if (!atOnce && age < kept.Took * MostOfTheTime) return kept.Index;
        }

        var index = await new LoadValues(db).RunAsync(sight, ct);
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[key] = new Kept(index, mark, now, clock.GetElapsedTime(now));
        return index;
    }

    /// <summary>Grows with new tickets, people, groups, organizations and clusters: five look-ups at the ends of keys.</summary>
    private static async Task<string> MarkAsync(SupportDbContext db, CancellationToken ct) => string.Join('.',
        await LastAsync(db.Tickets.Select(t => t.Id), ct), await LastAsync(db.People.Select(p => p.Id), ct), await LastAsync(db.Groups.Select(g => g.Id), ct),
        await LastAsync(db.Organizations.Select(o => o.Id), ct), await LastAsync(db.Clusters.Select(c => c.Id), ct));

    // Read backwards: a MAX within a tenant would read all of its keys.
    private static Task<long> LastAsync(IQueryable<long> ids, CancellationToken ct) => ids.OrderByDescending(id => id).FirstOrDefaultAsync(ct);

    private static string KeyOf(Visibility sight) =>
        $"{string.Join(',', sight.GroupIds.Order())}|{string.Join(',', sight.OrganizationIds.Order())}|{string.Join('\u001f', sight.Brands.Order(StringComparer.Ordinal))}";

    private sealed record Kept(ValueIndex Index, string Mark, long ReadAt, TimeSpan Took);
}
