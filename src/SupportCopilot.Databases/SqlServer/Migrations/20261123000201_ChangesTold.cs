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
        foreach (var table in new[] { "Tickets", "TicketTags", "ClusterMembers" }) migrationBuilder.Sql(Trigger(table, "INSERT, UPDATE, DELETE", ""));
        foreach (var table in new[] { "People", "Groups", "Organizations", "Clusters" }) migrationBuilder.Sql(Trigger(table, "UPDATE", "IF NOT UPDATE(Name) RETURN;"));
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var table in new[] { "Tickets", "TicketTags", "ClusterMembers", "People", "Groups", "Organizations", "Clusters" }) migrationBuilder.Sql($"DROP TRIGGER TR_{table}_DataVersion");
    }

    private static string Trigger(string table, string when, string unless) => $"""
        CREATE TRIGGER TR_{table}_DataVersion ON {table} AFTER {when} AS
        BEGIN
        SET NOCOUNT ON;
        {unless}
        UPDATE v SET v.Version = v.Version + 1 FROM DataVersions AS v
        WHERE v.TenantId IN (SELECT i.TenantId FROM inserted AS i UNION SELECT d.TenantId FROM deleted AS d);
        INSERT INTO DataVersions (TenantId, Version)
        SELECT c.TenantId, 1 FROM (SELECT i.TenantId FROM inserted AS i UNION SELECT d.TenantId FROM deleted AS d) AS c
        WHERE NOT EXISTS (SELECT 1 FROM DataVersions AS v WITH (UPDLOCK, HOLDLOCK) WHERE v.TenantId = c.TenantId);
        END
        """;
}
