using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Models.Routing;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Ledger;

/// <summary>
/// Puts the sums of old days in the place of their calls, some thousands in one transaction: whatever cuts it short, each
/// call counts once, as a row or within a sum. A ticket counts on the day on which it was last asked about; one that is asked
/// about again after its calls are gone counts as another.
/// </summary>
public sealed class SumUpOldCalls(SupportDbContext db, IOptions<ModelGateOptions> options, TimeProvider clock)
{
    private const int AtOnce = 2_000;

    /// <summary>Sums up all days that are old by the setting.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var keepFrom = ModelDays.Of(clock.GetUtcNow().UtcDateTime) - options.Value.KeepCallsDays;
        while (await db.ModelCalls.Where(c => c.Day < keepFrom).OrderBy(c => c.Day).Select(c => (int?)c.Day).FirstOrDefaultAsync(ct) is { } day)
        {
            var last = await LastCallsAsync(day, ct);
            while (await SomeAsync(day, last, ct) == AtOnce)
            {
            }
        }
    }

    /// <summary>The last call about each ticket of a day, by task; what comes on later days is later.</summary>
    private async Task<HashSet<long>> LastCallsAsync(int day, CancellationToken ct)
    {
        var later = db.ModelCalls.AsNoTracking().Where(c => c.TicketId != null && c.Day >= day);
        return [.. await later.GroupBy(c => new { c.Task, c.TicketId }).Select(g => g.Max(c => c.Id)).ToListAsync(ct)];
    }

    private async Task<int> SomeAsync(int day, HashSet<long> last, CancellationToken ct)
    {
        var calls = await db.ModelCalls.Where(c => c.Day == day).OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct);
        var sums = await db.ModelDaySums.Where(s => s.Day == day).ToDictionaryAsync(s => (s.Task, s.Server, s.Model, s.Outcome), ct);
        foreach (var call in calls)
        {
            var key = (call.Task, call.Server, call.Model, call.Outcome);
            if (!sums.TryGetValue(key, out var sum)) db.ModelDaySums.Add(sums[key] = sum = new ModelDaySum { Day = day, Task = call.Task, Server = call.Server, Model = call.Model, Outcome = call.Outcome });
            Add(call, sum, last.Contains(call.Id));
        }

        db.ModelCalls.RemoveRange(calls);
        await db.SaveChangesAsync(ct);   // another server that did the same meanwhile makes it fail as a whole; the next tick goes on
        db.ChangeTracker.Clear();
        return calls.Count;
    }

    private static void Add(ModelCall call, ModelDaySum sum, bool isTicketsLast)
    {
        sum.Calls++;
        sum.InputTokens += call.InputTokens;
        sum.OutputTokens += call.OutputTokens;
        sum.CostMicros += call.CostMicros;
        if (call.TicketId is not null || call.Items > 1) sum.TicketMicros += call.CostMicros;
        if (call.TicketId is null && call.Items > 1) sum.Tickets += call.Items;
        if (isTicketsLast) sum.Tickets++;
    }
}
