using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;
using SupportCopilot.Reports;
using SupportCopilot.Tests.Posting;

namespace SupportCopilot.Tests.Reports;

/// <summary>An alert's bound is changed by words and over HTTP.</summary>
public sealed class AlertBounds : IAsyncDisposable
{
    private static readonly DateTime Today = new(2026, 3, 11, 9, 0, 0, DateTimeKind.Utc);
    private readonly SavedDesk _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Theory]
    [InlineData("change the backlog alert to 3", "backlog over 3", 3, "moreThan")]
    [InlineData("raise backlog over 10 to 30", "backlog over 30", 30, "moreThan")]
    [InlineData("set the bound of that alert to at least 12", "backlog at or over 12", 12, "atLeast")]
    [InlineData("please change it to 300 tickets", "backlog over 300", 300, "moreThan")]
    public async Task Are_changed_by_words(string sentence, string name, double value, string op)
    {
        await _desk.HasTicketsAsync(5, Today);
        await _desk.HearAsync("tell me when backlog passes 10");

        var heard = await _desk.HearAsync(sentence);

        Assert.StartsWith($"saved: «{name}» tells from now on", heard);
        var alert = Assert.Single(await ListAsync());
        Assert.Equal((name, value, op), (alert.Name, alert.Alert!.Value, alert.Alert.Op));
    }

    [Fact]
    public async Task Are_changed_over_HTTP_and_watched_from_then_on()
    {
        await _desk.Product.HasChannelAsync("general");
        await _desk.HasTicketsAsync(5, Today);
        await _desk.HearAsync("tell me when backlog passes 10");
        var id = Assert.Single(await ListAsync()).Id;

        using var changed = await _desk.Product.As(Role.Analyst).PutAsJsonAsync($"/api/reports/{id}", new { value = 6, op = "atLeast" }, TestContext.Current.CancellationToken);
        var row = await changed.Content.ReadFromJsonAsync<ReportRow>(TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "atLeast", 6, "backlog at or over 6"), (changed.StatusCode, row!.Alert!.Op, row.Alert.Value, row.Name));
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 11, 12, 1));

        await _desk.HasTicketsAsync(1, Today.AddHours(1));
        Assert.Single(await _desk.TickAtAsync(2026, 3, 11, 12, 2));
    }

    [Fact]
    public async Task Are_refused_in_another_unit_for_a_report_and_for_another_person()
    {
        await _desk.HasTicketsAsync(5, Today, status: "solved", csat: 1);
        await _desk.HearAsync("tell me if CSAT falls below 80 % this month");
        Assert.Contains("is counted in percent", await _desk.HearAsync("change that alert to 200 minutes"));
        Assert.Contains("tells from now on when the figure is below 75 %", await _desk.HearAsync("change the CSAT alert to 75 %"));
        var id = Assert.Single(await ListAsync()).Id;

        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(id, new { value = 7.5 }));
        Assert.Equal(HttpStatusCode.NotFound, await PutAsync(id, new { value = 0.5 }, "bert"));
        await _desk.HearAsync("tickets this month");
        await _desk.HearAsync("save this as month so far");
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync((await ListAsync()).Single(row => row.Kind == "report").Id, new { value = 5 }));
    }

    [Fact]
    public async Task Leave_words_that_are_a_question_alone()
    {
        await _desk.HasTicketsAsync(5, Today);
        await _desk.HearAsync("tell me when backlog passes 10");

        Assert.StartsWith("answer:", await _desk.HearAsync("tickets today"));
        Assert.DoesNotContain("tells from now on", await _desk.HearAsync("change in tickets from 10 to 11 March"));
    }

    private async Task<IReadOnlyList<ReportRow>> ListAsync() =>
        (await _desk.Product.As(Role.Analyst).GetAsync<JsonElement>("/api/reports")).GetProperty("items").Deserialize<List<ReportRow>>(JsonSerializerOptions.Web)!;

    private async Task<HttpStatusCode> PutAsync(long id, object change, string user = "anna")
    {
        using var answer = await _desk.Product.As(Role.Analyst, user: user).PutAsJsonAsync($"/api/reports/{id}", change, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
