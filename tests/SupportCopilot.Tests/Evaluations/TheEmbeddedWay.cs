using System.Text.Json;
using SupportCopilot.Evaluations;

namespace SupportCopilot.Tests.Evaluations;

public sealed class TheEmbeddedWay
{
    [Fact]
    public async Task Is_above_every_floor_of_the_products_own_sets_and_costs_nothing()
    {
        await using var folder = new EvalFolder();

        var run = await folder.RunAsync("eval", "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var said = JsonSerializer.Deserialize<JsonElement>(run.Output).EnumerateArray().ToList();
        Assert.Equal(ReadSets.Tasks, said.Select(one => one.GetProperty("task").GetString()));
        Assert.All(said, one => Assert.Equal(("none", 0, 0m), (one.GetProperty("model").GetString(), one.GetProperty("calls").GetInt32(), one.GetProperty("costUsd").GetDecimal())));
        Assert.All(ReadSets.Tasks, task => Assert.NotEmpty(ReadSets.Own(task).Floors));
        Assert.Equal((0, 0, 4), (await folder.CountAsync("SELECT COUNT(*) FROM Tickets"), await folder.CountAsync("SELECT COUNT(*) FROM Articles"), await folder.CountAsync("SELECT COUNT(*) FROM ModelEvaluations")));
    }

    [Fact]
    public async Task Is_shown_beside_its_last_run_and_fails_below_a_floor_that_is_demanded()
    {
        await using var folder = new EvalFolder();
        var path = folder.File("runs.json", "");
        await folder.RunAsync("eval", "--set", "summaries");

        var run = await folder.RunAsync("eval", "--set", "summaries", "--floors", "summaries.problem=1,replies.silent=1", "--out", path);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("summaries.problem of summaries is 0.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("silent", run.Error, StringComparison.Ordinal);
        Assert.Contains("fallen", run.Output, StringComparison.Ordinal);
        Assert.Contains("last, at", run.Output, StringComparison.Ordinal);
        var written = Assert.Single(JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).RootElement.EnumerateArray());
        Assert.Equal(EvalFolder.Share(written, "covered")!.Value, written.GetProperty("before").GetProperty("figures").GetProperty("covered").GetDouble(), 3);
        Assert.NotEmpty(written.GetProperty("missed").EnumerateArray());
    }

    [Theory]
    [InlineData("There is no set triag;", "--set", "triag")]
    [InlineData("There is no model server gpt;", "--model", "gpt")]
    [InlineData("--floors is written", "--floors", "triage.nothing=1")]
    [InlineData("--floors is written", "--floors", "triage.category=2")]
    [InlineData("There is no file nowhere.json", "--file", "nowhere.json")]
    public async Task Is_not_asked_for_the_impossible(string because, params string[] args)
    {
        await using var folder = new EvalFolder();

        var run = await folder.RunAsync(["eval", .. args]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(because, run.Error, StringComparison.Ordinal);
    }
}
