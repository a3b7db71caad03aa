using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Databases.Sqlite;
using SupportCopilot.Databases.SqlServer;
using SupportCopilot.Databases.Writing;
using SupportCopilot.Databases.Writing.Desks;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases;

/// <summary>Adds the database to the product.</summary>
public static class DatabaseSetup
{
    /// <summary>Adds <see cref="SupportDbContext"/> on SQLite (a file under <paramref name="dataDirectory"/> unless the settings say otherwise) or SQL Server.</summary>
    public static IServiceCollection AddDatabases(this IServiceCollection services, IConfiguration section, string dataDirectory)
    {
        services.AddOptions<DatabaseOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DatabaseLocation>(provider => new(provider.GetRequiredService<IOptions<DatabaseOptions>>().Value, dataDirectory));
        services.AddDbContext<SqliteSupportDbContext>((provider, options) =>
            options.UseSqlite(provider.GetRequiredService<DatabaseLocation>().ConnectionString).AddInterceptors(SqliteTurns.Instance));
        services.AddDbContext<SqlServerSupportDbContext>((provider, options) =>
            options.UseSqlServer(provider.GetRequiredService<DatabaseLocation>().ConnectionString, server => server.EnableRetryOnFailure()));
        services.AddScoped<SupportDbContext>(provider => provider.GetRequiredService<DatabaseLocation>().IsSqlServer
            ? provider.GetRequiredService<SqlServerSupportDbContext>()
            : provider.GetRequiredService<SqliteSupportDbContext>());
        services.AddScoped<ITicketWriter, BulkTicketWriter>();
        services.AddScoped<IDeskWriter, BulkDeskWriter>();
        services.AddSingleton<ISqlDialect>(provider => provider.GetRequiredService<DatabaseLocation>().IsSqlServer ? new SqlServerDialect() : new SqliteDialect());
        services.AddSingleton<ISegmentStore, SqliteSegmentStore>();
        return services;
    }
}

/// <summary>Where the database is, ready to be opened.</summary>
public sealed class DatabaseLocation
{
    /// <summary>Works out the connection string; SQL Server's is always encrypted.</summary>
    public DatabaseLocation(DatabaseOptions options, string dataDirectory)
    {
        IsSqlServer = options.IsSqlServer;
        if (IsSqlServer)
        {
            if (string.IsNullOrWhiteSpace(options.ConnectionString))
                throw new InvalidOperationException("SupportCopilot:Database:Provider is SqlServer, but SupportCopilot:Database:ConnectionString is not set.");
            ConnectionString = new SqlConnectionStringBuilder(options.ConnectionString) { Encrypt = true }.ConnectionString;
            return;
        }

        var file = new SqliteConnectionStringBuilder(
            string.IsNullOrWhiteSpace(options.ConnectionString) ? $"Data Source={Path.Combine(dataDirectory, "supportcopilot.db")}" : options.ConnectionString);
        if (file.DefaultTimeout < 30) file.DefaultTimeout = 30;   // a writer beside another waits for its turn instead of failing
        if (Path.GetDirectoryName(file.DataSource) is { Length: > 0 } folder) Directory.CreateDirectory(folder);
        ConnectionString = file.ConnectionString;
    }

    /// <summary>SQL Server rather than SQLite.</summary>
    public bool IsSqlServer { get; }

    /// <summary>The connection string, secrets included: never to be logged.</summary>
    public string ConnectionString { get; }
}
