using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Shows digests, saved reports and alerts in one list, as far as the scope's caller may change them.</summary>
public sealed class ListReports
{
    private readonly SupportDbContext _db;
    private readonly CurrentCaller _caller;
    private readonly ListDigests _digests;
    private readonly MySaved _mine;
    private readonly DescribeSaved _describe;
    private readonly TimeProvider _clock;

    internal ListReports(SupportDbContext db, CurrentCaller caller, ListDigests digests, MySaved mine, DescribeSaved describe, TimeProvider clock) =>
        (_db, _caller, _digests, _mine, _describe, _clock) = (db, caller, digests, mine, describe, clock);

    /// <param name="limit">How many, 1–200.</param>
    /// <param name="after">The id that the page before ended with.</param>
    /// <param name="ct">Cancels the look-up.</param>
    public async Task<(IReadOnlyList<ReportRow> Rows, string? Next)> RunAsync(int limit, long? after, CancellationToken ct)
    {
        var rows = new List<ReportRow>();
        if (after is null or < SavedReport.FirstNumber) rows.AddRange((await _digests.RunAsync(limit + 1 > 200 ? 200 : limit + 1, after, ct)).Rows);
        var beyond = Math.Max(0, (after ?? 0) - SavedReport.FirstNumber);
        if (rows.Count <= limit) rows.AddRange(await RowsAsync(await _mine.All.AsNoTracking().Where(r => r.Id > beyond).OrderBy(r => r.Id).Take(limit + 1 - rows.Count).ToListAsync(ct), ct));
        var next = rows.Count > limit ? rows[limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return ([.. rows.Take(limit)], next);
    }

    /// <summary>One of them, or null.</summary>
    public async Task<ReportRow?> OneAsync(long id, CancellationToken ct)
    {
        if (id <= SavedReport.FirstNumber) return await _digests.OneAsync(id, ct);
        return await _mine.FindAsync(id, ct) is { } report ? (await RowsAsync([report], ct))[0] : null;
    }

    private async Task<IReadOnlyList<ReportRow>> RowsAsync(IReadOnlyList<SavedReport> reports, CancellationToken ct)
    {
        var things = await _describe.RunAsync(reports, ct);
        var rows = new List<ReportRow>();
        for (var i = 0; i < reports.Count; i++) rows.Add(await RowAsync(reports[i], things[i], ct));
        return rows;
    }

    private async Task<ReportRow> RowAsync(SavedReport report, SavedThing thing, CancellationToken ct)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var schedules = await _mine.SchedulesOfAsync(report.Id, ct);
        var watch = await _mine.WatchOfAsync(report.Id, ct);
        var place = schedules.Select(s => s.ConversationId).Append(watch?.ConversationId).FirstOrDefault(id => id is not null);
        var last = await LastAsync(schedules, watch, ct);
        return new(thing.Id, thing.Kind, place, await _db.Conversations.Where(c => c.Id == place).Select(c => c.Name).FirstOrDefaultAsync(ct), null, null,
            thing.TimeZone ?? report.TimeZone, thing.Owner ?? _caller.Value?.Name, thing.NextAt, last is null ? null : EffectRow.Of(last))
        {
            Name = thing.Name,
            Text = thing.Question,
            When = thing.When,
            State = thing.State,
            StoppedBecause = thing.StoppedBecause,
            Schedules = [.. schedules.Select(s => new ScheduleRow(s.Cron, s.TimeZone, s.ConversationId, s.IsOn, s.IsOn ? DescribeSaved.NextOf(s, now) : null))],
            Alert = watch is null ? null : new(watch.Op, watch.Threshold, watch.Unit, watch.IsCrossed, CrossingRule.Of(watch).BackAt, watch.LastValue, watch.Crossings, watch.CrossedAt, thing.SnoozedUntil),
            LastAnswer = last is { Target: PostReport.Kept, State: EffectState.Done } ? last.ExternalId : null,
        };
    }

    private async Task<Effect?> LastAsync(IReadOnlyList<ReportSchedule> schedules, AlertWatch? watch, CancellationToken ct)
    {
        Effect? last = null;
        foreach (var prefix in schedules.Select(s => string.Create(CultureInfo.InvariantCulture, $"{ReportIntent.Reports}{s.Id}/")).Concat(watch is null ? [] : [string.Create(CultureInfo.InvariantCulture, $"{ReportIntent.Alerts}{watch.Id}/")]))
        {
            var found = await _db.Effects.AsNoTracking().Where(e => e.Intent.StartsWith(prefix)).OrderByDescending(e => e.Id).FirstOrDefaultAsync(ct);
            if (found is not null && (last is null || found.Id > last.Id)) last = found;
        }

        return last;
    }
}
