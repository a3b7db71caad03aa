using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;

namespace SupportCopilot.Databases;

/// <summary>Brings the database to the shape of this version.</summary>
public static class PrepareDatabase
{
    /// <summary>Creates the database where there is none, and applies the migrations it does not have yet.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Database.MigrateAsync(ct);
    }
}
