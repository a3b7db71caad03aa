using System.Collections.Concurrent;
using SupportCopilot.Access;

namespace SupportCopilot.Host.Jobs;

/// <summary>
/// Keeps the work of each tenant going beside that of the others: one whose model takes an hour for its backlog keeps nobody
/// else's new tickets waiting. Ends with the server, which waits for what is being saved.
/// </summary>
internal sealed class TenantsAtWork(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime) : IHostedService
{
    // Most ticks have little to do; their failure is then that of the tick itself.
    private static readonly TimeSpan WaitFor = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<int, Task> _working = new();

    /// <summary>Sees to it that a tenant is worked for; throws what its work failed with since the last look.</summary>
    public async Task TickAsync(int tenantId, CancellationToken ct)
    {
        var working = _working.GetOrAdd(tenantId, WorkAsync);
        if (await Task.WhenAny(working, Task.Delay(WaitFor, ct)) != working) return;
        _working.TryRemove(tenantId, out _);
        await working;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        var all = Task.WhenAll(_working.Values);
        await Task.WhenAny(all, Task.Delay(Timeout.Infinite, cancellationToken));
    }

    private async Task WorkAsync(int tenantId)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        await scope.ServiceProvider.GetRequiredService<WorkOff>().RunAsync(tenantId, null, lifetime.ApplicationStopping);
    }
}
