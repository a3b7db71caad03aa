using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Background;
using SupportCopilot.Storage;

namespace SupportCopilot.Tests.Questions.Estimates;

/// <summary>Over a database made slow an estimate comes first, and then the full answer.</summary>
public sealed class QuestionsThatTakeLong(SlowDesk desk) : IClassFixture<SlowDesk>
{
    [Theory]
    [InlineData("tickets mentioning \"money back\" since 1 January 2025")]
    [InlineData("tickets mentioning \"money back\" since 1 January 2025 by channel")]
    [InlineData("median first reply time of tickets mentioning \"money back\" since 1 January 2025")]
    public async Task Are_answered_by_an_estimate_and_then_in_full(string question)
    {
        var asked = await desk.AskAsync(question);

        Assert.Equal("working", asked.GetProperty("kind").GetString());
        var estimate = asked.GetProperty("estimate");
        Assert.True(estimate.GetProperty("oneIn").GetInt32() >= 2 && estimate.GetProperty("tickets").GetInt32() > 0);
        Assert.Equal(0.95, estimate.GetProperty("confidence").GetDouble());
        Assert.Contains("bout ", asked.GetProperty("text").GetString());
        Assert.Contains($"sample of {estimate.GetProperty("tickets").GetInt32():N0} tickets", asked.GetProperty("text").GetString());
        Assert.Equal(["measure", "low", "high"], asked.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("role").GetString()).Where(role => role != "dimension"));
        Assert.Equal(JsonValueKind.Null, asked.GetProperty("tickets").ValueKind);   // the list of a figure has exactly as many
        var href = asked.GetProperty("progress").GetProperty("href").GetString()!;
        Assert.Equal($"/api/questions/{asked.GetProperty("id").GetString()}", href);

        await WorkAsync();

        var answer = await desk.As(Role.Analyst).GetAsync<JsonElement>(href);
        Assert.Equal("answer", answer.GetProperty("kind").GetString());
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("estimate").ValueKind);
        Assert.Equal(asked.GetProperty("interpretation").GetString(), answer.GetProperty("interpretation").GetString());
        Assert.Equal(answer.GetProperty("tickets").GetProperty("count").GetInt32(), (await desk.DrillAsync(answer)).Count);
        var (row, truth) = (asked.GetProperty("rows")[0], answer.GetProperty("rows").EnumerateArray().ToList());
        var labels = row.GetArrayLength() - 3;
        var full = truth.First(one => labels == 0 || one[0].GetString() == row[0].GetString())[labels].GetDouble();
        Assert.InRange(full, row[labels + 1].GetDouble(), row[labels + 2].GetDouble());
    }

    [Theory]
    [InlineData("tickets mentioning \"money back\" since 1 January 2025")]
    [InlineData("tickets mentioning \"money back\" this year compared with the same period last year by channel")]
    public async Task Tell_how_far_the_exact_count_is(string question)
    {
        var id = (await desk.AskAsync(question)).GetProperty("id").GetString()!;
        var told = new Told();

        var made = await desk.InsideAsync(async services =>
        {
            var row = services.GetRequiredService<SupportDbContext>().Investigations.Single(i => i.Id == id);
            return await services.GetServices<ILongWork>().Single(work => work.Kind == row.Kind).RunAsync(id, row.Work, told, TestContext.Current.CancellationToken);
        });

        Assert.Equal(SupportCopilot.Questions.AnswerKind.Answer, made.Answer.Kind);
        Assert.True(told.Steps.Count >= 20, $"{told.Steps.Count} steps");
        Assert.All(told.Steps, step => Assert.True(step is { Share: > 0 and < 1, Doing: "counting exactly" }));
        Assert.Contains(told.Steps, step => step.Share is > 0.3 and < 0.7);
        await WorkAsync();
    }

    private sealed class Told : IProgress<WorkStep>
    {
        public ConcurrentQueue<WorkStep> Steps { get; } = [];

        public void Report(WorkStep value) => Steps.Enqueue(value);
    }

    [Fact]
    public async Task Are_worked_on_without_an_estimate_where_a_sample_says_nothing()
    {
        var asked = await desk.AskAsync("top 3 agents by tickets mentioning \"money back\" since 1 January 2025");

        Assert.Equal(("working", JsonValueKind.Null, 0), (asked.GetProperty("kind").GetString(), asked.GetProperty("estimate").ValueKind, asked.GetProperty("rows").GetArrayLength()));
        await WorkAsync();
        Assert.Equal(3, (await desk.As(Role.Analyst).GetAsync<JsonElement>(asked.GetProperty("progress").GetProperty("href").GetString()!)).GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public async Task Are_sampled_within_their_askers_sight()
    {
        await desk.AskAsync("tickets in 2026", "narrowed");
        await desk.DatabaseAsync(async db =>
        {
            var (person, group) = (db.People.Single(p => p.Source == "dev" && p.ExternalId == "narrowed").Id, db.Groups.Single(g => g.Name == "Billing").Id);
            db.PersonScopes.Add(new PersonScope { PersonId = person, Kind = ScopeKind.Group, Value = group.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });

        var (narrowed, whole) = (await desk.AskAsync("tickets mentioning \"money back\" since 1 January 2025", "narrowed"), await desk.AskAsync("tickets mentioning \"money back\" since 1 January 2025"));

        Assert.Equal(("working", "working"), (narrowed.GetProperty("kind").GetString(), whole.GetProperty("kind").GetString()));
        Assert.True(narrowed.GetProperty("rows")[0][2].GetDouble() < whole.GetProperty("rows")[0][1].GetDouble());
    }

    [Fact]
    public async Task Carry_a_conversation_on_before_they_are_answered()
    {
        var first = await AskAsync("tickets mentioning \"money back\" since 1 January 2025");
        var next = await AskAsync("and for chat?");

        Assert.Equal("working", first.GetProperty("kind").GetString());
        Assert.Contains("channel is chat", next.GetProperty("interpretation").GetString());
        Assert.Contains("money back", next.GetProperty("interpretation").GetString());
    }

    [Fact]
    public async Task Of_a_smalldesk_wait_for_their_answer()
    {
        await using var small = SlowDesk.Small();
        await small.InitializeAsync();

        Assert.Equal("answer", (await small.AskAsync("tickets mentioning \"money back\" since 1 January 2025")).GetProperty("kind").GetString());
    }

    private async Task<JsonElement> AskAsync(string text)
    {
        using var response = await desk.As(Role.Analyst).PostAsJsonAsync("/api/questions", new { text, conversation = "estimates", timeZone = QuestionDesk.Zone, asOf = QuestionDesk.AsOf }, TestContext.Current.CancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    private Task WorkAsync() => desk.InsideAsync(services => services.GetRequiredService<WorkInvestigations>().RunAsync(0, TestContext.Current.CancellationToken));
}
