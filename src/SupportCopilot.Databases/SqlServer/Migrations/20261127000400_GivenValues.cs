using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.SqlServer.Migrations
{
    public partial class GivenValues : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GivenFields",
                table: "Classifiers",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsGiven",
                table: "Classifiers",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "WordsAccuracy",
                table: "Classifiers",
                type: "float",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "WordsMacroF1",
                table: "Classifiers",
                type: "float",
                nullable: true);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "GivenFields",
                table: "Classifiers");

            migrationBuilder.DropColumn(
                name: "NeedsGiven",
                table: "Classifiers");

            migrationBuilder.DropColumn(
                name: "WordsAccuracy",
                table: "Classifiers");

            migrationBuilder.DropColumn(
                name: "WordsMacroF1",
                table: "Classifiers");
        }
    }
}
