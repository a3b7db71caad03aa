using SupportCopilot.Access;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Times;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Renames, stops, pauses, resumes, snoozes and deletes what the scope's caller has saved.</summary>
internal sealed class ChangeSaved(SupportDbContext db, MySaved mine, SavedNames names, DescribeSaved describe, AuditLog audit, TimeProvider clock)
{
    private const string None = "There is no such report or alert, or none that is yours.";

    public async Task<KeepResult> RenameAsync(RenameReport request, CancellationToken ct)
    {
        if (await mine.FindAsync(request.Id, ct) is not { } report) return Not(None);
        if (SavedNames.ProblemOf(request.Name) is { } problem) return Not(problem);
        if (await names.FindAsync(report.OwnerId, request.Name, ct) is { } other && other.Id != report.Id) return Not($"There is one called «{other.Name}» already.");

        var before = report.Name;
        report.Rename(request.Name);
        report.Version++;
        return await DoneAsync(report, "report.renamed", thing => $"«{before}» is called «{thing.Name}» from now on.", ct);
    }

    public async Task<KeepResult> SnoozeAsync(SnoozeAlert request, CancellationToken ct)
    {
        if (await mine.FindAsync(request.Id, ct) is not { IsAlert: true } report || await mine.WatchOfAsync(report.Id, ct) is not { } watch) return Not("There is no such alert, or none that is yours.");
        // Who snoozes wants to hear again afterwards, if the figure is beyond its bound still.
        (watch.SnoozedUntil, watch.IsCrossed) = (request.Until, false);
        watch.Version++;
        return await DoneAsync(report, "alert.snoozed", thing => $"«{thing.Name}» keeps still until {CronWords.Moment(request.Until, report.TimeZone)}. If the figure is beyond its bound then, I tell you again.", ct);
    }

    public async Task<KeepResult> ChangeAsync(ChangeReport request, CancellationToken ct)
    {
        if (await mine.FindAsync(request.Id, ct) is not { } report) return Not(None);
        var schedules = await mine.SchedulesOfAsync(report.Id, ct);
        var watch = await mine.WatchOfAsync(report.Id, ct);
        if (request.To is ReportChange.Deleted) return await DeleteAsync(report, schedules, watch, ct);
        if (schedules.Count == 0 && watch is null) return Not($"«{report.Name}» does not come by itself. Say «send {report.Name} here every Monday at 9», or «delete {report.Name}».");
        if (request.To is ReportChange.Stopped && watch is null)
        {
            db.ReportSchedules.RemoveRange(schedules);
            return await DoneAsync(report, "report.stopped", thing => $"«{thing.Name}» comes no more. It stays saved: «run {thing.Name}» shows it, «delete {thing.Name}» removes it.", ct);
        }

        Turn(schedules, watch, request.To is ReportChange.Resumed);
        return await DoneAsync(report, request.To is ReportChange.Resumed ? "report.resumed" : "report.paused",
            thing => request.To is ReportChange.Resumed ? $"«{thing.Name}» is on again.{SaveReports.Coming(thing)}" : $"«{thing.Name}» is paused. Say «resume {thing.Name}» to have it again.", ct);
    }

    private void Turn(IReadOnlyList<ReportSchedule> schedules, AlertWatch? watch, bool isOn)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var schedule in schedules)
        {
            if (isOn && !schedule.IsOn) schedule.HandledUntil = now;   // what was due in the pause is not made up for
            (schedule.IsOn, schedule.StoppedBecause) = (isOn, null);
            schedule.Version++;
        }

        if (watch is null) return;
        if (isOn) watch.SnoozedUntil = null;
        (watch.IsOn, watch.StoppedBecause) = (isOn, null);
        watch.Version++;
    }

    private async Task<KeepResult> DeleteAsync(SavedReport report, IReadOnlyList<ReportSchedule> schedules, AlertWatch? watch, CancellationToken ct)
    {
        db.ReportSchedules.RemoveRange(schedules);
        if (watch is not null) db.AlertWatches.Remove(watch);
        db.SavedReports.Remove(report);
        audit.Add("report.deleted", $"report/{report.Number}");
        await db.SaveChangesAsync(ct);
        return new(true, $"«{report.Name}» is deleted{(schedules.Count > 0 ? " and comes no more" : "")}.", []);
    }

    private async Task<KeepResult> DoneAsync(SavedReport report, string action, Func<SavedThing, string> words, CancellationToken ct)
    {
        audit.Add(action, $"report/{report.Number}");
        await db.SaveChangesAsync(ct);
        var thing = await describe.OneAsync(report, ct);
        return new(true, words(thing), [thing]);
    }

    private static KeepResult Not(string why) => new(false, why, []);
}
