using Microsoft.EntityFrameworkCore;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Reports.Times;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Sending;

/// <summary>
/// Posts every report of the tenant that is due. When one is due follows from its row and its zone's clocks; whoever calls
/// this, how often and in how many processes does not matter: the ledger lets each due time out once.
/// </summary>
public sealed class PostDueReports
{
    /// <summary>Beyond it a report is not posted late: what came next to it tells more.</summary>
    private static readonly TimeSpan LatestBy = TimeSpan.FromDays(3);

    private readonly SupportDbContext _db;
    private readonly PostReport _post;
    private readonly StopSaved _stop;
    private readonly RetryLater _retry;
    private readonly Effects _effects;
    private readonly CurrentTenant _tenant;
    private readonly TimeProvider _clock;

    internal PostDueReports(SupportDbContext db, PostReport post, StopSaved stop, RetryLater retry, Effects effects, CurrentTenant tenant, TimeProvider clock) =>
        (_db, _post, _stop, _retry, _effects, _tenant, _clock) = (db, post, stop, retry, effects, tenant, clock);

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <returns>What was posted, kept or given up, in order.</returns>
    /// <exception cref="AggregateException">Some could not be made; the others were posted.</exception>
    public async Task<IReadOnlyList<EffectRow>> RunAsync(CancellationToken ct)
    {
        var done = new List<EffectRow>();
        var failures = new List<Exception>();
        var schedules = await _db.ReportSchedules.AsNoTracking().Where(s => s.IsOn).OrderBy(s => s.Id).ToListAsync(ct);
        var left = await _retry.LeftOverAsync(ReportIntent.Reports, [.. schedules.Select(s => s.Id)], LatestBy, ct);
        foreach (var schedule in schedules)
        {
            try
            {
                done.AddRange(await OneAsync(schedule, [.. left.Where(one => one.Id == schedule.Id).Select(one => one.Tail)], ct));
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                failures.Add(thrown);   // one report that cannot be made must not keep the others back
            }
        }

        return failures.Count == 0 ? done : throw new AggregateException("Not every report could be posted.", failures);
    }

    private async Task<IReadOnlyList<EffectRow>> OneAsync(ReportSchedule schedule, IReadOnlyList<string> leftOver, CancellationToken ct)
    {
        var zone = DateTimeZoneProviders.Tzdb[schedule.TimeZone];
        var due = Cron.Of(schedule.Cron).Between(Utc(schedule.HandledUntil), Utc(Now), zone).Select(instant => instant.ToDateTimeUtc()).ToList();
        var again = leftOver.Select(rest => (Intent: $"{ReportIntent.Reports}{schedule.Id}/{rest}", Due: ReportIntent.DueOf(rest) ?? Now)).ToList();
        if (due.Count == 0 && again.Count == 0) return [];
        if (await _db.SavedReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == schedule.ReportId, ct) is not { } report) return [];

        var done = new List<EffectRow>();
        foreach (var (intent, at) in due.TakeLast(1).Where(last => Now - last <= LatestBy).Select(last => (ReportIntent.Due(schedule.Id, last), last)).Concat(again))
        {
            if (await _post.RunAsync(report, schedule, intent, at, ct) is not { } effect)
            {
                await _stop.ScheduleAsync(report, schedule, ct);
                return done;
            }

            done.Add(EffectRow.Of(effect));
        }

        await MissAsync(schedule, [.. due.SkipLast(1), .. due.TakeLast(1).Where(last => Now - last > LatestBy)], ct);
        if (due.Count > 0) await HandledAsync(schedule, due[^1], ct);
        return done;
    }

    /// <summary>What passed while nothing ran is written down in one row: it is not posted any more, but never lost in silence.</summary>
    private async Task MissAsync(ReportSchedule schedule, IReadOnlyList<DateTime> missed, CancellationToken ct)
    {
        if (missed.Count == 0) return;
        var effect = await _effects.MeanAsync(_tenant.Id, ReportIntent.Missed(schedule.Id, missed[^1]), "kept", ct);
        await _effects.GiveUpAsync(effect, $"Nothing ran at {missed.Count} due time{(missed.Count == 1 ? "" : "s")}, up to {missed[^1]:yyyy-MM-dd HH:mm} UTC.", ct);
    }

    private async Task HandledAsync(ReportSchedule schedule, DateTime until, CancellationToken ct)
    {
        _db.ChangeTracker.Clear();
        var row = await _db.ReportSchedules.SingleOrDefaultAsync(s => s.Id == schedule.Id && s.Version == schedule.Version, ct);
        if (row is null || row.HandledUntil >= until) return;   // somebody changed or removed it meanwhile
        row.HandledUntil = until;
        row.Version++;
        try
        {
            await _db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)   // another process was as far: the ledger has kept the two from posting twice
        {
            _db.ChangeTracker.Clear();
        }
    }

    private static Instant Utc(DateTime at) => Instant.FromDateTimeUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
