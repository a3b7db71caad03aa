using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.Sqlite.Migrations
{
    public partial class Rollups : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChangedTickets",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    TicketId = table.Column<long>(type: "INTEGER", nullable: false),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangedTickets", x => new { x.TenantId, x.TicketId });
                });

            migrationBuilder.CreateTable(
                name: "DataVersions",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataVersions", x => x.TenantId);
                });

            migrationBuilder.CreateTable(
                name: "SegmentColumns",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Segment = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SegmentColumns", x => new { x.TenantId, x.Segment, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "Segments",
                columns: table => new
                {
                    TenantId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstId = table.Column<long>(type: "INTEGER", nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Shape = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    CreatedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    SolvedFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    SolvedTo = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedFrom = table.Column<long>(type: "INTEGER", nullable: true),
                    UpdatedTo = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Segments", x => new { x.TenantId, x.Number });
                });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangedTickets");

            migrationBuilder.DropTable(
                name: "DataVersions");

            migrationBuilder.DropTable(
                name: "SegmentColumns");

            migrationBuilder.DropTable(
                name: "Segments");
        }
    }
}
