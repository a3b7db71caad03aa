using System.Diagnostics;
using System.Text.Json;

namespace SupportCopilot.Tests.Questions.TSql;

/// <summary>
/// A parser and translator of SQL that others wrote (sqlglot, Debian's python3-sqlglot): reads statements as T-SQL and
/// writes them for SQLite. One process for all of them.
/// </summary>
internal static class Sqlglot
{
    // The system's own Python, which Debian's package belongs to; another one may stand before it on the path.
    private const string Python = "/usr/bin/python3";

    // What it cannot read it keeps as a «command», and what it does not know as it stands: neither passes here. SQLite has no
    // TRY_CAST, which the translator would turn into a CAST that makes 0 of any text: it is called as a function instead.
    private const string Program = """
        import json, sys
        import sqlglot
        from sqlglot import exp, ErrorLevel

        def tried(node):
            if isinstance(node, exp.TryCast): return exp.Anonymous(this="TRY_CAST_" + node.args["to"].this.name, expressions=[node.this])
            return node

        for line in sys.stdin:
            try:
                trees = sqlglot.parse(json.loads(line), read="tsql", error_level=ErrorLevel.RAISE)
                tree = trees[0]
                if len(trees) != 1 or not isinstance(tree, (exp.Select, exp.Union)): raise ValueError("no single SELECT: " + type(tree).__name__)
                print(json.dumps({"sqlite": tree.transform(tried).sql(dialect="sqlite", unsupported_level=ErrorLevel.RAISE)}))
            except Exception as error:
                print(json.dumps({"error": str(error)}))
        """;

    /// <summary>Each statement for SQLite, or what the parser has against it.</summary>
    public static async Task<IReadOnlyList<(string? Sqlite, string? Error)>> CarryOverAsync(IReadOnlyList<string> statements)
    {
        var ct = TestContext.Current.CancellationToken;
        Assert.True(File.Exists(Python), $"{Python} is missing; on Debian: apt-get install python3-sqlglot");
        using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Program]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        try
        {
            foreach (var statement in statements) await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(statement));
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            Assert.Fail($"{Python} with python3-sqlglot does not run: {await errors}");
        }

        await process.WaitForExitAsync(ct);
        var lines = (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.True(lines.Count == statements.Count, $"{Python} with python3-sqlglot does not run: {await errors}");
        return [.. lines.Select(line => (Text(line, "sqlite"), Text(line, "error")))];
    }

    private static string? Text(JsonElement line, string name) => line.TryGetProperty(name, out var text) ? text.GetString() : null;
}
