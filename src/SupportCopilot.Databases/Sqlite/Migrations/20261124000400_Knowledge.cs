using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.Sqlite.Migrations
{
    public partial class Knowledge : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ArticleUses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleUses", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "KnowledgeGaps",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnowledgeGaps", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outlooks",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    LearnedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Tickets = table.Column<int>(type: "INTEGER", nullable: false),
                    Model = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outlooks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchMisses",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Times = table.Column<int>(type: "INTEGER", nullable: false),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchMisses", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_OrganizationId_Status_CreatedAt",
                table: "Tickets",
                columns: new[] { "TenantId", "OrganizationId", "Status", "CreatedAt" },
                filter: "[OrganizationId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_RequesterId_CreatedAt_Status_Csat",
                table: "Tickets",
                columns: new[] { "TenantId", "RequesterId", "CreatedAt", "Status", "Csat" },
                filter: "[RequesterId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_TenantId_Type_CreatedAt",
                table: "Tickets",
                columns: new[] { "TenantId", "Type", "CreatedAt" },
                filter: "[Type] = 'problem'");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleUses_TenantId_ArticleId_Kind",
                table: "ArticleUses",
                columns: new[] { "TenantId", "ArticleId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_KnowledgeGaps_TenantId_TicketId",
                table: "KnowledgeGaps",
                columns: new[] { "TenantId", "TicketId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Outlooks_TenantId",
                table: "Outlooks",
                column: "TenantId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SearchMisses_TenantId_Words",
                table: "SearchMisses",
                columns: new[] { "TenantId", "Words" },
                unique: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleUses");

            migrationBuilder.DropTable(
                name: "KnowledgeGaps");

            migrationBuilder.DropTable(
                name: "Outlooks");

            migrationBuilder.DropTable(
                name: "SearchMisses");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_TenantId_OrganizationId_Status_CreatedAt",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_TenantId_RequesterId_CreatedAt_Status_Csat",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_Tickets_TenantId_Type_CreatedAt",
                table: "Tickets");
        }
    }
}
