using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Evaluations;

/// <summary>Finds the servers that fell below the floor of a task when they were last evaluated on the tenant's sets: the router asks them last.</summary>
internal sealed class FindEvaluations(IServiceScopeFactory scopes, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);   // an evaluation takes longer than that

    private readonly ConcurrentDictionary<int, (IReadOnlySet<(string Task, string Server)> Below, long At)> _known = new();

    public async ValueTask<IReadOnlySet<(string Task, string Server)>> BelowFloorAsync(int tenantId, CancellationToken ct)
    {
        if (_known.TryGetValue(tenantId, out var known) && clock.GetElapsedTime(known.At) < Fresh) return known.Below;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var evaluations = scope.ServiceProvider.GetRequiredService<SupportDbContext>().ModelEvaluations.AsNoTracking();
        var newest = await evaluations.Where(e => e.Server != ModelEvaluation.Embedded).GroupBy(e => new { e.Task, e.Server, e.Set }).Select(g => g.Max(e => e.Id)).ToListAsync(ct);
        var below = (await evaluations.Where(e => newest.Contains(e.Id) && e.Score < e.Floor).Select(e => new { e.Task, e.Server }).ToListAsync(ct)).Select(e => (e.Task, e.Server)).ToHashSet();
        _known[tenantId] = (below, clock.GetTimestamp());
        return below;
    }

    /// <summary>Forgets what it knew of a tenant that has just been evaluated.</summary>
    public void Forget(int tenantId) => _known.TryRemove(tenantId, out _);
}
