using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SQLitePCL;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Tests.Questions.Estimates;

/// <summary>SQLite on a machine that rests a millisecond after every so many steps of its engine, so that what is much work takes long.</summary>
internal sealed class SlowDatabase(ISqlDialect sqlite, int steps) : ISqlDialect
{
    private const int Steps = 300;

    public IRowScan? Rows => sqlite.Rows;

    /// <summary>Puts it in the place of the product's own.</summary>
    public static void Under(IServiceCollection services)
    {
        var sqlite = services.Single(service => service.ServiceType == typeof(ISqlDialect)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton<ISqlDialect>(provider => new SlowDatabase((ISqlDialect)sqlite(provider), Steps)));
    }

    public string First(int rows) => sqlite.First(rows);

    public string Last(int rows) => sqlite.Last(rows);

    public string Number(string column) => sqlite.Number(column);

    public string Containing(string text) => sqlite.Containing(text);

    public async Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct)
    {
        var begun = await sqlite.BeginReadAsync(connection, ct);
        raw.sqlite3_progress_handler(((SqliteConnection)connection).Handle, steps, _ => { Thread.Sleep(1); return 0; }, null);
        return begun;
    }

    public IDisposable StopOn(DbConnection connection, CancellationToken ct) => sqlite.StopOn(connection, ct);
}
