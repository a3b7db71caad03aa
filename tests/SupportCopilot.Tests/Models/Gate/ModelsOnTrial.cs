using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.Scores;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class ModelsOnTrial
{
    private static readonly string[] Half = ["SupportCopilot:ModelGate:Trials:0:Task=sort", "SupportCopilot:ModelGate:Trials:0:Server=large", "SupportCopilot:ModelGate:Trials:0:Share=0.5"];

    [Fact]
    public async Task Get_their_share_and_always_the_same_tickets()
    {
        await using var desk = await GateDesk.StartAsync(Half);
        async Task<List<string>> WhoAsync() => [.. await Task.WhenAll(Enumerable.Range(1, 60).Select(async ticket => (await desk.AskAsync(question => question with { TicketId = ticket })).Use.Server))];

        var first = await WhoAsync();

        Assert.Equal(first, await WhoAsync());
        Assert.InRange(first.Count(server => server == "large"), 20, 40);
        Assert.Equal(["large", "small"], first.Distinct().Order());
        Assert.Equal("small", (await desk.AskAsync(question => question with { Prompt = question.Prompt with { Task = "other" }, TicketId = 1 + first.IndexOf("large") })).Use.Server);
    }

    [Fact]
    public async Task Are_scored_beside_the_ones_they_are_to_follow()
    {
        await using var desk = await GateDesk.StartAsync(Half);
        desk.Large.Answers = _ => ScriptedAnswer.Of(desk.Large.Calls.Count % 2 == 0 ? "no JSON" : GateDesk.Yes, input: 100_000, output: 0);   // a dollar each
        for (var ticket = 1; ticket <= 40; ticket++) await desk.AskAsync(question => question with { TicketId = ticket });

        var shown = await desk.Product.As(Role.Analyst).GetAsync<System.Text.Json.JsonElement>("/api/models");

        var tasks = shown.GetProperty("items").EnumerateArray().ToDictionary(server => server.GetProperty("name").GetString()!, server => server.GetProperty("tasks").EnumerateArray().SingleOrDefault());
        var (large, small) = (tasks["large"], tasks["small"]);
        Assert.Equal(40, large.GetProperty("calls").GetInt32() + small.GetProperty("calls").GetInt32());
        Assert.Equal((large.GetProperty("calls").GetInt32(), 0), (large.GetProperty("onTrial").GetInt32(), small.GetProperty("onTrial").GetInt32()));
        Assert.True(large.GetProperty("repaired").GetInt32() > 0);
        Assert.Equal((1.0, 1.0), (large.GetProperty("validShare").GetDouble(), small.GetProperty("validShare").GetDouble()));
        Assert.True(large.GetProperty("usdPerAnswer").GetDecimal() > 1.2m);
        Assert.Equal("large-1", shown.GetProperty("items")[2].GetProperty("model").GetString());
        Assert.Equal("scripted-1", shown.GetProperty("items")[2].GetProperty("version").GetString());
    }

    [Fact]
    public async Task Are_scored_by_what_people_let_stand()
    {
        await using var product = await ModelProduct.StartAsync();
        var ids = new List<long>();
        for (var i = 0; i < 4; i++) ids.Add(await product.HasTicketAsync($"Charged {i}", "I was charged twice."));
        await product.WorkOffAsync();
        using var set = await product.As(Role.Agent).PutAsync($"/api/tickets/{ids[0]}/triage/category", System.Net.Http.Json.JsonContent.Create(new { value = "billing" }), TestContext.Current.CancellationToken);
        Assert.True(set.IsSuccessStatusCode, $"{set.StatusCode}");

        var task = (await product.As(Role.Analyst).GetAsync<System.Text.Json.JsonElement>("/api/models")).GetProperty("items")[0].GetProperty("tasks")[0];

        Assert.Equal(("triage", 0.75, 4), (task.GetProperty("task").GetString(), task.GetProperty("score").GetDouble(), task.GetProperty("scoredOf").GetInt32()));
    }

    [Theory]
    [InlineData("Trials:0:Server is none of", "Trials:0:Task=sort", "Trials:0:Server=nobody", "Trials:0:Share=0.5")]
    [InlineData("Trials:0:Share is from 0 to 1", "Trials:0:Task=sort", "Trials:0:Server=scripted", "Trials:0:Share=2")]
    [InlineData("names no role", "CallsPerMinute:boss=5")]
    [InlineData("is at least 1", "CallsPerMinute:agent=0")]
    [InlineData("TenantUsdPerDay", "TenantUsdPerDay=-1")]
    public async Task And_the_rest_of_the_gate_that_cannot_be_right_keep_the_server_from_starting(string because, params string[] settings)
    {
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => ModelProduct.StartAsync([.. settings.Select(setting => $"SupportCopilot:ModelGate:{setting}")]));
        Assert.Contains(refused.Failures, failure => failure.Contains(because, StringComparison.Ordinal));
    }
}
