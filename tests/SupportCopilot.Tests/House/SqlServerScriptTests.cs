using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SupportCopilot.Access;
using SupportCopilot.Databases.Sqlite;
using SupportCopilot.Databases.SqlServer;

namespace SupportCopilot.Tests.House;

/// <summary>No SQL Server runs in these tests: what goes to it is read by a parser that others wrote (sqlfluff).</summary>
public sealed partial class SqlServerScriptTests
{
    [Fact]
    public async Task The_migrations_make_a_script_that_reads_as_TSql()
    {
        var script = Script();
        Assert.Contains("CREATE TABLE [Tickets]", script);

        var (exitCode, output) = await ParseAsync(WithPlainColumns(script));

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("unparsable", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_parser_sees_what_is_no_TSql()
    {
        var (exitCode, output) = await ParseAsync(WithPlainColumns(Script()).Replace("CREATE TABLE [Tickets] (", "CREATE TABEL [Tickets] ((", StringComparison.Ordinal));
        Assert.True(exitCode != 0 || output.Contains("unparsable", StringComparison.OrdinalIgnoreCase), output);
    }

    [Fact]
    public void Every_migration_of_one_database_has_its_twin_for_the_other()
    {
        using var server = SqlServer();
        var databases = Path.Combine(SharedData.RepositoryRoot, "src", "SupportCopilot.Databases");
        static string[] Names(string folder) => [.. Directory.GetFiles(folder, "*_*.cs").Where(f => !f.EndsWith(".Designer.cs", StringComparison.Ordinal))
            .Select(f => Path.GetFileNameWithoutExtension(f).Split('_', 2)[1]).Order()];
        Assert.Equal(Names(Path.Combine(databases, "Sqlite", "Migrations")), Names(Path.Combine(databases, "SqlServer", "Migrations")));
        Assert.NotEmpty(server.Database.GetMigrations());
    }

    [Fact]
    public void No_change_of_the_tables_lacks_its_migration()
    {
        using var server = SqlServer();
        using var file = new SqliteDesignTimeFactory().CreateDbContext([]);
        Assert.All(new DbContext[] { server, file }, db =>
        {
            var migrated = db.GetService<IModelRuntimeInitializer>().Initialize(db.GetService<IMigrationsAssembly>().ModelSnapshot!.Model);
            Assert.Empty(db.GetService<IMigrationsModelDiffer>().GetDifferences(migrated.GetRelationalModel(), db.GetService<IDesignTimeModel>().Model.GetRelationalModel()));
        });
    }

    /// <summary>
    /// The parser (1.4.5) does not know computed columns. Each becomes a plain column, and its expression is read by
    /// the parser in a SELECT of its own, so that nothing goes unread. Nor does it know columnstores, which are written as
    /// other indexes are but for that word.
    /// </summary>
    private static string WithPlainColumns(string script)
    {
        var computed = ComputedColumns().Matches(script);
        Assert.Equal(Enum.GetValues<SupportCopilot.Tickets.TriageField>().Length - 1, computed.Count);
        var plain = ComputedColumns().Replace(script, "$1 nvarchar(100) NULL,").Replace("NONCLUSTERED COLUMNSTORE INDEX", "NONCLUSTERED INDEX", StringComparison.Ordinal);
        return plain + string.Concat(computed.Select(column => $"SELECT {column.Groups[2].Value} AS {column.Groups[1].Value.Trim()} FROM [Tickets];\nGO\n"));
    }

    [GeneratedRegex(@"(?m)^(\s+\[\w+\]) AS (.+),$")]
    private static partial Regex ComputedColumns();

    private static SqlServerSupportDbContext SqlServer() => new SqlServerDesignTimeFactory().CreateDbContext([]);

    private static string Script()
    {
        using var db = SqlServer();
        return db.GetService<IMigrator>().GenerateScript();
    }

    // The parser leaves larger files than 20,000 bytes unread, and calls that a success.
    private const string NoLimit = """
        [sqlfluff]
        large_file_skip_byte_limit = 0
        """;

    private const int PartLength = 8_000;

    internal static async Task<(int ExitCode, string Output)> ParseAsync(string script)
    {
        var folder = Directory.CreateTempSubdirectory("supportcopilot-sql-");
        try
        {
            var config = Path.Combine(folder.FullName, "parser.cfg");
            await File.WriteAllTextAsync(config, NoLimit, TestContext.Current.CancellationToken);
            foreach (var (i, part) in Parts(script).Index()) await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{i:000}.sql"), part, TestContext.Current.CancellationToken);
            using var parser = Process.Start(new ProcessStartInfo("sqlfluff", ["parse", "--dialect", "tsql", "--config", config, folder.FullName])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            var output = parser.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = parser.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await parser.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (parser.ExitCode, await output + await error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The parser's time grows faster than its text: the statements are given to it some at a time.</summary>
    private static IEnumerable<string> Parts(string script)
    {
        var end = script.Contains("\nGO\n", StringComparison.Ordinal) ? "\nGO\n" : ";\n";
        var part = new StringBuilder();
        foreach (var statement in script.Split(end).Where(statement => !string.IsNullOrWhiteSpace(statement)))
        {
            part.Append(statement).Append(end);
            if (part.Length < PartLength) continue;
            yield return part.ToString();
            part.Clear();
        }

        if (part.Length > 0) yield return part.ToString();
    }
}
