using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.SqlServer.Migrations
{
    public partial class ModelGate : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ModelAlerts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Budget = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Period = table.Column<int>(type: "int", nullable: false),
                    SpentMicros = table.Column<long>(type: "bigint", nullable: false),
                    LimitMicros = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelAlerts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelCalls",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Day = table.Column<int>(type: "int", nullable: false),
                    PersonId = table.Column<long>(type: "bigint", nullable: true),
                    Task = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Prompt = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Server = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Model = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    InputTokens = table.Column<long>(type: "bigint", nullable: false),
                    OutputTokens = table.Column<long>(type: "bigint", nullable: false),
                    CostMicros = table.Column<long>(type: "bigint", nullable: false),
                    Milliseconds = table.Column<int>(type: "int", nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: false),
                    Repairs = table.Column<int>(type: "int", nullable: false),
                    TicketId = table.Column<long>(type: "bigint", nullable: true),
                    Items = table.Column<int>(type: "int", nullable: false),
                    IsTrial = table.Column<bool>(type: "bit", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelCalls", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelEvaluations",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Task = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Server = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Set = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Cases = table.Column<int>(type: "int", nullable: false),
                    Score = table.Column<double>(type: "float", nullable: false),
                    Floor = table.Column<double>(type: "float", nullable: false),
                    Figures = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    CostMicros = table.Column<long>(type: "bigint", nullable: false),
                    Milliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelEvaluations", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ModelPolicies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    TenantId = table.Column<int>(type: "int", nullable: false),
                    AllowsOutside = table.Column<bool>(type: "bit", nullable: false),
                    Servers = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: true),
                    DayMicros = table.Column<long>(type: "bigint", nullable: true),
                    MonthMicros = table.Column<long>(type: "bigint", nullable: true),
                    PersonDayMicros = table.Column<long>(type: "bigint", nullable: true),
                    RequestMicros = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModelPolicies", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ModelAlerts_TenantId_Period_Budget_Kind",
                table: "ModelAlerts",
                columns: new[] { "TenantId", "Period", "Budget", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ModelCalls_TenantId_Day",
                table: "ModelCalls",
                columns: new[] { "TenantId", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ModelEvaluations_TenantId_Task_Server",
                table: "ModelEvaluations",
                columns: new[] { "TenantId", "Task", "Server" });

            migrationBuilder.CreateIndex(
                name: "IX_ModelPolicies_TenantId",
                table: "ModelPolicies",
                column: "TenantId",
                unique: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ModelAlerts");

            migrationBuilder.DropTable(
                name: "ModelCalls");

            migrationBuilder.DropTable(
                name: "ModelEvaluations");

            migrationBuilder.DropTable(
                name: "ModelPolicies");
        }
    }
}
