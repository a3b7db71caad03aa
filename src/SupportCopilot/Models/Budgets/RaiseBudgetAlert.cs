using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Budgets;

/// <summary>Tells of a budget once in its period: a row that the costs and the health page show, a line in the audit, and one in the log.</summary>
internal sealed partial class RaiseBudgetAlert(IServiceScopeFactory scopes, TimeProvider clock, ILogger<RaiseBudgetAlert> log)
{
    public const string NearlySpent = "nearlySpent";
    public const string Spent = "spent";

    private readonly ConcurrentDictionary<(int Tenant, string Budget, string Kind, int Period), bool> _told = new();

    public async Task RunAsync(int tenantId, string budget, string kind, int period, long spent, long limit)
    {
        if (!_told.TryAdd((tenantId, budget, kind, period), true)) return;
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        if (await db.ModelAlerts.AnyAsync(a => a.Period == period && a.Budget == budget && a.Kind == kind, CancellationToken.None)) return;   // another process, or this one before it started anew

        db.ModelAlerts.Add(new ModelAlert { At = clock.GetUtcNow().UtcDateTime, Budget = budget, Kind = kind, Period = period, SpentMicros = spent, LimitMicros = limit });
        scope.ServiceProvider.GetRequiredService<AuditLog>().Add($"models.budget.{kind}", $"models/{budget}", $"{spent / 1_000_000m:0.00} of {limit / 1_000_000m:0.00} US dollars");
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
            LogRaised(tenantId, budget, kind, spent / 1_000_000m, limit / 1_000_000m);
        }
        catch (DbUpdateException) when (db.ChangeTracker.HasChanges())   // another process told of it between our look and our write
        {
            db.ChangeTracker.Clear();
            if (!await db.ModelAlerts.AnyAsync(a => a.Period == period && a.Budget == budget && a.Kind == kind, CancellationToken.None)) throw;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tenant {TenantId}: the {Budget}'s budget for models is {Kind}: {Spent} of {Limit} US dollars")]
    private partial void LogRaised(int tenantId, string budget, string kind, decimal spent, decimal limit);
}
