using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Routing;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Budgets;

/// <summary>
/// Keeps tenants, people and requests within their budgets: an estimate is set aside before a call and made good after it.
/// What other processes spend is read from the ledger every few seconds; by that much several of them may overshoot together.
/// </summary>
internal sealed class KeepBudgets(IServiceScopeFactory scopes, WriteLedger ledger, RaiseBudgetAlert alert, IOptions<ModelGateOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<int, TenantSpending> _tenants = new();

    /// <summary>Sets an estimate aside.</summary>
    /// <returns>How long until there is room again where there is none now; null when it was set aside.</returns>
    public async Task<TimeSpan?> ReserveAsync(int tenantId, long? person, long micros, BudgetLimits limits, CancellationToken ct)
    {
        if (!limits.AreSpentOverTime) return null;
        var spending = await SpendingAsync(tenantId, ct);
        string? full;
        (long Day, long Month) spent;
        lock (spending.Lock) (full, spent) = (spending.Reserve(micros, person, limits), (spending.DaySpent, spending.MonthSpent));
        if (full is null) return null;

        var now = clock.GetUtcNow().UtcDateTime;
        if (full is "day") await alert.RunAsync(tenantId, full, RaiseBudgetAlert.Spent, ModelDays.Of(now), spent.Day, limits.Day!.Value);
        if (full is "month") await alert.RunAsync(tenantId, full, RaiseBudgetAlert.Spent, ModelDays.MonthOf(ModelDays.Of(now)), spent.Month, limits.Month!.Value);
        return (full is "month" ? new DateTime(now.Year, now.Month, 1, 0, 0, 0, DateTimeKind.Utc).AddMonths(1) : now.Date.AddDays(1)) - now;
    }

    /// <summary>Puts what a call did cost in the place of what was set aside for it.</summary>
    public async Task SettleAsync(int tenantId, long? person, long reserved, long cost, BudgetLimits limits)
    {
        if (!limits.AreSpentOverTime || !_tenants.TryGetValue(tenantId, out var spending)) return;
        int day;
        (long Day, long Month) spent;
        lock (spending.Lock)
        {
            spending.Settle(reserved, cost, person);
            (day, spent) = (spending.Day, (spending.DaySpent, spending.MonthSpent));
        }

        var share = options.Value.AlertAtShare;
        if (spent.Day >= share * limits.Day) await alert.RunAsync(tenantId, "day", RaiseBudgetAlert.NearlySpent, day, spent.Day, limits.Day!.Value);
        if (spent.Month >= share * limits.Month) await alert.RunAsync(tenantId, "month", RaiseBudgetAlert.NearlySpent, ModelDays.MonthOf(day), spent.Month, limits.Month!.Value);
    }

    private async Task<TenantSpending> SpendingAsync(int tenantId, CancellationToken ct)
    {
        var spending = _tenants.GetOrAdd(tenantId, _ => new());
        var day = ModelDays.Of(clock.GetUtcNow().UtcDateTime);
        lock (spending.Lock)
        {
            if (spending.Day == day && clock.GetElapsedTime(spending.ReadAt) < Fresh) return spending;
        }

        var month = ModelDays.MonthOf(day);
        await ledger.RunAsync(ct);   // what waits to be written is spent too
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var calls = scope.ServiceProvider.GetRequiredService<SupportDbContext>().ModelCalls.AsNoTracking();
        var days = await calls.Where(c => c.Day >= month && c.CostMicros > 0).GroupBy(c => c.Day).Select(g => new { Day = g.Key, Micros = g.Sum(c => c.CostMicros) }).ToListAsync(ct);
        var people = await calls.Where(c => c.Day == day && c.PersonId != null).GroupBy(c => c.PersonId!.Value).Select(g => new { Person = g.Key, Micros = g.Sum(c => c.CostMicros) }).ToListAsync(ct);
        lock (spending.Lock) spending.Read(day, days.Where(one => one.Day == day).Sum(one => one.Micros), days.Sum(one => one.Micros), people.Select(one => (one.Person, one.Micros)), clock.GetTimestamp());
        return spending;
    }
}
