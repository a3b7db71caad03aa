using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SupportCopilot.Databases.Sqlite.Migrations;

/// <summary>
/// Triggers that tell of every change an answer could be made of, within the transaction of the change: the data's version
/// grows, and a ticket whose columns changed goes on the list of those that segments do not tell of. All tickets that are
/// there begin on that list.
/// </summary>
[DbContext(typeof(SqliteSupportDbContext))]
[Migration("20261123000201_ChangesTold")]
public sealed class ChangesTold : Migration
{
    // Whatever is not named here no question reads: what is owed, the row's own version, the hash of what its source said.
    private const string TicketColumns =
        "TenantId, Subject, Status, Type, Channel, Product, Brand, MergedInto, RequesterId, AssigneeId, GroupId, OrganizationId, CreatedAt, UpdatedAt, FirstReplyAt, SolvedAt, DueAt, "
        + "FirstReplyMinutes, ResolutionMinutes, Reopens, Replies, SlaMet, CsatOffered, Csat, SentimentScore, "
        + "GivenCategory, GivenSubcategory, GivenPriority, GivenUrgency, GivenSentiment, GivenEmotion, GivenLanguage, GivenRootCause, "
        + "PredictedCategory, PredictedSubcategory, PredictedPriority, PredictedUrgency, PredictedSentiment, PredictedEmotion, PredictedLanguage, PredictedRootCause";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        // Its rows come and go by their key alone.
        migrationBuilder.Sql("DROP TABLE ChangedTickets");
        migrationBuilder.Sql("CREATE TABLE ChangedTickets (TenantId INTEGER NOT NULL, TicketId INTEGER NOT NULL, Stamp INTEGER NOT NULL, CONSTRAINT PK_ChangedTickets PRIMARY KEY (TenantId, TicketId)) WITHOUT ROWID");
        migrationBuilder.Sql("INSERT INTO DataVersions (TenantId, Version) SELECT Id, 1 FROM Tenants");
        migrationBuilder.Sql("INSERT INTO ChangedTickets (TenantId, TicketId, Stamp) SELECT TenantId, Id, 1 FROM Tickets");

        migrationBuilder.Sql($"CREATE TRIGGER TR_Tickets_Insert AFTER INSERT ON Tickets BEGIN {Grow("NEW")} {Change("NEW", "Id")} END");
        migrationBuilder.Sql($"CREATE TRIGGER TR_Tickets_Update AFTER UPDATE OF {TicketColumns} ON Tickets BEGIN {Grow("NEW")} {Change("NEW", "Id")} END");
        migrationBuilder.Sql($"CREATE TRIGGER TR_Tickets_Delete AFTER DELETE ON Tickets BEGIN {Grow("OLD")} {Change("OLD", "Id")} END");
        migrationBuilder.Sql($"CREATE TRIGGER TR_TicketTags_Insert AFTER INSERT ON TicketTags BEGIN {Grow("NEW")} {Change("NEW", "TicketId")} END");
        migrationBuilder.Sql($"CREATE TRIGGER TR_TicketTags_Delete AFTER DELETE ON TicketTags BEGIN {Grow("OLD")} {Change("OLD", "TicketId")} END");
        migrationBuilder.Sql($"CREATE TRIGGER TR_TicketTags_Update AFTER UPDATE ON TicketTags BEGIN {Grow("NEW")} {Change("OLD", "TicketId")} {Change("NEW", "TicketId")} END");
        foreach (var (when, row) in new[] { ("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD") })
            migrationBuilder.Sql($"CREATE TRIGGER TR_ClusterMembers_{when} AFTER {when} ON ClusterMembers BEGIN {Grow(row)} END");
        foreach (var named in new[] { "People", "Groups", "Organizations", "Clusters" })
            migrationBuilder.Sql($"CREATE TRIGGER TR_{named}_Name AFTER UPDATE OF Name ON {named} WHEN OLD.Name IS NOT NEW.Name BEGIN {Grow("NEW")} END");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        foreach (var trigger in new[] { "Tickets_Insert", "Tickets_Update", "Tickets_Delete", "TicketTags_Insert", "TicketTags_Delete", "TicketTags_Update", "ClusterMembers_INSERT", "ClusterMembers_UPDATE", "ClusterMembers_DELETE", "People_Name", "Groups_Name", "Organizations_Name", "Clusters_Name" })
            migrationBuilder.Sql($"DROP TRIGGER TR_{trigger}");
    }

    private static string Grow(string row) => $"INSERT INTO DataVersions (TenantId, Version) VALUES ({row}.TenantId, 1) ON CONFLICT (TenantId) DO UPDATE SET Version = Version + 1;";

    private static string Change(string row, string id) =>
        $"INSERT INTO ChangedTickets (TenantId, TicketId, Stamp) VALUES ({row}.TenantId, {row}.{id}, (SELECT Version FROM DataVersions WHERE TenantId = {row}.TenantId)) ON CONFLICT (TenantId, TicketId) DO UPDATE SET Stamp = excluded.Stamp;";
}
