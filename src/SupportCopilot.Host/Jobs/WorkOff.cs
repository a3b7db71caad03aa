using Microsoft.EntityFrameworkCore;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Host.Jobs;

/// <summary>
/// Works off what the tickets of a tenant are owed: triage, then their place in the index. A model, which may take seconds
/// for each ticket, is asked beside that: neither new tickets nor the index wait for it.
/// </summary>
internal sealed class WorkOff(SupportDbContext db, IServiceScopeFactory scopes, Leases leases, TrainClassifiers training, TriageOwed triage, IndexOwed index)
{
    // Longer than the longest step between two renewals, which is the first learning of a large desk's meanings.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    // While a model is asked: how often to look for what has come, and to pass on what it has said.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Works until nothing is owed any more, or somebody else is at it.</summary>
    /// <param name="tenantId">The tenant, which is the scope's.</param>
    /// <param name="progress">The share that is done, 0–1; triage and index count half each.</param>
    /// <param name="learnFirst">Whether a desk's own labels may teach before its blanks are filled; else rules fill them, and the training job comes later.</param>
    /// <param name="ct">Cancels between two batches; what is not done yet stays owed.</param>
    /// <returns>Whether the work was ours; false when a command or another server is at it.</returns>
    public async Task<bool> RunAsync(int tenantId, IProgress<double>? progress, CancellationToken ct, bool learnFirst = true)
    {
        await using var lease = await leases.TryTakeAsync(NameOf(tenantId), LeaseTime, ct);
        if (lease is null) return false;

        if (learnFirst) await TrainIfManyAreOwedAsync(ct);
        await using var asking = new ModelBeside(scopes, tenantId, lease, runsAlone: false, ct);
        do
        {
            await EmbeddedWayAsync(lease, progress, asking, ct);
        }
        while (await asking.HasWorkedWithinAsync(LookEvery));
        return true;
    }

    /// <summary>Works the batches of triage that were asked for, and nothing else; then passes on what came of them.</summary>
    /// <returns>Whether the work was ours; false when a command or a server is at it, which works them too.</returns>
    public async Task<bool> RunsAsync(int tenantId, CancellationToken ct)
    {
        await using var lease = await leases.TryTakeAsync(NameOf(tenantId), LeaseTime, ct);
        if (lease is null) return false;

        await using var asking = new ModelBeside(scopes, tenantId, lease, runsAlone: true, ct);
        asking.Start();
        while (await asking.HasWorkedWithinAsync(LookEvery)) await PassOnAsync(lease, null, 1, ct);
        await PassOnAsync(lease, null, 1, ct);
        return true;
    }

    private static string NameOf(int tenantId) => $"work-off/{tenantId}";

    private async Task EmbeddedWayAsync(LeaseHold lease, IProgress<double>? progress, ModelBeside asking, CancellationToken ct)
    {
        var owed = Math.Max(1, await db.Tickets.CountAsync(t => t.Owed != Owed.Nothing, ct));
        for (int left; (left = await triage.RunAsync(ct)) > 0; progress?.Report(0.5 * (owed - left) / owed)) await lease.RenewAsync(ct);
        asking.Start();
        await PassOnAsync(lease, progress, owed, ct);
    }

    private async Task PassOnAsync(LeaseHold lease, IProgress<double>? progress, int owed, CancellationToken ct)
    {
        for (int indexed, all = 0; (indexed = await index.RunAsync(ct)) > 0; progress?.Report(0.5 + Math.Min(0.5, 0.5 * (all += indexed) / owed))) await lease.RenewAsync(ct);
        await lease.RenewAsync(ct);
    }

    /// <summary>Many tickets at once have come from a file or a new desk: its own labels teach before its blanks are filled.</summary>
    private async Task TrainIfManyAreOwedAsync(CancellationToken ct)
    {
        var owed = await db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing).Select(t => t.Id).OrderBy(id => id)
            .Take(TrainClassifiers.MinExamples).CountAsync(ct);
        if (owed >= TrainClassifiers.MinExamples && await training.IsDueAsync(ct)) await training.RunAsync(ct);
    }
}
