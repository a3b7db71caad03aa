using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Jobs;

/// <summary>Does a piece of work for every tenant, one after the other, each in a scope of its own; stops with the server.</summary>
internal sealed class EachTenant(IServiceScopeFactory scopes, IHostApplicationLifetime lifetime)
{
    public async Task RunAsync<TWork>(Func<TWork, int, CancellationToken, Task> work, CancellationToken ct) where TWork : notnull
    {
        // The scheduler waits for its jobs at a shutdown without telling them, and training can take a minute.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(ct, lifetime.ApplicationStopping);
        try
        {
            var failures = new List<Exception>();
            foreach (var tenantId in await TenantsAsync(stopping.Token))
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
                    await work(scope.ServiceProvider.GetRequiredService<TWork>(), tenantId, stopping.Token);
                }
                catch (Exception thrown) when (thrown is not OperationCanceledException)
                {
                    failures.Add(thrown);   // what one tenant's rows break must not keep the tenants after it waiting for ever
                }
            }

            if (failures.Count > 0) throw new AggregateException("The work of a tenant failed.", failures);
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
