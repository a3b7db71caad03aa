using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.SqlServer.Migrations
{
    public partial class SentReplies : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Prompt",
                table: "Suggestions",
                type: "nvarchar(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "AutoAnswerPolicies",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    IsStopped = table.Column<bool>(type: "bit", nullable: false),
                    Documentation = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Feature = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AutoAnswerPolicies", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "AutoAnswers",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    SuggestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    IsPublic = table.Column<bool>(type: "bit", nullable: false),
                    Body = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AutoAnswers", x => x.TicketId);
                });

            migrationBuilder.CreateTable(
                name: "BrandVoices",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    Brand = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Language = table.Column<string>(type: "nvarchar(10)", maxLength: 10, nullable: false),
                    Tone = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: true),
                    Greeting = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Closing = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    Signature = table.Column<string>(type: "nvarchar(max)", nullable: true),
                    UpdatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BrandVoices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SentReplies",
                columns: table => new
                {
                    SuggestionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: false),
                    CommentId = table.Column<long>(type: "bigint", nullable: true),
                    ChangedWords = table.Column<int>(type: "int", nullable: false),
                    Kept = table.Column<double>(type: "float", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SentReplies", x => x.SuggestionId);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_TenantId_CreatedAt",
                table: "Suggestions",
                columns: new[] { "TenantId", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AutoAnswers_TenantId_At",
                table: "AutoAnswers",
                columns: new[] { "TenantId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BrandVoices_TenantId_Brand_Language",
                table: "BrandVoices",
                columns: new[] { "TenantId", "Brand", "Language" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SentReplies_TenantId_At",
                table: "SentReplies",
                columns: new[] { "TenantId", "At" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "AutoAnswerPolicies");

            migrationBuilder.DropTable(
                name: "AutoAnswers");

            migrationBuilder.DropTable(
                name: "BrandVoices");

            migrationBuilder.DropTable(
                name: "SentReplies");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_TenantId_CreatedAt",
                table: "Suggestions");

            migrationBuilder.DropColumn(
                name: "Prompt",
                table: "Suggestions");
        }
    }
}
