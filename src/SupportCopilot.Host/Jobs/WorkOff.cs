using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Storage;
using SupportCopilot.Triage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Works off what the tickets of a tenant are owed: triage, then their place in the index.</summary>
internal sealed class WorkOff(Leases leases, TriageOwed triage, IndexOwed index)
{
    // Longer than the longest step between two renewals, which is the first learning of a large desk's meanings.
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);

    /// <summary>Works until nothing is owed any more, or somebody else is at it.</summary>
    public async Task RunAsync(int tenantId, CancellationToken ct)
    {
        await using var lease = await leases.TryTakeAsync($"work-off/{tenantId}", LeaseTime, ct);
        if (lease is null) return;   // a command or another server is at it

        while (await triage.RunAsync(ct) > 0) await lease.RenewAsync(ct);
        while (await index.RunAsync(ct) > 0) await lease.RenewAsync(ct);
    }
}
