using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Reports.Saving;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Alerts;

/// <summary>
/// Looks at the figure of every alert of the tenant, and tells of each crossing once. That a bound was crossed is on disk
/// before it is told; the ledger lets each crossing out once, however many processes look.
/// </summary>
public sealed class CheckAlerts
{
    private static readonly TimeSpan LatestBy = TimeSpan.FromHours(12);

    private readonly SupportDbContext _db;
    private readonly AsOwner _owners;
    private readonly TellCrossing _tell;
    private readonly StopSaved _stop;
    private readonly RetryLater _retry;
    private readonly TimeProvider _clock;

    internal CheckAlerts(SupportDbContext db, AsOwner owners, TellCrossing tell, StopSaved stop, RetryLater retry, TimeProvider clock) =>
        (_db, _owners, _tell, _stop, _retry, _clock) = (db, owners, tell, stop, retry, clock);

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;

    /// <returns>What was told or given up, in order.</returns>
    /// <exception cref="AggregateException">Some could not be looked at; the others were.</exception>
    public async Task<IReadOnlyList<EffectRow>> RunAsync(CancellationToken ct)
    {
        var told = new List<EffectRow>();
        var failures = new List<Exception>();
        var watches = await _db.AlertWatches.AsNoTracking().Where(w => w.IsOn).OrderBy(w => w.Id).ToListAsync(ct);
        var waiting = (await _retry.LeftOverAsync(ReportIntent.Alerts, [.. watches.Select(w => w.Id)], LatestBy, ct)).ToLookup(left => left.Id, left => left.Tail);
        foreach (var watch in watches)
        {
            try
            {
                if (await OneAsync(watch, [.. waiting[watch.Id]], ct) is { } effect) told.Add(effect);
            }
            catch (Exception thrown) when (thrown is not OperationCanceledException)
            {
                failures.Add(thrown);   // one alert that cannot be looked at must not silence the others
            }
        }

        return failures.Count == 0 ? told : throw new AggregateException("Not every alert could be looked at.", failures);
    }

    private async Task<EffectRow?> OneAsync(AlertWatch watch, IReadOnlyList<string> waiting, CancellationToken ct)
    {
        if (await _db.SavedReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == watch.ReportId, ct) is not { } report) return null;
        if (watch.SnoozedUntil > Now) return await _tell.OweAsync(report, watch, waiting, ct);

        var to = watch.ConversationId is { } id ? await _db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct) : null;
        var looked = await _owners.RunAsync(report.OwnerId, to, services => services.GetRequiredService<RunKept>().FigureAsync(report.Kept, ct), ct);
        if (looked.Obstacle is OwnersObstacle.Removed || looked.Result?.Problem is not null)
        {
            await _stop.WatchAsync(report, watch, looked.Result?.Problem, ct);
            return null;
        }

        return looked.Result is { } figure && await NotedAsync(watch, figure, ct) is { } now ? await _tell.OweAsync(report, now, waiting, ct) : null;
    }

    /// <summary>Writes down what was seen: on which side of its bound the figure is, and that it has crossed it.</summary>
    /// <returns>The alert as it is now; null where another process was faster.</returns>
    private async Task<AlertWatch?> NotedAsync(AlertWatch seen, KeptFigure figure, CancellationToken ct)
    {
        var rule = CrossingRule.Of(seen);
        var isCrossed = seen.IsCrossed && !IsAnotherPeriod(seen, figure) && !(figure.Value is { } value && rule.IsBack(value));
        var crosses = !isCrossed && figure.Value is { } beyond && rule.IsBeyond(beyond);
        if (!crosses && isCrossed == seen.IsCrossed && figure.Value == seen.LastValue && seen.SnoozedUntil is null) return seen;   // nothing new: a write a minute would be for nothing

        _db.ChangeTracker.Clear();
        if (await _db.AlertWatches.SingleOrDefaultAsync(w => w.Id == seen.Id && w.Version == seen.Version, ct) is not { } row) return null;
        (row.IsCrossed, row.LastValue, row.CheckedAt, row.SnoozedUntil) = (isCrossed || crosses, figure.Value, Now, null);
        if (crosses) (row.Crossings, row.CrossedAt, row.CrossedValue, row.CrossedTickets, row.PeriodEnd) = (row.Crossings + 1, Now, figure.Value, figure.Tickets, figure.Plan?.To);
        row.Version++;
        try
        {
            await _db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)   // another process saw the same, and tells
        {
            _db.ChangeTracker.Clear();
            return null;
        }

        _db.ChangeTracker.Clear();
        return row;
    }

    /// <summary>Whether the figure is of other days than those that were crossed in: a new week can cross anew. Days that move on by themselves cannot.</summary>
    private static bool IsAnotherPeriod(AlertWatch watch, KeptFigure figure) =>
        !watch.IsRolling && watch.PeriodEnd is { } end && figure.Plan?.From is { } from && from >= end;
}
