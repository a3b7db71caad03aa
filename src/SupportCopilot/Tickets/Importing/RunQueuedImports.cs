using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Importing;

/// <summary>Works off the uploads of a tenant, the oldest first, and takes up those that a restart interrupted.</summary>
public sealed class RunQueuedImports(SupportDbContext db, ImportFile import, Leases leases, ImportFolders folders)
{
    // A batch takes well under a second; the time is for a database that is busy.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    /// <summary>Works until no upload is left, or somebody else is at it.</summary>
    public async Task RunAsync(int tenantId, CancellationToken ct)
    {
        if (!await Waiting().AnyAsync(ct)) return;
        await using var lease = await leases.TryTakeAsync($"import/{tenantId}", LeaseTime, ct);
        if (lease is null) return;

        while (await Waiting().OrderBy(run => run.CreatedAt).FirstOrDefaultAsync(ct) is { } next)
        {
            var keep = new KeepLease(lease, ct);
            await import.RunAsync(next, folders.Of(next.StoredAs!), keep, ct);
            await keep.Renewed;
        }
    }

    /// <summary>Runs of commands have no upload: the command itself works them off.</summary>
    private IQueryable<ImportRun> Waiting() =>
        db.Imports.Where(run => run.StoredAs != null && run.Kind == "tickets" && (run.Status == "queued" || run.Status == "running"));

    /// <summary>Renews the lease after each batch, one renewal at a time.</summary>
    private sealed class KeepLease(LeaseHold lease, CancellationToken ct) : IProgress<double>
    {
        public Task Renewed { get; private set; } = Task.CompletedTask;

        public void Report(double value)
        {
            if (Renewed.IsCompletedSuccessfully) Renewed = lease.RenewAsync(ct);
        }
    }
}
