using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace SupportCopilot.Databases.SqlServer.Migrations;

/// <summary>A columnstore of everything that questions group and add up; written by hand because the model knows no such index.</summary>
[DbContext(typeof(SqlServerSupportDbContext))]
[Migration("20261121235900_QuestionIndexes")]
public sealed class QuestionIndexes : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE NONCLUSTERED COLUMNSTORE INDEX IX_Tickets_Questions ON Tickets (TenantId, Id, CreatedAt, SolvedAt, UpdatedAt, Status, GivenCategory, PredictedCategory,
                GivenPriority, PredictedPriority, GivenSentiment, PredictedSentiment, Channel, AssigneeId, GroupId, OrganizationId, RequesterId, Product, Brand, Type,
                FirstReplyMinutes, ResolutionMinutes, SlaMet, Reopens, Replies, Csat, CsatOffered);
            """);
    }

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("DROP INDEX IX_Tickets_Questions ON Tickets;");
    }
}
