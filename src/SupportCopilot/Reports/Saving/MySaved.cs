using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>The reports and alerts that the scope's caller may change: their own, and for an admin everybody's.</summary>
internal sealed class MySaved(SupportDbContext db, CurrentCaller caller)
{
    /// <summary>Whether the caller is somebody who could own one.</summary>
    public long? OwnerId => caller.Value is { PersonId: > 0 } person ? person.PersonId : null;

    public IQueryable<SavedReport> All => caller.Value is { } person && !person.Has(Role.Admin)
        ? db.SavedReports.Where(r => r.OwnerId == person.PersonId)
        : db.SavedReports;

    /// <summary>One by the number that people see, to be changed; null where there is none.</summary>
    public Task<SavedReport?> FindAsync(long number, CancellationToken ct)
    {
        var id = number - SavedReport.FirstNumber;
        return All.SingleOrDefaultAsync(r => r.Id == id, ct);
    }

    public async Task<IReadOnlyList<ReportSchedule>> SchedulesOfAsync(long reportId, CancellationToken ct) =>
        await db.ReportSchedules.Where(s => s.ReportId == reportId).OrderBy(s => s.Id).ToListAsync(ct);

    public Task<AlertWatch?> WatchOfAsync(long reportId, CancellationToken ct) => db.AlertWatches.SingleOrDefaultAsync(w => w.ReportId == reportId, ct);
}
