using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.Sqlite.Migrations
{
    public partial class Desk : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Model",
                table: "Verdicts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ModelDueAt",
                table: "Verdicts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithoutModelBecause",
                table: "Verdicts",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeskWritings",
                columns: table => new
                {
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Tags = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TagsWas = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TagsThere = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    TagsDropped = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Priority = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PriorityWas = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PriorityThere = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    NoteHash = table.Column<long>(type: "INTEGER", nullable: true),
                    HasNote = table.Column<bool>(type: "INTEGER", nullable: false),
                    Marker = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ArrivedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TryAfter = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeskWritings", x => x.TicketId);
                    table.ForeignKey(
                        name: "FK_DeskWritings_Tickets_TicketId",
                        column: x => x.TicketId,
                        principalTable: "Tickets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Verdicts_TenantId_ModelDueAt",
                table: "Verdicts",
                columns: new[] { "TenantId", "ModelDueAt" },
                filter: "[ModelDueAt] IS NOT NULL");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeskWritings");

            migrationBuilder.DropIndex(
                name: "IX_Verdicts_TenantId_ModelDueAt",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "Model",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "ModelDueAt",
                table: "Verdicts");

            migrationBuilder.DropColumn(
                name: "WithoutModelBecause",
                table: "Verdicts");
        }
    }
}
