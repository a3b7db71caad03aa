using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class CallsToModels
{
    private const string Canary = "canary-7731";

    [Fact]
    public async Task Are_written_down_each_without_anybodys_text()
    {
        await using var desk = await GateDesk.StartAsync();
        var answers = 0;
        desk.Small.Answers = _ => answers++ == 0 ? ScriptedAnswer.Of($"no JSON, {Canary}", input: 100, output: 10) : ScriptedAnswer.Of(GateDesk.Yes, input: 200, output: 20);

        await desk.AskAsync(question => question with { Data = $$"""{"text": "{{Canary}}"}""", TicketId = 7 });

        var call = Assert.Single(await CallsAsync(desk));
        Assert.Equal(("sort", "sort/1", "small", "scripted-1"), (call.Task, call.Prompt, call.Server, call.Model));
        Assert.Equal((300L, 30L, 33L, 1, ModelOutcome.Answered, (long?)7), (call.InputTokens, call.OutputTokens, call.CostMicros, call.Repairs, call.Outcome, call.TicketId));
        Assert.DoesNotContain(Canary, JsonSerializer.Serialize(call), StringComparison.Ordinal);
        Assert.DoesNotContain(desk.Product.Log.All, line => line.Contains(Canary, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("malformed", ModelOutcome.Malformed)]
    [InlineData("refused", ModelOutcome.Refused)]
    [InlineData("down", ModelOutcome.Unavailable)]
    [InlineData("slow", ModelOutcome.TimedOut)]
    public async Task That_fail_are_written_down_with_what_they_took(string how, ModelOutcome outcome)
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => how switch
        {
            "malformed" => ScriptedAnswer.Of("no JSON"),
            "refused" => ScriptedAnswer.Of(null, refusal: "No."),
            "down" => ScriptedAnswer.Error(401, "no", "No."),
            _ => ScriptedAnswer.Of(GateDesk.Yes) with { After = TimeSpan.FromSeconds(20) },
        };

        await desk.AskAsync(question => question with { Server = "small", Within = TimeSpan.FromSeconds(0.5) });

        var call = Assert.Single(await CallsAsync(desk));
        Assert.Equal((outcome, how != "down"), (call.Outcome, call.CostMicros > 0));   // of what nobody waited for, the question was paid all the same
    }

    [Fact]
    public async Task That_nobody_waited_for_are_written_down()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Thinks = TimeSpan.FromSeconds(20);
        using var gone = new CancellationTokenSource(TimeSpan.FromSeconds(0.3));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.AskAsync(ct: gone.Token));

        Assert.Equal(ModelOutcome.Cancelled, Assert.Single(await CallsAsync(desk)).Outcome);
    }

    [Fact]
    public async Task Are_on_disk_in_a_moment_without_anybody_waiting_for_it()
    {
        await using var desk = await GateDesk.StartAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.AskAsync()));

        var until = TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(10);
        while (await OnDiskAsync() < 20 && TimeProvider.System.GetUtcNow() < until) await Task.Delay(20, TestContext.Current.CancellationToken);

        Assert.Equal(20, await OnDiskAsync());

        Task<int> OnDiskAsync() => desk.Product.DatabaseAsync(db => db.ModelCalls.CountAsync());
    }

    [Fact]
    public async Task Are_on_disk_when_the_program_has_stopped()
    {
        await using var desk = await GateDesk.StartAsync();
        await desk.AskAsync();

        await Task.WhenAll(desk.Product.Services.GetServices<IHostedService>().Select(hosted => hosted.StopAsync(TestContext.Current.CancellationToken)));

        Assert.Equal(1, await desk.Product.DatabaseAsync(db => db.ModelCalls.CountAsync()));
    }

    [Fact]
    public async Task That_wait_for_their_commit_are_spent_already()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Of(GateDesk.Yes, input: 1_000_000, output: 0);   // a tenth of a dollar
        await desk.AskAsync();

        // Nobody counted until now, since no budget was set.
        using var set = await desk.Product.As(Role.Admin).PutAsJsonAsync("/api/models/policy", new ModelPolicyView(true, null, 0.05m, null, null, null, 0), TestContext.Current.CancellationToken);

        Assert.Equal("overBudget", (await desk.AskAsync()).Because);
    }

    [Fact]
    public async Task That_stream_are_written_down_too()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Spoken("All is well. ", "Bye.");

        await desk.ListenAsync();

        var call = Assert.Single(await CallsAsync(desk));
        Assert.Equal(("summary", 300L, 40L, ModelOutcome.Answered), (call.Task, call.InputTokens, call.OutputTokens, call.Outcome));
    }

    [Fact]
    public async Task Are_not_made_twice_for_the_same_question_of_the_same_tenant()
    {
        await using var desk = await GateDesk.StartAsync("SupportCopilot:ModelGate:CacheMinutes=60");

        Assert.Equal(("yes", "yes"), (await SaidAsync(desk), await SaidAsync(desk)));
        Assert.Single(desk.Small.Calls);
        Assert.Equal([ModelOutcome.Answered, ModelOutcome.Cached], (await CallsAsync(desk)).Select(call => call.Outcome));
        Assert.Equal(0, (await CallsAsync(desk))[1].CostMicros);

        await desk.AskAsync(tenant: "rival");
        Assert.Equal(2, desk.Small.Calls.Count);   // never across tenants
        await desk.AskAsync(question => question with { Prompt = question.Prompt with { Version = 2 } });
        await desk.AskAsync(question => question with { Data = """{"text": "Is it not?"}""" });
        await desk.AskAsync(question => question with { IsAnew = true });
        Assert.Equal(5, desk.Small.Calls.Count);
    }

    [Fact]
    public async Task Whose_answer_could_not_be_used_are_made_again()
    {
        await using var desk = await GateDesk.StartAsync("SupportCopilot:ModelGate:CacheMinutes=60");
        desk.Small.Answers = _ => ScriptedAnswer.Of("no JSON");
        await desk.AskAsync(question => question with { Server = "small" });
        desk.Small.Answers = _ => ScriptedAnswer.Of(GateDesk.Yes);

        Assert.Equal("yes", await SaidAsync(desk));
        Assert.Equal(4, desk.Small.Calls.Count);
    }

    [Fact]
    public async Task Are_summed_up_by_day_by_task_and_by_model()
    {
        await using var desk = await GateDesk.StartAsync();
        desk.Small.Answers = _ => ScriptedAnswer.Of(GateDesk.Yes, input: 1_000_000, output: 0);   // a tenth of a dollar
        await desk.AskAsync(question => question with { TicketId = 1 });
        await desk.AskAsync(question => question with { TicketId = 1 });
        await desk.AskAsync(question => question with { TicketId = 2 });
        desk.Small.Answers = _ => ScriptedAnswer.Error(401, "no", "No.");
        desk.Medium.Answers = _ => ScriptedAnswer.Of(GateDesk.Yes, input: 200_000, output: 0);   // half a dollar
        await desk.AskAsync(question => question with { Prompt = new ModelPrompt("other", 1, "Do.") });

        var costs = await desk.Product.As(Role.Analyst).GetAsync<ModelCosts>("/api/costs?days=10");

        Assert.Equal((5, 4, 0.8m), (costs.Calls, costs.Answers, costs.Usd));
        Assert.Equal((0.2m, 0.15m, 0.08m), (costs.UsdPerAnswer, costs.UsdPerTicket, costs.UsdPerDay));
        Assert.Equal(0.8m, Assert.Single(costs.ByDay).Usd);
        Assert.Equal([("other", 0.5m, 2), ("sort", 0.3m, 3)], costs.ByTask.Select(task => (task.Task, task.Usd, task.Calls)));
        Assert.Equal([("scripted", 0.5m), ("small", 0.3m)], costs.ByModel.Select(model => (model.Server, model.Usd)).GroupBy(model => model.Server).Select(model => (model.Key, model.Sum(one => one.Usd))));
        Assert.Empty(costs.Budgets);
        Assert.Equal(0, (await desk.Product.As(Role.Analyst, "rival").GetAsync<ModelCosts>("/api/costs")).Calls);
    }

    [Theory]
    [InlineData("/api/costs")]
    [InlineData("/api/models")]
    public async Task Are_shown_to_analysts_and_admins_alone(string address)
    {
        await using var desk = await GateDesk.StartAsync();

        foreach (var role in new[] { Role.Agent, Role.Sme, Role.ProductOwner })
            Assert.Equal(HttpStatusCode.Forbidden, (await desk.Product.As(role, user: $"{role}").GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await desk.Product.Anonymous().GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        foreach (var role in new[] { Role.Analyst, Role.Admin })
            Assert.Equal(HttpStatusCode.OK, (await desk.Product.As(role, user: $"{role}").GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<string?> SaidAsync(GateDesk desk) => (await desk.AskAsync() as ModelResult<string>.Answered)?.Value;

    private static Task<List<ModelCall>> CallsAsync(GateDesk desk) => desk.Product.LedgerAsync();
}
