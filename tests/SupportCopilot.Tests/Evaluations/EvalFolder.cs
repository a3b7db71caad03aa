using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Evaluations;

/// <summary>A data folder of its own, in which the command evaluates, with files beside it.</summary>
public sealed class EvalFolder : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("eval-command-").FullName;

    public Task<CommandRun> RunAsync(params string[] args) => CommandRun.OfAsync([.. args, "--data", _folder, "--tenant", "acme", "--no-demo"]);

    /// <summary>Evaluates, which must not be refused, and reads the one run.</summary>
    public async Task<(CommandRun Run, JsonElement Said)> EvalAsync(params string[] args)
    {
        var run = await RunAsync(["eval", .. args, "--json"]);
        Assert.True(run.ExitCode is 0 or 1, run.Error);
        return (run, Assert.Single(JsonSerializer.Deserialize<JsonElement>(run.Output).EnumerateArray()));
    }

    public string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A number out of the database.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")};Default Timeout=30;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A figure of a run; null where it has none.</summary>
    public static double? Share(JsonElement run, string figure) =>
        run.GetProperty("figures").EnumerateArray().Where(each => each.GetProperty("name").GetString() == figure).Select(each => (double?)each.GetProperty("share").GetDouble()).SingleOrDefault();

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
