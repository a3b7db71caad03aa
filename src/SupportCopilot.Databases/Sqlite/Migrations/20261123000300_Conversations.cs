using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.Sqlite.Migrations
{
    public partial class Conversations : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "QuestionConversations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<long>(type: "INTEGER", nullable: false),
                    Conversation = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionConversations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_QuestionConversations_TenantId_PersonId_Conversation",
                table: "QuestionConversations",
                columns: new[] { "TenantId", "PersonId", "Conversation" },
                unique: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "QuestionConversations");
        }
    }
}
