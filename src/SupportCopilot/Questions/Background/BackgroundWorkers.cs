using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;

namespace SupportCopilot.Questions.Background;

/// <summary>
/// Works in the background of a server: at once when something was left to it, and at every tick, which finds what a process
/// that is no more has left. Ends with the server; what was begun stays on its row.
/// </summary>
public sealed partial class BackgroundWorkers(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<BackgroundWorkers> log) : IBackgroundWorkers, IHostedService
{
    private readonly ConcurrentDictionary<(int Tenant, int Slot), Task> _working = new();

    /// <inheritdoc/>
    public void Wake(int tenantId)
    {
        for (var slot = 0; slot < WorkInvestigations.Slots; slot++)
        {
            var place = (tenantId, slot);
            if (_working.TryGetValue(place, out var working) && !working.IsCompleted) continue;
            _working[place] = Task.Run(() => WorkAsync(place.tenantId, place.slot), CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(_working.Values);
        await Task.WhenAny(all, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    private async Task WorkAsync(int tenantId, int slot)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
            await scope.ServiceProvider.GetRequiredService<WorkInvestigations>().RunAsync(slot, lifetime.ApplicationStopping);
            await scope.ServiceProvider.GetRequiredService<ShowInConversation>().EndsAsync(lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // What was begun is begun anew by the next server.
        }
        catch (Exception failed)
        {
            Failed(log, failed, tenantId);   // nobody waits for this task; the next tick goes on with what is left
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A question of tenant {TenantId} could not be worked out in the background.")]
    private static partial void Failed(ILogger log, Exception failed, int tenantId);
}
