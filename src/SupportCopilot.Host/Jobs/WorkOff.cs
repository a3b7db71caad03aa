using Microsoft.EntityFrameworkCore;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Host.Jobs;

/// <summary>Works off what the tickets of a tenant are owed: triage, then their place in the index.</summary>
internal sealed class WorkOff(SupportDbContext db, Leases leases, TrainClassifiers training, TriageOwed triage, IndexOwed index)
{
    // Longer than the longest step between two renewals, which is the first learning of a large desk's meanings.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    /// <summary>Works until nothing is owed any more, or somebody else is at it.</summary>
    /// <param name="tenantId">The tenant, which is the scope's.</param>
    /// <param name="progress">The share that is done, 0–1; triage and index count half each.</param>
    /// <param name="learnFirst">Whether a desk's own labels may teach before its blanks are filled; else rules fill them, and the training job comes later.</param>
    /// <param name="ct">Cancels between two batches; what is not done yet stays owed.</param>
    /// <returns>Whether the work was ours; false when a command or another server is at it.</returns>
    public async Task<bool> RunAsync(int tenantId, IProgress<double>? progress, CancellationToken ct, bool learnFirst = true)
    {
        await using var lease = await leases.TryTakeAsync($"work-off/{tenantId}", LeaseTime, ct);
        if (lease is null) return false;

        if (learnFirst) await TrainIfManyAreOwedAsync(ct);
        var owed = Math.Max(1, await db.Tickets.CountAsync(t => t.Owed != Owed.Nothing, ct));
        for (int left; (left = await triage.RunAsync(ct)) > 0; progress?.Report(0.5 * (owed - left) / owed)) await lease.RenewAsync(ct);
        for (int indexed, all = 0; (indexed = await index.RunAsync(ct)) > 0; progress?.Report(0.5 + Math.Min(0.5, 0.5 * (all += indexed) / owed))) await lease.RenewAsync(ct);
        return true;
    }

    /// <summary>Many tickets at once have come from a file or a new desk: its own labels teach before its blanks are filled.</summary>
    private async Task TrainIfManyAreOwedAsync(CancellationToken ct)
    {
        var owed = await db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing).Select(t => t.Id).OrderBy(id => id)
            .Take(TrainClassifiers.MinExamples).CountAsync(ct);
        if (owed >= TrainClassifiers.MinExamples && await training.IsDueAsync(ct)) await training.RunAsync(ct);
    }
}
