using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Sending;

/// <summary>Stops what must not come any more, and says so where it used to come: silence would be taken for «nothing happened».</summary>
internal sealed class StopSaved(SupportDbContext db, PostOnce posts, AuditLog audit)
{
    private const string OwnerGone = "its owner may see no figures here any more";

    public async Task ScheduleAsync(SavedReport report, ReportSchedule schedule, CancellationToken ct)
    {
        await SayAsync(schedule.ConversationId, ReportIntent.Stopped(ReportIntent.Reports, schedule.Id, schedule.Version), $"«{report.Name}» comes no more: {OwnerGone}. Somebody else can ask for the same figure and have it sent.", ct);
        db.ChangeTracker.Clear();
        if (await db.ReportSchedules.SingleOrDefaultAsync(s => s.Id == schedule.Id && s.Version == schedule.Version, ct) is not { } row) return;
        (row.IsOn, row.StoppedBecause) = (false, OwnerGone);
        row.Version++;
        audit.Add("report.stopped", $"report/{report.Number}", "owner gone");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Stops an alert whose owner is gone, or whose question is no longer the one that was saved.</summary>
    public async Task WatchAsync(SavedReport report, AlertWatch watch, string? problem, CancellationToken ct)
    {
        var why = problem is null ? OwnerGone : $"it asks «{report.Question}», and {problem}";
        await SayAsync(watch.ConversationId, ReportIntent.Stopped(ReportIntent.Alerts, watch.Id, watch.Version), $"I watch «{report.Name}» no more: {why}.", ct);
        db.ChangeTracker.Clear();
        if (await db.AlertWatches.SingleOrDefaultAsync(w => w.Id == watch.Id && w.Version == watch.Version, ct) is not { } row) return;
        (row.IsOn, row.StoppedBecause) = (false, problem is null ? OwnerGone : "its question is no longer read as it was saved");
        row.Version++;
        audit.Add("alert.stopped", $"report/{report.Number}", problem is null ? "owner gone" : "question changed");
        await db.SaveChangesAsync(ct);
    }

    private async Task SayAsync(long? conversationId, string intent, string words, CancellationToken ct)
    {
        if (conversationId is not { } id || await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } to) return;
        await posts.RunAsync(intent, to, _ => Task.FromResult<IPost>(new NoticePost(words)), ct);
    }
}
