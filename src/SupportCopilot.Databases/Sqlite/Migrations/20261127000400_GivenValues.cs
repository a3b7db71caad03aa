using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupportCopilot.Databases.Sqlite.Migrations
{
    public partial class GivenValues : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "GivenFields",
                table: "Classifiers",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NeedsGiven",
                table: "Classifiers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "WordsAccuracy",
                table: "Classifiers",
                type: "REAL",
                nullable: true);

            migrationBuilder.AddColumn<double>(
                name: "WordsMacroF1",
                table: "Classifiers",
                type: "REAL",
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
