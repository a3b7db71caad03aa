using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// The indexes in memory, one for each tenant and sight. A question waits for one only where there is none yet, or where it
/// has a word that was not found; an index that has become old is read again behind the questions' back.
/// </summary>
internal sealed partial class ValueIndexes(TimeProvider clock, ISqlDialect dialect, IServiceScopeFactory scopes, ILogger<ValueIndexes> log)
{
    private const int MostKept = 64;

    // Corrected and triaged fields bring new values without a new row; so old an index is read again.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    // Reading takes its time on a large desk; no more than a tenth of the time goes into it while tickets stream in.
    private const double MostOfTheTime = 10;

    private readonly ConcurrentDictionary<(int Tenant, string Sight), Kept> _kept = new();
    private readonly ConcurrentDictionary<(int Tenant, string Sight), bool> _beingRead = new();

    /// <summary>The index of a tenant and sight; at once, it is read again unless that was just now: a word was not found, and may be new.</summary>
    public async Task<ValueIndex> OfAsync(SupportDbContext db, int tenantId, Visibility sight, bool atOnce, CancellationToken ct)
    {
        var key = (tenantId, KeyOf(sight));
        if (!_kept.TryGetValue(key, out var kept)) return await ReadAsync(db, key, sight, ct);

        var age = clock.GetElapsedTime(kept.ReadAt);
        var isDue = age >= Oldest && age >= kept.Took * MostOfTheTime;
        if (atOnce)
        {
            var isJustRead = age < kept.Took * MostOfTheTime && kept.Mark == await MarkAsync(db, ct);
            return isJustRead ? kept.Index : await ReadAsync(db, key, sight, ct);
        }

        if (isDue && _beingRead.TryAdd(key, true)) _ = Task.Run(() => ReadBehindAsync(key, sight), CancellationToken.None);
        return kept.Index;
    }

    private async Task ReadBehindAsync((int Tenant, string Sight) key, Visibility sight)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(key.Tenant);
            await ReadAsync(scope.ServiceProvider.GetRequiredService<SupportDbContext>(), key, sight, CancellationToken.None);
        }
        catch (Exception failed)
        {
            // Nobody waits for it; the next question after this one tries again, with the old index in hand.
            NotRead(log, failed, key.Tenant);
        }
        finally
        {
            _beingRead.TryRemove(key, out _);
        }
    }

    private async Task<ValueIndex> ReadAsync(SupportDbContext db, (int Tenant, string Sight) key, Visibility sight, CancellationToken ct)
    {
        var started = clock.GetTimestamp();
        var mark = await MarkAsync(db, ct);
        var index = await new LoadValues(db, key.Tenant, dialect).RunAsync(sight, ct);
        if (_kept.Count >= MostKept) _kept.Clear();
        _kept[key] = new Kept(index, mark, started, clock.GetElapsedTime(started));
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The values of tenant {TenantId} could not be read again; the last ones are used until they can.")]
    private static partial void NotRead(ILogger log, Exception failed, int tenantId);

    private sealed record Kept(ValueIndex Index, string Mark, long ReadAt, TimeSpan Took);
}
