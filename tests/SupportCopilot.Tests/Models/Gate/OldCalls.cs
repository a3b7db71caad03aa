using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Models.Ledger;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class OldCalls
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 30, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Become_sums_that_tell_the_same_costs()
    {
        await using var desk = await StartAsync();
        // A ticket that is asked about on two days, one that fails and comes again, several together, a cached answer, what is about no ticket.
        await HasAsync(desk, Call(100, "triage", ticket: 1, cost: 500), Call(99, "triage", ticket: 1, cost: 700), Call(99, "triage", ticket: 2, cost: 300, ModelOutcome.Malformed), Call(99, "triage", ticket: 2, cost: 400),
            Call(98, "triage", items: 6, cost: 1200), Call(98, "plan", cost: 50), Call(98, "plan", cost: 0, outcome: ModelOutcome.Cached), Call(91, "triage", ticket: 1, cost: 100), Call(3, "triage", ticket: 9, cost: 10));
        var before = await CostsAsync(desk);

        await SumUpAsync(desk);
        await SumUpAsync(desk);

        Assert.Equal(before, await CostsAsync(desk));
        Assert.Equal((1, 7), (await desk.Product.DatabaseAsync(db => db.ModelCalls.CountAsync()), await desk.Product.DatabaseAsync(db => db.ModelDaySums.CountAsync())));
    }

    [Fact]
    public async Task Of_many_thousands_count_once_each()
    {
        await using var desk = await StartAsync();
        await HasAsync(desk, [.. Enumerable.Range(0, 4_500).Select(i => Call(120, "triage", ticket: i % 3_000, cost: 2))]);
        var before = await CostsAsync(desk);

        await SumUpAsync(desk);

        Assert.Equal(before, await CostsAsync(desk));
        Assert.Equal((4_500, 3_000, 9_000), await desk.Product.DatabaseAsync(async db => await db.ModelDaySums.SingleAsync() is var sum ? (sum.Calls, sum.Tickets, (int)sum.CostMicros) : default));
    }

    [Fact]
    public async Task Of_one_tenant_are_not_anothers()
    {
        await using var desk = await StartAsync();
        await HasAsync(desk, Call(120, "triage", ticket: 1, cost: 2));
        await desk.Product.DatabaseAsync(async db =>
        {
            db.ModelCalls.Add(Call(120, "triage", ticket: 1, cost: 3));
            return await db.SaveChangesAsync();
        }, "rival");

        await SumUpAsync(desk);

        Assert.Equal(1, await desk.Product.DatabaseAsync(db => db.ModelCalls.CountAsync(), "rival"));
        Assert.Equal(0, await desk.Product.DatabaseAsync(db => db.ModelDaySums.CountAsync(), "rival"));
    }

    private Task<GateDesk> StartAsync() => GateDesk.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)), "SupportCopilot:ModelGate:KeepCallsDays=90");

    private static Task SumUpAsync(GateDesk desk) => desk.Product.InsideAsync(services => services.GetRequiredService<SumUpOldCalls>().RunAsync(TestContext.Current.CancellationToken));

    private static async Task<string> CostsAsync(GateDesk desk) => (await desk.Product.As(Role.Analyst).GetAsync<JsonElement>("/api/costs?days=366")).ToString();

    private static Task<int> HasAsync(GateDesk desk, params ModelCall[] calls) => desk.Product.DatabaseAsync(async db =>
    {
        db.ModelCalls.AddRange(calls);
        return await db.SaveChangesAsync();
    });

    private ModelCall Call(int daysAgo, string task, long? ticket = null, long cost = 0, ModelOutcome outcome = ModelOutcome.Answered, int items = 1)
    {
        var at = _clock.GetUtcNow().UtcDateTime.AddDays(-daysAgo);
        return new ModelCall { At = at, Day = ModelDays.Of(at), Task = task, Prompt = $"{task}/1", Server = "small", Model = "small-1", InputTokens = cost, OutputTokens = 7, CostMicros = cost, Outcome = outcome, TicketId = ticket, Items = items };
    }
}
