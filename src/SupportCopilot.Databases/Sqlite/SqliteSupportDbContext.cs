using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Databases.Sqlite;

internal sealed class SqliteSupportDbContext(DbContextOptions<SqliteSupportDbContext> options, CurrentTenant tenant)
    : SupportDbContext(options, tenant)
{
    public override async Task GoFirstAsync(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);   // until the context goes
        SqliteTurns.LetGoFirst((SqliteConnection)Database.GetDbConnection());
    }
}

/// <summary>Used by the migrations tool alone.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteSupportDbContext>
{
    public SqliteSupportDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteSupportDbContext>().UseSqlite("Data Source=:memory:").Options, new CurrentTenant());
}
