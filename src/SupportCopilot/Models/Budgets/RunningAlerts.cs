using Microsoft.EntityFrameworkCore;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Budgets;

/// <summary>The alerts of the day and the month that run.</summary>
public sealed class RunningAlerts(SupportDbContext db)
{
    /// <summary>The kind of a budget that is wholly spent.</summary>
    public const string Spent = RaiseBudgetAlert.Spent;

    /// <summary>Their kinds: nearlySpent, spent.</summary>
    public Task<List<string>> RunAsync(DateTime now, CancellationToken ct)
    {
        var day = ModelDays.Of(now);
        var month = ModelDays.MonthOf(day);
        return db.ModelAlerts.AsNoTracking().Where(a => (a.Budget == "day" && a.Period == day) || (a.Budget == "month" && a.Period == month)).Select(a => a.Kind).Distinct().ToListAsync(ct);
    }
}
