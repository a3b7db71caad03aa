using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Models.Gate;

public sealed class BudgetsForModels
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 3, 30, 22, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Keep_a_request_from_a_model_that_would_cost_more_by_estimate()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:RequestUsd=0.001");

        Assert.Equal("small", (await desk.AskAsync()).Use.Server);
        Assert.Equal("overBudget", (await desk.AskAsync(question => question with { Server = "large" })).Because);
        Assert.Empty(desk.Large.Calls);
    }

    [Fact]
    public async Task Count_the_repairs_and_the_servers_before_into_a_request()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:RequestUsd=0.012");
        desk.Small.Answers = _ => ScriptedAnswer.Of("no JSON", input: 50_000, output: 0);   // half a cent each

        var result = await desk.AskAsync();

        Assert.Equal(("overBudget", 3), (result.Because, desk.Small.Calls.Count));
        Assert.Empty(desk.Medium.Calls);
    }

    [Fact]
    public async Task Of_a_day_end_at_its_midnight()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:TenantUsdPerDay=0.35");
        Priced(desk, 0.1m);
        for (var i = 0; i < 3; i++) Assert.Null((await desk.AskAsync()).Because);

        var refused = Assert.IsType<ModelResult<string>.Unavailable>(await desk.AskAsync(question => question with { MostAnswerTokens = 1_000_000 }));

        Assert.Equal(("overBudget", TimeSpan.FromHours(2)), (refused.Reason, refused.RetryAfter));
        Assert.Equal(3, desk.Small.Calls.Count);
        Assert.Null((await desk.AskAsync(tenant: "rival")).Because);
        _clock.Advance(TimeSpan.FromHours(2));
        Assert.Null((await desk.AskAsync()).Because);
    }

    [Fact]
    public async Task Of_a_month_outlast_the_program_and_the_day()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:TenantUsdPerMonth=10");
        await desk.Product.DatabaseAsync(async db =>
        {
            db.ModelCalls.Add(new ModelCall { Task = "reply", Prompt = "reply/1", Server = "small", Model = "small-1", At = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), Day = ModelDays.Of(new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc)), CostMicros = 10_000_000 });
            return await db.SaveChangesAsync();
        });

        Assert.Equal("overBudget", (await desk.AskAsync()).Because);
        _clock.Set(new DateTimeOffset(2026, 4, 1, 0, 0, 1, TimeSpan.Zero));
        Assert.Null((await desk.AskAsync()).Because);
    }

    [Fact]
    public async Task Hold_for_calls_at_the_same_time()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:TenantUsdPerDay=0.0005");   // by estimate there is room for six calls
        desk.Small.Thinks = TimeSpan.FromSeconds(1);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => desk.AskAsync(question => question with { Server = "small" })));

        Assert.InRange(desk.Small.Calls.Count, 1, 6);
    }

    [Fact]
    public async Task Are_told_of_once_when_they_are_nearly_spent()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:TenantUsdPerDay=1");
        Priced(desk, 0.3m);
        await desk.AskAsync();
        await desk.AskAsync();
        Assert.Empty((await CostsAsync(desk)).Alerts);

        await desk.AskAsync();
        await desk.AskAsync(question => question with { MostAnswerTokens = 10 });

        var alert = Assert.Single((await CostsAsync(desk)).Alerts);
        Assert.Equal(("day", "nearlySpent", "2026-03-30", 0.9m, 1m), (alert.Budget, alert.Kind, alert.Period, alert.SpentUsd, alert.LimitUsd));
        Assert.Equal(("day", 1m), Assert.Single((await CostsAsync(desk)).Budgets) is var budget ? (budget.Budget, budget.LimitUsd) : default);
        Assert.Single(desk.Product.Log.All, line => line.Contains("the day's budget for models is nearlySpent", StringComparison.Ordinal));
        Assert.Equal(1, await desk.Product.DatabaseAsync(db => db.Audit.CountAsync(a => a.Action == "models.budget.nearlySpent")));
        var health = (await desk.Product.Anonymous().GetAsync<JsonElement>("/health/ready")).GetProperty("parts").GetProperty("modelServers");
        Assert.Equal("degraded", health.GetProperty("status").GetString());
        Assert.Contains("of 1 nearly spent", health.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_person_stop_that_person_alone()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:PersonUsdPerDay=0.15");
        Priced(desk, 0.1m);

        Assert.Null((await desk.AskAsync(by: Person(1))).Because);
        Assert.Equal("overBudget", (await desk.AskAsync(question => question with { MostAnswerTokens = 1_000_000 }, by: Person(1))).Because);
        Assert.Null((await desk.AskAsync(by: Person(2))).Because);
        Assert.Null((await desk.AskAsync()).Because);   // a job
    }

    [Fact]
    public async Task Let_people_ask_so_often_by_their_role_and_jobs_as_often_as_they_like()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:CallsPerMinute:agent=4", "SupportCopilot:ModelGate:CallsPerMinute:admin=40");
        async Task<int> AnsweredAsync(Caller? by)
        {
            var results = new List<ModelResult<string>>();
            for (var i = 0; i < 15; i++) results.Add(await desk.AskAsync(by: by));
            Assert.All(results.Where(result => result.Because is not null), result => Assert.Equal("throttled", result.Because));
            return results.Count(result => result.Because is null);
        }

        Assert.Equal((5, 15, 15), (await AnsweredAsync(Person(1)), await AnsweredAsync(Person(2, Role.Agent | Role.Admin)), await AnsweredAsync(null)));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await desk.AskAsync(by: Person(1))).Because);
    }

    [Fact]
    public async Task Can_be_set_lower_by_a_tenant_and_never_higher()
    {
        await using var desk = await StartAsync("SupportCopilot:ModelGate:TenantUsdPerDay=5");
        var admin = desk.Product.As(Role.Admin);
        var open = await admin.GetAsync<ModelPolicyView>("/api/models/policy");

        using var set = await admin.PutAsJsonAsync("/api/models/policy", open with { UsdPerDay = 2 }, TestContext.Current.CancellationToken);
        Assert.Equal(2m, Assert.Single((await CostsAsync(desk)).Budgets).LimitUsd);
        using var stale = await admin.PutAsJsonAsync("/api/models/policy", open with { UsdPerDay = 3 }, TestContext.Current.CancellationToken);
        using var higher = await admin.PutAsJsonAsync("/api/models/policy", (await set.Content.ReadFromJsonAsync<ModelPolicyView>(TestContext.Current.CancellationToken))! with { UsdPerDay = 50 }, TestContext.Current.CancellationToken);
        using var unknown = await admin.PutAsJsonAsync("/api/models/policy", open with { Servers = ["nobody"] }, TestContext.Current.CancellationToken);
        using var agent = await desk.Product.As(Role.Analyst, user: "ben").PutAsJsonAsync("/api/models/policy", open, TestContext.Current.CancellationToken);

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Conflict, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden], [set.StatusCode, stale.StatusCode, higher.StatusCode, unknown.StatusCode, agent.StatusCode]);
        Assert.Equal(5m, Assert.Single((await CostsAsync(desk)).Budgets).LimitUsd);
    }

    private async Task<GateDesk> StartAsync(params string[] settings) => await GateDesk.StartAsync(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)), settings);

    private static Task<ModelCosts> CostsAsync(GateDesk desk) => desk.Product.As(Role.Analyst).GetAsync<ModelCosts>("/api/costs");

    private static void Priced(GateDesk desk, decimal usd) => desk.Small.Answers = _ => ScriptedAnswer.Of(GateDesk.Yes, input: (int)(usd * 10_000_000), output: 0);

    private static Caller Person(long id, Role roles = Role.Agent) => new(0, id, "Anna", roles, Visibility.Everything);
}
