using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Routing;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Ledger;

/// <summary>What models cost a tenant. Days are UTC; money is US dollars.</summary>
/// <param name="From">The first day counted in.</param>
/// <param name="To">The last day counted in: today.</param>
/// <param name="Calls">Questions to servers, answers from the cache included.</param>
/// <param name="Answers">Answers that could be used, those from the cache included.</param>
/// <param name="FromCache">Those from the cache.</param>
/// <param name="InputTokens">Tokens asked.</param>
/// <param name="OutputTokens">Tokens answered.</param>
/// <param name="Usd">What it all cost.</param>
/// <param name="UsdPerAnswer">Of an answer, failed tries included; null where there was none.</param>
/// <param name="UsdPerTicket">Of a ticket that was asked about; null where none was.</param>
/// <param name="UsdPerDay">Of a day, those without calls included.</param>
/// <param name="ByDay">Day by day, those without calls left out.</param>
/// <param name="ByTask">By what it was for.</param>
/// <param name="ByModel">By server and model.</param>
/// <param name="Budgets">What may be spent and what is.</param>
/// <param name="Alerts">Budgets that were nearly or wholly spent, newest first.</param>
public sealed record ModelCosts(
    string From, string To, int Calls, int Answers, int FromCache, long InputTokens, long OutputTokens, decimal Usd, decimal? UsdPerAnswer, decimal? UsdPerTicket, decimal UsdPerDay,
    IReadOnlyList<DayCost> ByDay, IReadOnlyList<TaskCost> ByTask, IReadOnlyList<ModelCost> ByModel, IReadOnlyList<BudgetView> Budgets, IReadOnlyList<AlertView> Alerts);

/// <summary>A day's.</summary>
public sealed record DayCost(string Day, int Calls, decimal Usd);

/// <summary>A task's.</summary>
public sealed record TaskCost(string Task, int Calls, int Answers, decimal Usd, decimal? UsdPerAnswer, decimal? UsdPerTicket);

/// <summary>A model's.</summary>
public sealed record ModelCost(string Server, string Model, int Calls, long InputTokens, long OutputTokens, decimal Usd);

/// <summary>A budget.</summary>
/// <param name="Budget">day, month, personAndDay or request.</param>
/// <param name="LimitUsd">What may be spent.</param>
/// <param name="SpentUsd">What is; null where it is not one sum.</param>
public sealed record BudgetView(string Budget, decimal LimitUsd, decimal? SpentUsd);

/// <summary>A budget that was nearly or wholly spent.</summary>
public sealed record AlertView(DateTime At, string Budget, string Kind, string Period, decimal SpentUsd, decimal LimitUsd);

/// <summary>Shows what models cost.</summary>
public sealed class ShowCosts
{
    private const int MostAlerts = 50;

    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly FindPolicy _policies;
    private readonly WriteLedger _ledger;
    private readonly IOptions<ModelGateOptions> _options;
    private readonly TimeProvider _clock;

    internal ShowCosts(SupportDbContext db, CurrentTenant tenant, FindPolicy policies, WriteLedger ledger, IOptions<ModelGateOptions> options, TimeProvider clock) =>
        (_db, _tenant, _policies, _ledger, _options, _clock) = (db, tenant, policies, ledger, options, clock);

