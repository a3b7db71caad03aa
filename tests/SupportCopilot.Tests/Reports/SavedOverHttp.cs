using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Reports;
using SupportCopilot.Tests.Posting;

namespace SupportCopilot.Tests.Reports;

/// <summary>Saved reports over HTTP: made, listed, changed, run, sent at their times, deleted.</summary>
public sealed class SavedOverHttp : IAsyncDisposable
{
    private readonly SavedDesk _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_report_is_made_shown_changed_run_and_deleted_by_its_owner_alone()
    {
        await _desk.HasTicketsAsync(3, new(2026, 3, 4, 9, 0, 0, DateTimeKind.Utc));
        var made = await SendAsync(HttpMethod.Post, "/api/reports", new { kind = "report", text = "tickets last week by category", name = "week by category" });
        Assert.Equal(HttpStatusCode.Created, made.Status);
        var row = made.Row!;
        Assert.Equal(("report", "week by category", "tickets last week by category", "saved"), (row.Kind, row.Name, row.Text, row.State));
        var address = $"/api/reports/{row.Id}";

        Assert.Equal(row.Id, Assert.Single(await ListAsync("anna")).Id);
        Assert.Empty(await ListAsync("bert"));
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Put, HttpMethod.Delete])
            Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(method, address, new { name = "mine" }, "bert")).Status);

        Assert.Equal("refunds", (await SendAsync(HttpMethod.Put, address, new { name = "refunds" })).Row!.Name);
        using var ran = await _desk.Product.As(Role.Analyst).PostAsync(address + "/run", null, TestContext.Current.CancellationToken);
        var answer = await ran.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("answer", 3), (answer.GetProperty("kind").GetString(), answer.GetProperty("total").GetInt32()));

        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, address, null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, address, null)).Status);
    }

    [Fact]
    public async Task Its_times_are_those_of_its_zone_on_both_sides_of_a_change_of_clocks()
    {
        var channel = (await _desk.Product.HasChannelAsync("general")).Id;
        await _desk.HasTicketsAsync(2, new(2026, 3, 17, 9, 0, 0, DateTimeKind.Utc));
        var made = await SendAsync(HttpMethod.Post, "/api/reports", new { kind = "report", text = "tickets last week", cron = "0 9 * * 1", timeZone = "Europe/London", conversation = channel });
        Assert.Equal(new DateTime(2026, 3, 16, 9, 0, 0, DateTimeKind.Utc), made.Row!.NextAt);

        await _desk.TickAtAsync(2026, 3, 23, 9);
        Assert.Equal(new DateTime(2026, 3, 30, 8, 0, 0, DateTimeKind.Utc), (await SendAsync(HttpMethod.Get, $"/api/reports/{made.Row.Id}", null)).Row!.NextAt);   // summer time from 29 March
        var before = _desk.Arrived.Count;
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 30, 7, 59));
        await _desk.TickAtAsync(2026, 3, 30, 8);
        await _desk.TickAtAsync(2026, 3, 30, 9);
        Assert.Equal(before + 1, _desk.Arrived.Count);
    }

    [Fact]
    public async Task Missed_while_nothing_ran_it_comes_once_and_paused_not_at_all()
    {
        var channel = (await _desk.Product.HasChannelAsync("general")).Id;
        var id = (await SendAsync(HttpMethod.Post, "/api/reports", new { kind = "report", text = "tickets yesterday", cron = "0 9 * * *", conversation = channel })).Row!.Id;
        await _desk.TickAtAsync(2026, 3, 14, 9, 30);   // three mornings later
        Assert.Single(_desk.Arrived);

        Assert.Equal("paused", (await SendAsync(HttpMethod.Put, $"/api/reports/{id}", new { paused = true })).Row!.State);
        await _desk.TickAtAsync(2026, 3, 15, 9, 30);
        Assert.Single(_desk.Arrived);

        var moved = (await SendAsync(HttpMethod.Put, $"/api/reports/{id}", new { paused = false, cron = "30 8 * * 1-5" })).Row!;
        Assert.Equal("every weekday at 08:30", moved.When);
        await _desk.TickAtAsync(2026, 3, 16, 8, 31);
        Assert.Equal(2, _desk.Arrived.Count);
    }

    [Theory]
    [InlineData("""{"kind":"report"}""")]
    [InlineData("""{"kind":"report","text":"flibbert tickets"}""")]
    [InlineData("""{"kind":"report","text":"tickets last week","cron":"every monday"}""")]
    [InlineData("""{"kind":"report","text":"tickets last week","timeZone":"Nowhere/City"}""")]
    [InlineData("""{"kind":"alert","text":"backlog","op":"moreThan"}""")]
    [InlineData("""{"kind":"alert","text":"tickets by category","op":"moreThan","value":3}""")]
    public async Task What_cannot_be_kept_is_refused(string body)
    {
        var refused = await SendAsync(HttpMethod.Post, "/api/reports", JsonDocument.Parse(body).RootElement);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Empty(await ListAsync("anna"));
    }

    private async Task<IReadOnlyList<ReportRow>> ListAsync(string user) =>
        (await _desk.Product.As(Role.Analyst, user: user).GetAsync<JsonElement>("/api/reports")).GetProperty("items").Deserialize<List<ReportRow>>(JsonSerializerOptions.Web)!;

    private async Task<(HttpStatusCode Status, ReportRow? Row)> SendAsync(HttpMethod method, string address, object? body, string user = "anna")
    {
        using var request = new HttpRequestMessage(method, address) { Content = body is null || method == HttpMethod.Get ? null : JsonContent.Create(body) };
        using var client = _desk.Product.As(Role.Analyst, user: user);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.IsSuccessStatusCode && answer.StatusCode is not HttpStatusCode.NoContent ? await answer.Content.ReadFromJsonAsync<ReportRow>(TestContext.Current.CancellationToken) : null);
    }
}
