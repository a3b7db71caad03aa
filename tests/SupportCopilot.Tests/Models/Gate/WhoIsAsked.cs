using SupportCopilot.Models;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class WhoIsAsked
{
    [Fact]
    public async Task Is_the_cheapest_that_is_able_enough_for_the_task()
    {
        await using var desk = await GateDesk.StartAsync("SupportCopilot:ModelGate:Tiers:hardTask=Large");

        Assert.Equal("small", (await desk.AskAsync()).Use.Server);
        Assert.Equal("scripted", (await desk.AskAsync(question => question with { Difficulty = ModelDifficulty.Hard })).Use.Server);
        Assert.Equal("scripted", (await desk.AskAsync(question => question with { Prompt = new ModelPrompt("reply", 1, "Reply.") })).Use.Server);
        Assert.Equal("large", (await desk.AskAsync(question => question with { Prompt = new ModelPrompt("hardTask", 1, "Think.") })).Use.Server);
    }

    [Fact]
    public async Task Is_the_one_that_was_named_and_no_other()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Large.Answers = _ => ScriptedAnswer.Error(401, "invalid_api_key", "No.");

        Assert.Equal("unavailable", (await desk.AskAsync(question => question with { Server = "large" })).Because);
        Assert.Equal("unavailable", (await desk.AskAsync(question => question with { Server = "nobody" })).Because);

        Assert.Empty(desk.Small.Calls);
        Assert.Empty(desk.Medium.Calls);
    }

    public static TheoryData<string> Failing => ["down", "wrong key", "no JSON", "a value that is none", "cut off", "quota"];

    [Theory]
    [MemberData(nameof(Failing))]
    public async Task Is_the_next_where_one_fails_or_answers_what_cannot_be_used(string how)
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => how switch
        {
            "down" => ScriptedAnswer.Error(503, "down", "Sorry."),
            "wrong key" => ScriptedAnswer.Error(401, "invalid_api_key", "No."),
            "no JSON" => ScriptedAnswer.Of("I would say yes."),
            "a value that is none" => ScriptedAnswer.Of("""{"answer": "perhaps"}"""),
            "cut off" => ScriptedAnswer.Of("""{"ans""", finish: "length"),
            _ => ScriptedAnswer.Error(429, "insufficient_quota", "You exceeded your current quota."),
        };

        var result = await desk.AskAsync();

        var answered = Assert.IsType<ModelResult<string>.Answered>(result);
        Assert.Equal(("yes", "scripted"), (answered.Value, answered.Use.Server));
        Assert.NotEmpty(desk.Small.Calls);
        Assert.Empty(desk.Large.Calls);
    }

    [Fact]
    public async Task Is_nobody_else_where_a_filter_refused()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Error(400, "content_filter", "Filtered.");

        Assert.Equal("refused", (await desk.AskAsync()).Because);
        Assert.Empty(desk.Medium.Calls);
    }

    [Fact]
    public async Task Is_paid_for_with_every_answer_that_could_not_be_used()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Of("no JSON", input: 100, output: 100);
        desk.Medium.Answers = _ => ScriptedAnswer.Of(GateDesk.Yes, input: 1000, output: 10);

        var use = (await desk.AskAsync()).Use;

        Assert.Equal((4, 1300L, 310L), (use.Answers, use.InputTokens, use.OutputTokens));
        Assert.Equal((3 * 20) + 2600, use.CostMicros);   // three at 0.10 a million, one at 2.50 and 10
    }

    [Fact]
    public async Task Is_asked_last_after_it_answered_badly_too_often()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Of("no JSON");
        for (var i = 0; i < 10; i++) await desk.AskAsync();
        var calls = desk.Small.Calls.Count;

        Assert.Equal("scripted", (await desk.AskAsync()).Use.Server);
        Assert.Equal(calls, desk.Small.Calls.Count);
        Assert.Equal("small", (await desk.AskAsync(question => question with { Prompt = new ModelPrompt("other", 1, "Answer."), Server = "small" })).Use.Server);
    }

    [Fact]
    public async Task Is_left_alone_once_its_quota_is_spent_and_the_health_page_says_until_when()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Error(429, "insufficient_quota", "You exceeded your current quota, please check your plan.");

        await desk.AskAsync();
        await desk.AskAsync();
        Assert.Equal("unavailable", (await desk.AskAsync(question => question with { Server = "small" })).Because);

        Assert.Single(desk.Small.Calls);
        var health = (await desk.Product.Anonymous().GetAsync<System.Text.Json.JsonElement>("/health/ready")).GetProperty("parts").GetProperty("modelServers");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains("small's quota is spent; it is not asked before", health.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Single(desk.Product.Log.All, line => line.Contains("The quota of model server small is spent", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_the_next_while_somebody_waits_for_one_that_is_slow()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Thinks = desk.Large.Thinks = TimeSpan.FromSeconds(30);
        var start = TimeProvider.System.GetTimestamp();

        var result = await desk.AskAsync(question => question with { Within = TimeSpan.FromSeconds(1) });

        Assert.Equal((null, "scripted"), (result.Because, result.Use.Server));
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }

    [Fact]
    public async Task Is_nobody_where_all_fail_and_that_is_said_in_time()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Thinks = desk.Medium.Thinks = desk.Large.Thinks = TimeSpan.FromSeconds(30);
        var start = TimeProvider.System.GetTimestamp();

        Assert.Equal("timeout", (await desk.AskAsync(question => question with { Within = TimeSpan.FromSeconds(1) })).Because);
        Assert.True(TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(2));
    }
}
