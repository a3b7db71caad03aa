using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SupportCopilot.Databases.SqlServer.Migrations;

/// <summary>
/// Triggers by which the data's version grows with every change that an answer could be made of, within the transaction of
/// the change. Columns are stored by the server's own columnstore, so there are no segments to be told of changes.
/// </summary>
[DbContext(typeof(SqlServerSupportDbContext))]
[Migration("20261123000201_ChangesTold")]
public sealed class ChangesTold : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("INSERT INTO DataVersions (TenantId, Version) SELECT Id, 1 FROM Tenants");
        foreach (var table in new[] { "Tickets", "TicketTags", "ClusterMembers" })
            migrationBuilder.Sql(Trigger(table, "INSERT, UPDATE, DELETE", "SELECT i.TenantId FROM inserted AS i UNION SELECT d.TenantId FROM deleted AS d"));
        foreach (var table in new[] { "People", "Groups", "Organizations", "Clusters" })
            migrationBuilder.Sql(Trigger(table, "UPDATE", "SELECT i.TenantId FROM inserted AS i INNER JOIN deleted AS d ON d.Id = i.Id WHERE d.Name <> i.Name"));
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "Tickets", "TicketTags", "ClusterMembers", "People", "Groups", "Organizations", "Clusters" }) migrationBuilder.Sql($"DROP TRIGGER TR_{table}_DataVersion");
    }

    private static string Trigger(string table, string when, string tenants) => $"""
        CREATE TRIGGER TR_{table}_DataVersion ON {table} AFTER {when} AS
        BEGIN
        SET NOCOUNT ON;
        UPDATE v SET v.Version = v.Version + 1 FROM DataVersions AS v
        WHERE v.TenantId IN ({tenants});
        INSERT INTO DataVersions (TenantId, Version)
        SELECT DISTINCT c.TenantId, 1 FROM ({tenants}) AS c
        WHERE NOT EXISTS (SELECT 1 FROM DataVersions AS v WITH (UPDLOCK, HOLDLOCK) WHERE v.TenantId = c.TenantId);
        END
        """;
}
