using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Describing;
using SupportCopilot.Clusters.Finding;
using SupportCopilot.Knowledge;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

/// <summary>
/// Finds tickets that are alike and tells what each cluster is about. What is known stays: clusters keep their numbers,
/// names and decisions, new tickets join the cluster they are like, and only what is left over is clustered. The same
/// tickets again change nothing.
/// </summary>
public sealed class FindClusters
{
    private const int WorthANewName = 2;   // a cluster that doubled since is about more than it was
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(30);

    private readonly SupportDbContext _db;
    private readonly ISearchIndex _index;
    private readonly CurrentTenant _tenant;
    private readonly DescribeGroups _describe;
    private readonly StoreClusters _store;

    internal FindClusters(SupportDbContext db, ISearchIndex index, CurrentTenant tenant, DescribeGroups describe, StoreClusters store) =>
        (_db, _index, _tenant, _describe, _store) = (db, index, tenant, describe, store);

    /// <param name="hold">The lease on this tenant's clusters; everything is written under it.</param>
    /// <param name="anew">Whether to look at all tickets anew, but for clusters that a person had a hand in.</param>
    /// <param name="progress">Told the share that is done, 0–1.</param>
    /// <param name="ct">Stops; what is stored by then are whole clusters.</param>
    /// <returns>What was found; nothing where the index has learned no meanings yet.</returns>
    public async Task<ClusterFindings> RunAsync(LeaseHold hold, bool anew, IProgress<double>? progress, CancellationToken ct)
    {
        if (await ReadVectors.RunAsync(_db, _index, _tenant.Id, ct) is not { } tickets) return new(0, 0, 0, 0, 0);
        progress?.Report(0.05);
        var (known, found) = await GroupAsync(tickets, hold, anew, Part(progress, 0.05, 0.65), ct);
        var plan = StoringPlan.Of(found, known, [.. tickets.Ids]);
        var descriptions = await DescribeAsync(found, known, plan, ct);
        progress?.Report(0.75);

        var written = new Dictionary<GroupedCluster, long>();
        foreach (var group in found)
        {
            written[group] = await _store.WriteAsync(group, descriptions.GetValueOrDefault(group), plan.ElsewhereOf(group), known, hold, ct);
            progress?.Report(0.75 + (0.25 * written.Count / found.Count));
        }
        await _store.ReleaseAsync(plan.Released, hold, ct);
        foreach (var (cluster, heir) in plan.Ended) await _store.EndAsync(cluster, heir is null ? null : written[heir], hold, ct);
        progress?.Report(1);
        return new(tickets.Ids.Count, found.Count, found.Count(group => group.ClusterId is null), plan.Ended.Count(e => e.Heir is not null), plan.Ended.Count(e => e.Heir is null));
    }

    /// <summary>Groups the tickets; anew where somebody decided meanwhile, as what a person had a hand in keeps its tickets.</summary>
    private async Task<(KnownClusters Known, IReadOnlyList<GroupedCluster> Found)> GroupAsync(
        TicketVectors tickets, LeaseHold hold, bool anew, IProgress<double>? progress, CancellationToken ct)
    {
        for (var known = await KnownClusters.ReadAsync(_db, ct); ;)
        {
            var before = known;
            var groups = await WhileHoldingAsync(hold, () => GroupTickets.Run(tickets, before, anew, progress, ct), ct);
            known = await KnownClusters.ReadAsync(_db, ct);
            if (known.Settled.SetEquals(before.Settled)) return (known, groups);
        }
    }

    /// <summary>New clusters are described, and those nobody decided on that have doubled. No two get one name.</summary>
    private async Task<Dictionary<GroupedCluster, ClusterDescription>> DescribeAsync(IReadOnlyList<GroupedCluster> found, KnownClusters known, StoringPlan plan, CancellationToken ct)
    {
        var sizes = known.All.Where(c => c.IsProposed).ToDictionary(c => c.Id, c => c.DescribedSize);
        var chosen = found.Where(group => group.ClusterId is not { } id
            || (sizes.TryGetValue(id, out var described) && group.Tickets.Count + plan.ElsewhereOf(group) >= WorthANewName * Math.Max(1, described))).ToList();
        var described = await _describe.RunAsync([.. chosen.Select(group => (IReadOnlyList<long>)[.. group.Tickets.Take(DescribeGroups.LookedAt).Select(t => t.Id)])], ct);

        var others = chosen.Select(group => group.ClusterId).OfType<long>().ToHashSet();
        var taken = await _db.Clusters.Where(c => c.State != ClusterState.Gone).Select(c => new { c.Id, c.Name }).ToListAsync(ct);
        var names = new DistinctNames(taken.Where(c => !others.Contains(c.Id)).Select(c => c.Name));
        return chosen.Zip(described).ToDictionary(pair => pair.First, pair => pair.Second with { Name = names.Take(pair.Second.Name) });
    }

    /// <summary>Does long work beside a hold that is renewed meanwhile.</summary>
    private static async Task<T> WhileHoldingAsync<T>(LeaseHold hold, Func<T> work, CancellationToken ct)
    {
        var running = Task.Run(work, ct);
        while (await Task.WhenAny(running, Task.Delay(Heartbeat, ct)) != running) await hold.RenewAsync(ct);
        return await running;
    }

    private static Share? Part(IProgress<double>? whole, double from, double to) => whole is null ? null : new Share(whole, from, to);

    private sealed class Share(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + ((to - from) * value));
    }
}

/// <summary>What a search for clusters came to.</summary>
/// <param name="Tickets">Tickets looked at.</param>
/// <param name="Clusters">Clusters there are.</param>
/// <param name="Found">New ones among them.</param>
/// <param name="Merged">Known ones that went into another.</param>
/// <param name="Gone">Known ones that are gone.</param>
public sealed record ClusterFindings(int Tickets, int Clusters, int Found, int Merged, int Gone);
