using Microsoft.EntityFrameworkCore;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Times;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Gives a saved report its times in a conversation, in the place of those it had there.</summary>
internal sealed class ScheduleReport(SupportDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>What is wrong with times; null for nothing.</summary>
    public static string? ProblemOf(ReportTimes times) => Cron.ProblemOf(times.Cron) is { } wrong ? wrong
        : times.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? $"\"{zone}\" is no time zone; write one as Europe/London." : null;

    public async Task SetAsync(SavedReport report, ReportTimes times, Conversation? to, RequestPlace said, CancellationToken ct)
    {
        var (conversationId, place) = (to?.Id, to is null ? said.Conversation : null);
        var known = await db.ReportSchedules.SingleOrDefaultAsync(s => s.ReportId == report.Id && s.ConversationId == conversationId && s.Place == place, ct);
        if (known is null) db.ReportSchedules.Add(known = new ReportSchedule { ReportId = report.Id, ConversationId = conversationId, Place = place, Cron = "", TimeZone = "" });
        (known.Cron, known.TimeZone, known.IsOn, known.StoppedBecause) = (times.Cron, times.TimeZone ?? said.TimeZone, true, null);
        known.HandledUntil = clock.GetUtcNow().UtcDateTime;   // a change never makes up for times that it put into the past
        known.Version++;
        audit.Add("report.scheduled", $"report/{report.Number}", times.Cron);
        await db.SaveChangesAsync(ct);
    }
}
