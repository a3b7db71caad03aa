using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SupportCopilot.Databases.Sqlite.Migrations;

/// <summary>
/// Indexes that hold every column a question reads, so that it never goes to the table, whose rows lie far apart. They are
/// written here by hand because the model cannot name columns of owned values in an index. Those by creation and by tag take
/// the place, and the name, of narrow ones.
/// </summary>
[DbContext(typeof(SqliteSupportDbContext))]
[Migration("20261121235900_QuestionIndexes")]
public sealed class QuestionIndexes : Migration
{
    private const string Dimensions =
        "GivenCategory, PredictedCategory, GivenPriority, PredictedPriority, Channel, AssigneeId, GroupId, Product, OrganizationId, Brand, Type, GivenSentiment, PredictedSentiment";

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX IF EXISTS IX_Tickets_TenantId_CreatedAt");
        migrationBuilder.Sql($"CREATE INDEX IX_Tickets_TenantId_CreatedAt ON Tickets (TenantId, CreatedAt, Status, {Dimensions}, FirstReplyMinutes, SlaMet, SolvedAt, ResolutionMinutes, Reopens, Replies, Csat, CsatOffered, RequesterId, UpdatedAt)");
        migrationBuilder.Sql($"CREATE INDEX IX_Tickets_TenantId_SolvedAt ON Tickets (TenantId, SolvedAt, Status, ResolutionMinutes, Csat, CsatOffered, {Dimensions}, CreatedAt, FirstReplyMinutes, SlaMet, Reopens, Replies)");
        migrationBuilder.Sql($"CREATE INDEX IX_Tickets_Open ON Tickets (TenantId, CreatedAt, Status, {Dimensions}, RequesterId) WHERE NOT (Status IN ('solved', 'closed'))");
        migrationBuilder.Sql("DROP INDEX IX_TicketTags_TenantId_Tag");
        migrationBuilder.Sql("CREATE INDEX IX_TicketTags_TenantId_Tag ON TicketTags (TenantId, Tag, TicketId)");
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX IX_TicketTags_TenantId_Tag");
        migrationBuilder.Sql("CREATE INDEX IX_TicketTags_TenantId_Tag ON TicketTags (TenantId, Tag)");
        migrationBuilder.Sql("DROP INDEX IX_Tickets_Open");
        migrationBuilder.Sql("DROP INDEX IX_Tickets_TenantId_SolvedAt");
        migrationBuilder.Sql("DROP INDEX IX_Tickets_TenantId_CreatedAt");
        migrationBuilder.Sql("CREATE INDEX IX_Tickets_TenantId_CreatedAt ON Tickets (TenantId, CreatedAt)");
    }
}
