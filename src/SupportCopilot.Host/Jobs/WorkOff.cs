using Microsoft.EntityFrameworkCore;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.Training;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Host.Jobs;

/// <summary>
/// Works off what the tickets of a tenant are owed: triage, then their place in the index, and in the segments that questions read. A model, which may take seconds
/// for each ticket, is asked beside that, and the desk is told beside that: neither new tickets nor the index wait for them.
/// </summary>
internal sealed class WorkOff(SupportDbContext db, IServiceScopeFactory scopes, Leases leases, TrainClassifiers training, TriageOwed triage, IndexOwed index, KeepSegments segments, CountValues values)
{
    // Longer than the longest step between two renewals, which is the first learning of a large desk's meanings.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    // While a model is asked or the desk is told: how often to look for what has come meanwhile.
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

        await segments.RunAsync(() => lease.RenewAsync(ct), ct);   // first: after an import questions wait for them, and they take seconds where triage takes minutes
        if (learnFirst) await TrainIfManyAreOwedAsync(ct);
        await using var asking = Asking(tenantId, lease, runsAlone: false, ct);
        await using var telling = Telling(tenantId, ct);
        do
        {
            var owed = Math.Max(1, await db.Tickets.CountAsync(t => t.Owed != Owed.Nothing, ct));
            for (int left; (left = await triage.RunAsync(ct)) > 0; progress?.Report(0.5 * (owed - left) / owed)) await lease.RenewAsync(ct);
            asking.Start();
            telling.Start();
            for (int indexed, all = 0; (indexed = await index.RunAsync(ct)) > 0; progress?.Report(0.5 + Math.Min(0.5, 0.5 * (all += indexed) / owed))) await lease.RenewAsync(ct);
            await segments.RunAsync(() => lease.RenewAsync(ct), ct);
            await lease.RenewAsync(ct);
        }
        while (await Beside.HaveWorkedWithinAsync(LookEvery, ct, asking, telling));
        await values.RunIfDueAsync(ct);
        return true;
    }

    /// <summary>Works the batches of triage that were asked for, and nothing else; then passes on what came of them.</summary>
    /// <param name="tenantId">The tenant, which is the scope's.</param>
    /// <param name="passOn">Whether to tell the desk, and the index, of what is owed to them.</param>
    /// <param name="ct">Cancels; what is not done yet is taken up by whoever comes next.</param>
    /// <returns>Whether the work was ours; false when a command or a server is at it, which works them too.</returns>
    public async Task<bool> RunsAsync(int tenantId, bool passOn, CancellationToken ct)
    {
        await using var lease = await leases.TryTakeAsync(NameOf(tenantId), LeaseTime, ct);
        if (lease is null) return false;

        await using var asking = Asking(tenantId, lease, runsAlone: true, ct);
        await using var telling = Telling(tenantId, ct);
        asking.Start();
        do
        {
            if (passOn)
            {
                telling.Start();
                while (await index.RunAsync(ct) > 0) await lease.RenewAsync(ct);
            }

            await lease.RenewAsync(ct);
        }
        while (await Beside.HaveWorkedWithinAsync(LookEvery, ct, asking, telling));
        return true;
    }

    private static string NameOf(int tenantId) => $"work-off/{tenantId}";

    private Beside Asking(int tenantId, LeaseHold lease, bool runsAlone, CancellationToken ct) =>
        new(scopes, tenantId, (services, stop) => services.GetRequiredService<TriageByModel>().RunAsync(lease, runsAlone, stop), ct);

    private Beside Telling(int tenantId, CancellationToken ct) => new(scopes, tenantId, (services, stop) => services.GetRequiredService<WriteBackOwed>().RunAsync(stop), ct);

    /// <summary>Many tickets at once have come from a file or a new desk: its own labels teach before its blanks are filled.</summary>
    private async Task TrainIfManyAreOwedAsync(CancellationToken ct)
    {
        var owed = await db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing).Select(t => t.Id).OrderBy(id => id)
            .Take(TrainClassifiers.MinExamples).CountAsync(ct);
        if (owed >= TrainClassifiers.MinExamples && await training.IsDueAsync(ct)) await training.RunAsync(ct);
    }
}
