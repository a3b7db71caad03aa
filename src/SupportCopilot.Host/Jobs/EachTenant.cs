using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Does a piece of work for every tenant, each in a scope of its own; stops with the server.</summary>
internal sealed class EachTenant(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
{
    /// <summary>One tenant after the other.</summary>
    public Task RunAsync<TWork>(Func<TWork, int, CancellationToken, Task> work, CancellationToken ct) where TWork : notnull => RunAsync(work, atOnce: 1, ct);

    /// <summary>All tenants side by side, for work that mostly waits for somebody else: the hours of one are not to delay another.</summary>
    public Task RunSideBySideAsync<TWork>(Func<TWork, int, CancellationToken, Task> work, CancellationToken ct) where TWork : notnull => RunAsync(work, atOnce: int.MaxValue, ct);

    private async Task RunAsync<TWork>(Func<TWork, int, CancellationToken, Task> work, int atOnce, CancellationToken ct) where TWork : notnull
    {
        // The scheduler waits for its jobs at a shutdown without telling them, and training can take a minute.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        try
        {
            var failures = new ConcurrentQueue<Exception>();
            var tenants = await TenantsAsync(stopping.Token);
            await Parallel.ForEachAsync(tenants, new ParallelOptions { MaxDegreeOfParallelism = Math.Clamp(tenants.Count, 1, atOnce), CancellationToken = stopping.Token }, async (tenantId, token) =>
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
                    await work(scope.ServiceProvider.GetRequiredService<TWork>(), tenantId, token);
                }
                catch (Exception thrown) when (thrown is not OperationCanceledException)
                {
                    failures.Enqueue(thrown);   // what one tenant's rows break must not keep the other tenants waiting for ever
                }
            });

            if (!failures.IsEmpty) throw new AggregateException("The work of a tenant failed.", failures);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // What is not done yet stays owed and is done by the next server.
        }
    }

    private async Task<List<int>> TenantsAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tenants.Select(tenant => tenant.Id).ToListAsync(ct);
    }
}
