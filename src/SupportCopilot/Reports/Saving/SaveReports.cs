using SupportCopilot.Access;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Saves a question as a report, and has it come by itself.</summary>
internal sealed class SaveReports(SupportDbContext db, MySaved mine, SavedNames names, FindPlace places, ScheduleReport schedule, DescribeSaved describe, AuditLog audit, TimeProvider clock)
{
    public async Task<KeepResult> SaveAsync(SaveReport request, RequestPlace said, CancellationToken ct)
    {
        if (mine.OwnerId is not { } owner) return Not("A report belongs to a person.");
        if (SavedNames.ProblemOf(request.Name) is { } problem) return Not(problem);
        var place = request.Times is null ? null : await places.RunAsync(said, ct);
        if (place?.Problem is { } noPlace) return Not(noPlace);
        if (request.Times is { } times && ScheduleReport.ProblemOf(times) is { } wrong) return Not(wrong);

        var report = await names.FindAsync(owner, request.Name, ct);
        if (report is not null && (report.IsAlert || report.Shape != request.Question.Shape || report.Question != request.Question.Text))
            return Not($"You already have {(report.IsAlert ? "an alert" : "a report")} called «{report.Name}»; it asks «{report.Question}». Choose another name, or delete that one first.");
        var isNew = report is null;
        if (isNew && await names.IsFullAsync(owner, ct)) return Not("You have as many reports and alerts as one person can have; delete one first.");

        report ??= Add(request, owner);
        audit.Add(isNew ? "report.saved" : "report.changed", "report", request.Times?.Cron);
        await db.SaveChangesAsync(ct);
        if (request.Times is { } when) await schedule.SetAsync(report, when, place!.Conversation, said, ct);

        var thing = await describe.OneAsync(report, ct);
        var days = request.Question.HasFixedDays ? " It names its days, so it will always tell of the same ones." : "";
        return new(true, $"Saved as «{thing.Name}».{Coming(thing)}{days}{(request.Times is null ? $" Say «run {thing.Name}» to see it, or «send it here every Monday at 9»." : "")}", [thing]);
    }

    public async Task<KeepResult> SendAsync(SendReport request, RequestPlace said, CancellationToken ct)
    {
        if (await mine.FindAsync(request.Id, ct) is not { IsAlert: false } report) return Not("There is no such report, or none that is yours.");
        if (ScheduleReport.ProblemOf(request.Times) is { } wrong) return Not(wrong);
        var place = await places.RunAsync(said, ct);
        if (place.Problem is { } noPlace) return Not(noPlace);

        await schedule.SetAsync(report, request.Times, place.Conversation, said, ct);
        var thing = await describe.OneAsync(report, ct);
        return new(true, $"«{thing.Name}» is sent from now on.{Coming(thing)}", [thing]);
    }

    /// <summary>«It comes every Monday at 09:00 in general, next on Monday 16 March 2026 at 09:00 (Europe/London).»</summary>
    public static string Coming(SavedThing thing) => thing switch
    {
        { When: { } when, Next: { } next, Place: { } place } => $" It comes {when} ({place}), next on {next}.{(place.StartsWith("kept", StringComparison.Ordinal) ? $" This conversation is none of Teams: each answer is kept, and GET /api/reports/{thing.Id} leads to it." : "")}",
        _ => "",
    };

    private SavedReport Add(SaveReport request, long owner)
    {
        var report = new SavedReport { OwnerId = owner, Name = "", NameKey = "", Question = request.Question.Text, Shape = request.Question.Shape, TimeZone = request.Question.TimeZone, CreatedAt = clock.GetUtcNow().UtcDateTime };
        report.Rename(request.Name);
        db.SavedReports.Add(report);
        return report;
    }

    private static KeepResult Not(string why) => new(false, why, []);
}
