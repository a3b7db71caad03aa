using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Tests.Questions.Reasons;

namespace SupportCopilot.Tests.Questions.Rights;

/// <summary>What another asked or saved is not there for anybody else, and nobody watches on with rights that are gone.</summary>
public sealed class OthersWork : IAsyncLifetime
{
    private const string Question = "why are customers complaining about checkout in March?";

    private readonly WhyDesk _desk = WhyDesk.With("SupportCopilot:Questions:BackgroundAfterSeconds=0");

    public ValueTask InitializeAsync() => _desk.InitializeAsync();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task In_the_background_is_cancelled_by_its_asker_alone()
    {
        var asked = await _desk.AskAsync(Question);
        await _desk.AskAsync("tickets", "bert");

        Assert.Equal(HttpStatusCode.NotFound, await _desk.CancelAsync(asked, "bert"));
        Assert.Equal("working", (await _desk.QuestionAsync(asked)).Kind());
    }

    [Fact]
    public async Task Is_watched_no_more_by_somebody_who_is_no_analyst_any_more()
    {
        var asked = await _desk.AskAsync(Question);
        await using var hub = await QuestionsOverSignalR.ConnectAsync(_desk, "anna");
        await _desk.DatabaseAsync(async db =>
        {
            db.People.Single(p => p.ExternalId == "anna").Roles = Role.Agent;
            return await db.SaveChangesAsync();
        });

        await hub.WatchAsync(asked.GetProperty("id").GetString()!);

        Assert.Null(await hub.NextOrEndAsync());
    }

    [Fact]
    public async Task Is_not_in_the_list_and_not_to_be_shown_changed_run_or_deleted()
    {
        using var anna = _desk.As(Role.Analyst);
        var made = await anna.PostAsJsonAsync("/api/reports", new { kind = "report", text = "tickets last month by category", name = "hers" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var place = made.Headers.Location!.ToString();
        using var bert = _desk.As(Role.Analyst, user: "bert");

        Assert.Equal(0, (await bert.GetAsync<JsonElement>("/api/reports")).GetProperty("items").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await bert.GetAsync(place, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(await ChangedAsync(bert, $"{place}0"), await ChangedAsync(bert, place));   // as of one that never was
        Assert.Equal(HttpStatusCode.NotFound, (await bert.PostAsync($"{place}/run", null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await bert.DeleteAsync(place, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("hers", (await anna.GetAsync<JsonElement>(place)).GetProperty("name").GetString());

        static async Task<(HttpStatusCode, string)> ChangedAsync(HttpClient client, string place)
        {
            using var answer = await client.PutAsJsonAsync(place, new { name = "mine" }, TestContext.Current.CancellationToken);
            return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("detail").GetString()!);
        }
    }

    [Fact]
    public async Task Is_not_saved_under_ones_own_name_by_its_id()
    {
        var asked = await _desk.AskAsync("tickets last month by category");
        using var bert = _desk.As(Role.Analyst, user: "bert");

        var saved = await bert.PostAsJsonAsync("/api/reports", new { kind = "report", questionId = asked.GetProperty("id").GetString() }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, saved.StatusCode);
        Assert.DoesNotContain("category", await saved.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Saved_before_their_sight_shrank_counts_what_its_owner_sees_now()
    {
        await _desk.HasTicketsAsync([_desk.Make(3, "billing", "payment failed", "negative", "The checkout in front fails", "Front")]);
        using var anna = _desk.As(Role.Analyst);
        var made = await anna.PostAsJsonAsync("/api/reports", new { kind = "report", text = "tickets since 2020 by group", name = "hers" }, TestContext.Current.CancellationToken);
        await _desk.LimitAsync("anna", "Front");

        var run = await anna.PostAsync($"{made.Headers.Location}/run", null, TestContext.Current.CancellationToken);

        var answer = await run.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(["Front: 1"], answer.GetProperty("rows").EnumerateArray().Select(row => string.Create(CultureInfo.InvariantCulture, $"{row[0].GetString()}: {row[1].GetInt32()}")));
    }
}
