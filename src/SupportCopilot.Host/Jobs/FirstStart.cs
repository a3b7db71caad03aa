using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.DemoDesk;
using SupportCopilot.Host.Commands;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>
/// Gives a newcomer something to look at: in Development, with no desk connected and no ticket anywhere, the server fills
/// the demo desk before it listens. A fill that was cut short goes on where it stopped.
/// </summary>
internal sealed partial class FirstStart(
    IServiceScopeFactory scopes, CommandLine line, IHostEnvironment environment, IConfiguration configuration, ILogger<FirstStart> log) : IHostedService
{
    /// <summary>Enough for every page to show something, few enough to wait for.</summary>
    public const int Tickets = 5000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!line.IsServe || !line.MayFillDemo || !environment.IsDevelopment() || configuration.GetSection(Settings.Section).HasDesk()) return;
        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DemoKey, cancellationToken);
        var demoDesk = scope.ServiceProvider.GetRequiredService<FillDemoDesk>();
        var wanted = await HoldsTicketsAsync(cancellationToken) ? await demoDesk.UnfinishedAsync(tenant.Id, cancellationToken) : Tickets;
        if (wanted is not { } tickets) return;

        LogFilling(tickets);
        var desk = await demoDesk.RunAsync(tenant.Id, tickets, null, cancellationToken);
        // The newcomer waits: the desk's own labels teach a moment later.
        await scope.ServiceProvider.GetRequiredService<WorkOff>().RunAsync(tenant.Id, null, cancellationToken, learnFirst: false);
        LogFilled(desk.Created, desk.ArticlesCreated);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task<bool> HoldsTicketsAsync(CancellationToken ct)
    {
        foreach (var tenant in await TenantIdsAsync(ct))
        {
            await using var scope = scopes.CreateAsyncScope();   // a scope sees one tenant only
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant);
            if (await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tickets.AnyAsync(ct)) return true;
        }

        return false;
    }

    private async Task<List<int>> TenantIdsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tenants.Select(t => t.Id).ToListAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Filling the demo desk with {Tickets} tickets (--no-demo leaves an empty database empty)")]
    private partial void LogFilling(int tickets);

    [LoggerMessage(Level = LogLevel.Information, Message = "The demo desk is ready: {Tickets} tickets, {Articles} help articles")]
    private partial void LogFilled(int tickets, int articles);
}
