using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Databases.SqlServer;

internal sealed class SqlServerSupportDbContext(DbContextOptions<SqlServerSupportDbContext> options, CurrentTenant tenant)
    : SupportDbContext(options, tenant);

/// <summary>Used by the migrations tool alone; it never connects.</summary>
internal sealed class SqlServerDesignTimeFactory : IDesignTimeDbContextFactory<SqlServerSupportDbContext>
{
    public SqlServerSupportDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlServerSupportDbContext>().UseSqlServer("Server=.;Encrypt=true").Options, new CurrentTenant());
}
