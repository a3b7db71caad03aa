using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SQLitePCL;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Databases.Sqlite;

internal sealed class SqliteSupportDbContext(DbContextOptions<SqliteSupportDbContext> options, CurrentTenant tenant)
    : SupportDbContext(options, tenant)
{
    private bool _isConnected;

    public override async Task StayConnectedAsync(CancellationToken ct)
    {
        if (_isConnected) return;
        await Database.OpenConnectionAsync(ct);   // until the context goes
        _isConnected = true;
    }

    public override async Task GoFirstAsync(CancellationToken ct)
    {
        await StayConnectedAsync(ct);
        SqliteTurns.LetGoFirst((SqliteConnection)Database.GetDbConnection());
    }

    public override async Task SaveSoonAsync(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)Database.GetDbConnection();
        SqliteTurns.LetGoFirst(connection);   // its asker waits
        var database = connection.Handle;
        try
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, "PRAGMA synchronous=NORMAL"), database);
            await SaveChangesAsync(ct);
        }
        finally
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, "PRAGMA synchronous=FULL"), database);   // webhooks, ledger and cursors of this connection wait for the disk
            await Database.CloseConnectionAsync();
        }
    }
}

/// <summary>Used by the migrations tool alone.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSupportDbContext>
{
    public SqliteSupportDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSupportDbContext>().UseSqlite("Data Source=:memory:").Options, new CurrentTenant());
}
