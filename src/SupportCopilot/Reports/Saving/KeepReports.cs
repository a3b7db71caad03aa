using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports.Saving;

/// <summary>Does what people ask of reports and alerts in sentences.</summary>
internal sealed class KeepReports(MySaved mine, DescribeSaved describe, SaveReports save, WatchFigures watch, ChangeSaved change, ChangeBound bound, ListDigests digests, SupportDbContext db) : IKeepReports
{
    private const int MostDigests = 50;

    public async Task<IReadOnlyList<SavedThing>> MineAsync(CancellationToken ct) => await describe.RunAsync(await mine.All.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct), ct);

    public async Task<KeptQuestion?> QuestionOfAsync(long id, CancellationToken ct) => (await mine.FindAsync(id, ct))?.Kept;

    public async Task<KeepResult> DoAsync(ReportRequest request, RequestPlace place, CancellationToken ct)
    {
        try
        {
            return await OneAsync(request, place, ct);
        }
        catch (DbUpdateConcurrencyException)   // another request changed the same thing at the same moment
        {
            db.ChangeTracker.Clear();
            return new(false, "Something else changed this at the same moment; look at it with «list my reports» and try again.", []);
        }
    }

    private async Task<KeepResult> OneAsync(ReportRequest request, RequestPlace place, CancellationToken ct) => request switch
    {
        SaveReport wanted => await save.SaveAsync(wanted, place, ct),
        SendReport wanted => await save.SendAsync(wanted, place, ct),
        WatchFigure wanted => await watch.RunAsync(wanted, place, ct),
        SetBound wanted => await bound.RunAsync(wanted, ct),
        SnoozeAlert wanted => await change.SnoozeAsync(wanted, ct),
        RenameReport wanted => await change.RenameAsync(wanted, ct),
        ChangeReport wanted => await change.ChangeAsync(wanted, ct),
        ListMine wanted => await ListAsync(wanted, ct),
        _ => throw new NotSupportedException($"{request.GetType().Name} is no request of reports."),
    };

    private async Task<KeepResult> ListAsync(ListMine wanted, CancellationToken ct)
    {
        var all = (await MineAsync(ct)).Where(thing => wanted.Kind is null || thing.Kind == wanted.Kind).ToList();
        if (wanted.Kind is null or "report") all.InsertRange(0, (await digests.RunAsync(MostDigests, null, ct)).Rows.Select(DigestOf));
        var what = wanted.Kind is { } kind ? $"{kind}{(all.Count == 1 ? "" : "s")}" : all.Count == 1 ? "report or alert" : "reports and alerts";
        if (all.Count == 0) return new(true, $"You have no {(wanted.Kind is { } none ? none + "s" : "reports or alerts")} yet. Ask a question and say «save this as …», or «tell me when backlog passes 200».", []);
        return new(true, $"You have {all.Count} {what}: {string.Join("; ", all.Select(Line))}.", all);
    }

    private static SavedThing DigestOf(ReportRow row) => new(row.Id, "digest", row.ConversationName is { Length: > 0 } name ? $"the weekly digest for {name}" : "the weekly digest", "")
    {
        When = $"every {char.ToUpperInvariant(row.Day![0])}{row.Day[1..]} at {row.Time}",
        NextAt = row.NextAt,
        Next = row.NextAt is { } at ? Times.CronWords.Moment(at, row.TimeZone) : null,
        TimeZone = row.TimeZone,
        Place = row.ConversationName is { Length: > 0 } place ? $"for {place}" : "in its conversation",
        State = "on",
    };

    private static string Line(SavedThing thing) => $"«{thing.Name}»" + thing switch
    {
        { State: "stopped", StoppedBecause: { } why } => $" (stopped: {why})",
        { State: "paused" } => " (paused)",
        { State: "snoozed", SnoozedUntil: { } until, TimeZone: { } zone } => $" (snoozed until {Times.CronWords.Moment(until, zone)})",
        { Kind: "alert" } => " (watched)",
        { Next: { } next } => $" (next on {next})",
        _ => " (saved)",
    };
}