    /// <summary>Of so many days, today included.</summary>
    public async Task<ModelCosts> RunAsync(int days, CancellationToken ct)
    {
        await _ledger.RunAsync(ct);
        var today = ModelDays.Of(_clock.GetUtcNow().UtcDateTime);
        var from = today - days + 1;
        var calls = _db.ModelCalls.AsNoTracking().Where(c => c.Day >= from);
        var old = await _db.ModelDaySums.AsNoTracking().Where(s => s.Day >= from).ToListAsync(ct);
        var sums = await calls.GroupBy(c => new { c.Day, c.Task, c.Server, c.Model, c.Outcome })
            .Select(g => new Sum(g.Key.Day, g.Key.Task, g.Key.Server, g.Key.Model, g.Key.Outcome, g.Count(), g.Sum(c => c.InputTokens), g.Sum(c => c.OutputTokens), g.Sum(c => c.CostMicros))).ToListAsync(ct);
        sums.AddRange(old.Select(s => new Sum(s.Day, s.Task, s.Server, s.Model, s.Outcome, s.Calls, s.InputTokens, s.OutputTokens, s.CostMicros)));
        List<(string Task, long Micros, int Tickets)> tickets = [.. await TicketsAsync(calls, ct), .. old.Select(s => (s.Task, s.TicketMicros, s.Tickets))];
        var usd = Usd(sums);
        var answers = Answers(sums);
        var (perTicketUsd, perTicketOf) = (tickets.Sum(t => t.Micros) / 1_000_000m, tickets.Sum(t => t.Tickets));
        return new ModelCosts(
            Day(from), Day(today), sums.Sum(s => s.Calls), answers, sums.Where(s => s.Outcome is ModelOutcome.Cached).Sum(s => s.Calls), sums.Sum(s => s.InputTokens), sums.Sum(s => s.OutputTokens),
            usd, Each(usd, answers), Each(perTicketUsd, perTicketOf), usd / days,
            [.. sums.GroupBy(s => s.Day).OrderBy(g => g.Key).Select(g => new DayCost(Day(g.Key), g.Sum(s => s.Calls), Usd(g)))],
            [.. sums.GroupBy(s => s.Task).OrderByDescending(Usd).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => OfTask(g, tickets.FindAll(t => t.Task == g.Key)))],
            [.. sums.GroupBy(s => (s.Server, s.Model)).OrderByDescending(Usd).ThenBy(g => g.Key).Select(g => new ModelCost(g.Key.Server, g.Key.Model, g.Sum(s => s.Calls), g.Sum(s => s.InputTokens), g.Sum(s => s.OutputTokens), Usd(g)))],
            await BudgetsAsync(today, ct), await AlertsAsync(ct));
    }

    // Of a call about one ticket the ticket counts once, however often it was asked about; of one about several, each.
    private static async Task<List<(string Task, long Micros, int Tickets)>> TicketsAsync(IQueryable<ModelCall> calls, CancellationToken ct)
    {
        var single = await calls.Where(c => c.TicketId != null).GroupBy(c => new { c.Task, c.TicketId }).Select(g => new { g.Key.Task, Micros = g.Sum(c => c.CostMicros) }).ToListAsync(ct);
        var several = await calls.Where(c => c.TicketId == null && c.Items > 1).GroupBy(c => c.Task).Select(g => new { Task = g.Key, Micros = g.Sum(c => c.CostMicros), Tickets = g.Sum(c => c.Items) }).ToListAsync(ct);
        return [.. single.GroupBy(t => t.Task).Select(g => (g.Key, g.Sum(t => t.Micros), g.Count())), .. several.Select(t => (t.Task, t.Micros, t.Tickets))];
    }

    private async Task<IReadOnlyList<BudgetView>> BudgetsAsync(int today, CancellationToken ct)
    {
        var limits = BudgetLimits.Of(_options.Value, await _policies.RunAsync(_tenant.Id, ct));
        var month = ModelDays.MonthOf(today);
        var spent = await _db.ModelCalls.AsNoTracking().Where(c => c.Day >= month).GroupBy(c => c.Day).Select(g => new { Day = g.Key, Micros = g.Sum(c => c.CostMicros) }).ToListAsync(ct);
        (string Budget, long? Limit, decimal? Spent)[] all =
        [
            ("day", limits.Day, spent.Where(s => s.Day == today).Sum(s => s.Micros) / 1_000_000m),
            ("month", limits.Month, spent.Sum(s => s.Micros) / 1_000_000m),
            ("personAndDay", limits.PersonDay, null),
            ("request", limits.Request, null),
        ];
        return [.. all.Where(budget => budget.Limit is not null).Select(budget => new BudgetView(budget.Budget, budget.Limit!.Value / 1_000_000m, budget.Spent))];
    }

    private async Task<IReadOnlyList<AlertView>> AlertsAsync(CancellationToken ct) =>
        [.. (await _db.ModelAlerts.AsNoTracking().OrderByDescending(a => a.Id).Take(MostAlerts).ToListAsync(ct))
            .Select(a => new AlertView(a.At, a.Budget, a.Kind, Day(a.Period), a.SpentMicros / 1_000_000m, a.LimitMicros / 1_000_000m))];

    private static TaskCost OfTask(IGrouping<string, Sum> task, List<(string Task, long Micros, int Tickets)> tickets)
    {
        var answers = Answers(task);
        return new TaskCost(task.Key, task.Sum(s => s.Calls), answers, Usd(task), Each(Usd(task), answers), Each(tickets.Sum(t => t.Micros) / 1_000_000m, tickets.Sum(t => t.Tickets)));
    }

    private static int Answers(IEnumerable<Sum> sums) => sums.Where(s => s.Outcome is ModelOutcome.Answered or ModelOutcome.Cached).Sum(s => s.Calls);

    private static decimal Usd(IEnumerable<Sum> sums) => sums.Sum(s => s.Micros) / 1_000_000m;

    private static decimal? Each(decimal usd, int of) => of == 0 ? null : usd / of;

    private static string Day(int day) => ModelDays.Start(day).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record Sum(int Day, string Task, string Server, string Model, ModelOutcome Outcome, int Calls, long InputTokens, long OutputTokens, long Micros);
}
