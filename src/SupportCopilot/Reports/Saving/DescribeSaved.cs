using Microsoft.EntityFrameworkCore;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Reports.Times;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Tells of reports and alerts as their owner sees them.</summary>
internal sealed class DescribeSaved(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<SavedThing>> RunAsync(IReadOnlyList<SavedReport> reports, CancellationToken ct)
    {
        var ids = reports.Select(r => r.Id).ToArray();
        var schedules = (await db.ReportSchedules.AsNoTracking().Where(s => ids.Contains(s.ReportId)).OrderBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.ReportId);
        var watches = await db.AlertWatches.AsNoTracking().Where(w => ids.Contains(w.ReportId)).ToDictionaryAsync(w => w.ReportId, ct);
        var places = schedules.SelectMany(group => group).Select(s => s.ConversationId).Concat(watches.Values.Select(w => w.ConversationId)).OfType<long>().Distinct().ToArray();
        var conversations = await db.Conversations.AsNoTracking().Where(c => places.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        var owners = reports.Select(r => r.OwnerId).Distinct().ToArray();
        var names = await db.People.AsNoTracking().Where(p => owners.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);

        string Place(long? id) => id is { } known && conversations.TryGetValue(known, out var place) ? WordsOf(place) : "kept here, to be fetched";
        return [.. reports.Select(report => (watches.TryGetValue(report.Id, out var watch) ? Of(report, watch, Place) : Of(report, [.. schedules[report.Id]], Place)) with
        {
            Owner = report.OwnerId == caller.Value?.PersonId ? null : names.GetValueOrDefault(report.OwnerId, "somebody who is gone"),
        })];
    }

    public async Task<SavedThing> OneAsync(SavedReport report, CancellationToken ct) => (await RunAsync([report], ct))[0];

    /// <summary>A conversation in words: its name, or what it is.</summary>
    public static string WordsOf(Conversation place) => place.Kind is ConversationKind.Personal ? "to you alone" : place.Name is { Length: > 0 } name ? $"in {name}" : place.Kind is ConversationKind.Channel ? "in this channel" : "in this conversation";

    private SavedThing Of(SavedReport report, IReadOnlyList<ReportSchedule> schedules, Func<long?, string> place)
    {
        var next = schedules.Where(s => s.IsOn).Select(s => (Schedule: s, At: NextOf(s, Now))).Where(pair => pair.At is not null).OrderBy(pair => pair.At).FirstOrDefault();
        return new SavedThing(report.Number, "report", report.Name, report.Question)
        {
            When = schedules.Count == 0 ? null : string.Join("; ", schedules.Select(s => $"{CronWords.Of(Cron.Of(s.Cron))}{(s.TimeZone == report.TimeZone ? "" : $" ({s.TimeZone})")}")),
            Cron = schedules.Select(s => s.Cron).Distinct().ToList() is [var cron] ? cron : null,
            NextAt = next.At,
            Next = next.At is { } at ? CronWords.Moment(at, next.Schedule.TimeZone) : null,
            TimeZone = next.Schedule?.TimeZone ?? report.TimeZone,
            Place = schedules.Count == 0 ? null : string.Join("; ", schedules.Select(s => place(s.ConversationId)).Distinct()),
            State = schedules.Count == 0 ? "saved" : schedules.Any(s => s.IsOn) ? "on" : schedules.Any(s => s.StoppedBecause is not null) ? "stopped" : "paused",
            StoppedBecause = schedules.Select(s => s.StoppedBecause).FirstOrDefault(why => why is not null),
        };
    }

    private SavedThing Of(SavedReport report, AlertWatch watch, Func<long?, string> place) => new(report.Number, "alert", report.Name, report.Question)
    {
        When = $"when it is {CrossingRule.Of(watch).Words}",
        TimeZone = report.TimeZone,
        Place = place(watch.ConversationId),
        State = !watch.IsOn ? watch.StoppedBecause is null ? "paused" : "stopped" : watch.SnoozedUntil > Now ? "snoozed" : "on",
        StoppedBecause = watch.StoppedBecause,
        SnoozedUntil = watch.SnoozedUntil > Now ? watch.SnoozedUntil : null,
        CrossedAt = watch.CrossedAt,
    };

    /// <summary>When a schedule is due next (UTC).</summary>
    public static DateTime? NextOf(ReportSchedule schedule, DateTime now) =>
        Cron.Of(schedule.Cron).NextAfter(Instant.FromDateTimeUtc(now), DateTimeZoneProviders.Tzdb[schedule.TimeZone])?.ToDateTimeUtc();
}
