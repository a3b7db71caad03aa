using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;

namespace SupportCopilot.Databases;

/// <summary>Brings the database to the shape of this version.</summary>
public static class PrepareDatabase
{
    private const int MostFruitless = 5;   // tries in a row after which nobody else has got on either
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Creates the database where there is none, and applies the migrations it does not have yet. Several processes may do so
    /// at once: each migration is one transaction, of two that apply it one fails, and goes on with what is left.
    /// </summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken ct = default)
    {
        for (int fruitless = 0, left = int.MaxValue; ;)
        {
            await using var scope = services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<SupportDbContext>().Database;
            try
            {
                await database.MigrateAsync(ct);
                return;
            }
            catch (DbException) when (fruitless < MostFruitless)
            {
                await Task.Delay(Pause, ct);
                var now = (await database.GetPendingMigrationsAsync(ct)).Count();
                fruitless = now < left ? 0 : fruitless + 1;
                left = now;
            }
        }
    }
}
