using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Importing;

/// <summary>A real SQLite file with one tenant, for what stands below the HTTP edge.</summary>
internal sealed class TicketDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly string folder;

    private TicketDatabase(ServiceProvider services, string folder) => (this.services, this.folder) = (services, folder);

    public static async Task<TicketDatabase> Create()
    {
        var folder = Directory.CreateTempSubdirectory("supportcopilot-test-").FullName;
        var services = new ServiceCollection().AddScoped<CurrentTenant>().AddSingleton(TimeProvider.System)
            .AddDatabases(new ConfigurationBuilder().Build(), folder).BuildServiceProvider();
        var database = new TicketDatabase(services, folder);
        await database.Use(async db =>
        {
            await db.Database.MigrateAsync();
            db.Tenants.Add(new Tenant { Key = "default", Name = "Default", CreatedAt = DateTime.UnixEpoch });
            return await db.SaveChangesAsync();
        });
        return database;
    }

    public async Task<WriteCount> Write(params IncomingTicket[] batch)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ITicketWriter>().WriteAsync(1, batch, TestContext.Current.CancellationToken);
    }

    public async Task<DeskPageCount> Read(DeskPage page)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDeskWriter>().WriteAsync(1, page, TestContext.Current.CancellationToken);
    }

    public async Task<T> Use<T>(Func<SupportDbContext, Task<T>> use)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(1);
        return await use(scope.ServiceProvider.GetRequiredService<SupportDbContext>());
    }

    public Task<Ticket> Only() => Use(db => db.Tickets.SingleAsync());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
