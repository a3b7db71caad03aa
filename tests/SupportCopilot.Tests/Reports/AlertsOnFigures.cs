using System.Net.Http.Json;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports;
using SupportCopilot.Reports.Alerts;
using SupportCopilot.Tests.Posting;

namespace SupportCopilot.Tests.Reports;

public sealed class AlertsOnFigures : IAsyncDisposable
{
    private static readonly DateTime Today = new(2026, 3, 11, 9, 0, 0, DateTimeKind.Utc);
    private readonly SavedDesk _desk = new();
    private int _batches;

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Tell_once_for_each_crossing_and_again_only_after_the_figure_came_back()
    {
        await _desk.Product.HasChannelAsync("general");
        await OpenAsync(8);
        var heard = await _desk.HearAsync("tell me when backlog passes 10");
        Assert.Contains("I watch «backlog over 10» every minute and tell once for each crossing", heard);
        Assert.Contains("It is 8 now. After a crossing it has to come back to 9 or less", heard);
        Assert.Empty(await TickAsync(1));

        await OpenAsync(4);
        Assert.Single(await TickAsync(2));
        for (var minute = 3; minute < 8; minute++) Assert.Empty(await TickAsync(minute));
        await SolveAsync(2);   // ten: no longer over, but not yet back
        Assert.Empty(await TickAsync(8));
        await OpenAsync(3);
        Assert.Empty(await TickAsync(9));
        await SolveAsync(5);   // eight
        Assert.Empty(await TickAsync(10));
        await OpenAsync(6);
        Assert.Single(await TickAsync(11));

        Assert.Equal(2, _desk.Arrived.Count);
        Assert.StartsWith("backlog over 10: 12, which is over 10: backlog, seen on Wednesday 11 March 2026 at 12:02 (UTC).", _desk.Arrived[0]);
    }

    [Fact]
    public async Task Of_two_processes_that_see_one_crossing_one_tells()
    {
        await _desk.Product.HasChannelAsync("general");
        await OpenAsync(8);
        await _desk.HearAsync("alert me when backlog exceeds 10");
        await OpenAsync(5);
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => TickAsync(2))));
        await TickAsync(3);

        Assert.Single(_desk.Arrived);
    }

    [Fact]
    public async Task Put_off_by_Teams_are_told_later_and_once()
    {
        await _desk.Product.HasChannelAsync("general");
        await OpenAsync(8);
        await _desk.HearAsync("alert me when backlog exceeds 10");
        await OpenAsync(5);
        _desk.Teams.Answer(DeliveryOutcome.NotNow, "429");
        Assert.Equal("meant", Assert.Single(await TickAsync(1)).State);
        Assert.Empty(_desk.Arrived);

        _desk.Teams.Answer(DeliveryOutcome.Sent);
        for (var minute = 2; minute < 12; minute++) await TickAsync(minute);
        Assert.Single(_desk.Arrived);
    }

    [Fact]
    public async Task That_are_beyond_their_bound_already_wait_for_the_next_crossing()
    {
        await OpenAsync(12);
        Assert.Contains("It is 12 now, which is beyond it already: I tell of the next crossing.", await _desk.HearAsync("notify me if backlog goes above 10"));
        Assert.Empty(await TickAsync(1));
        await SolveAsync(4);
        Assert.Empty(await TickAsync(2));
        await OpenAsync(4);
        Assert.Single(await TickAsync(3));
    }

    [Fact]
    public async Task Snoozed_keep_still_and_tell_again_afterwards_if_it_is_so_still()
    {
        await _desk.Product.HasChannelAsync("general");
        await OpenAsync(8);
        await _desk.HearAsync("tell me when backlog passes 10");
        await OpenAsync(5);
        await TickAsync(1);
        Assert.Contains("«backlog over 10» keeps still until Wednesday 11 March 2026 at 14:01 (UTC).", await _desk.HearAsync("snooze that for 2 hours"));
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 11, 14, 0));
        Assert.Single(await _desk.TickAtAsync(2026, 3, 11, 14, 2));
        Assert.Equal(2, _desk.Arrived.Count);
    }

    [Fact]
    public async Task Of_a_week_can_be_crossed_anew_in_the_next_week()
    {
        await _desk.HasTicketsAsync(4, Today, status: "solved", csat: 1);
        Assert.Contains("It is 100 % now.", await _desk.HearAsync("alert me if CSAT falls below 80 % this week"));
        await _desk.HasTicketsAsync(4, Today.AddHours(1), "account", "solved", 0);
        Assert.Single(await TickAsync(1));
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 15, 23, 59));
        Assert.Empty(await _desk.TickAtAsync(2026, 3, 16, 0, 1));   // nothing is rated yet

        await _desk.HasTicketsAsync(2, new DateTime(2026, 3, 16, 8, 0, 0, DateTimeKind.Utc), "shipping", "solved", 0);
        Assert.Single(await _desk.TickAtAsync(2026, 3, 16, 9));
    }

    [Fact]
    public async Task Whose_owner_may_see_nothing_any_more_stop_and_say_so()
    {
        await _desk.Product.HasChannelAsync("general");
        await OpenAsync(8);
        await _desk.HearAsync("tell me when backlog passes 10");
        await _desk.Product.As(Role.Agent).GetAsync("/api/tickets", TestContext.Current.CancellationToken);   // anna is an agent only from now on
        await OpenAsync(5);
        await TickAsync(1);
        await TickAsync(2);

        Assert.Equal("I watch «backlog over 10» no more: its owner may see no figures here any more.", Assert.Single(_desk.Arrived));
    }

    [Fact]
    public async Task Count_what_their_owner_may_see_at_that_moment()
    {
        await _desk.Product.HasChannelAsync("general");
        await OpenAsync(8);
        await _desk.HearAsync("tell me when backlog passes 10");
        await _desk.Product.DatabaseAsync(async db =>
        {
            db.PersonScopes.Add(new() { PersonId = db.People.Single(p => p.Source == "dev" && p.ExternalId == "anna").Id, Kind = ScopeKind.Brand, Value = "nothing has this brand" });
            return await db.SaveChangesAsync();
        });
        await OpenAsync(20);
        await TickAsync(1);

        Assert.Empty(_desk.Arrived);
    }

    [Fact]
    public async Task Are_made_shown_snoozed_and_deleted_over_HTTP()
    {
        await OpenAsync(8);
        var analyst = _desk.Product.As(Role.Analyst);
        var made = await analyst.PostAsJsonAsync("/api/reports", new { kind = "alert", text = "open tickets", op = "moreThan", value = 10, name = "backlog" }, TestContext.Current.CancellationToken);
        Assert.Equal(201, (int)made.StatusCode);
        var row = await analyst.GetAsync<ReportRow>(made.Headers.Location!.ToString());
        Assert.Equal(("alert", "backlog", "on", "moreThan", 10.0, 9.0, false), (row.Kind, row.Name, row.State, row.Alert!.Op, row.Alert.Value, row.Alert.BackAt, row.Alert.IsCrossed));

        await OpenAsync(5);
        await TickAsync(1);
        Assert.Equal((true, 1, "done"), ((await analyst.GetAsync<ReportRow>($"/api/reports/{row.Id}")) is var crossed ? (crossed.Alert!.IsCrossed, crossed.Alert.Crossings, crossed.Last!.State) : default));
        Assert.Equal(200, (int)(await analyst.PutAsJsonAsync($"/api/reports/{row.Id}", new { snoozedUntil = "2026-03-11T18:00:00Z" }, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("snoozed", (await analyst.GetAsync<ReportRow>($"/api/reports/{row.Id}")).State);
        Assert.Equal(404, (int)(await _desk.Product.As(Role.Analyst, user: "ben").DeleteAsync($"/api/reports/{row.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(204, (int)(await analyst.DeleteAsync($"/api/reports/{row.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (int)(await analyst.GetAsync($"/api/reports/{row.Id}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("moreThan", 200, "tickets", 201, 200, 190)]
    [InlineData("atLeast", 200, "tickets", 200, 199, 190)]
    [InlineData("moreThan", 0, "tickets", 1, 0, 0)]
    [InlineData("atLeast", 1, "tickets", 1, 0, 0)]
    [InlineData("moreThan", 10, "tickets", 11, 10, 9)]
    [InlineData("lessThan", 0.8, "share", 0.79, 0.8, 0.81)]
    [InlineData("lessThan", 1, "share", 0.99, 1, 1)]
    [InlineData("atMost", 20, "tickets", 20, 21, 21)]
    [InlineData("moreThan", 60, "minutes", 61, 60, 57)]
    public void Know_which_side_of_the_bound_a_figure_is_on(string op, double bound, string unit, double beyond, double not, double back)
    {
        var rule = new CrossingRule(op, bound, unit);
        Assert.True(rule.IsBeyond(beyond));
        Assert.False(rule.IsBeyond(not));
        Assert.Equal(back, rule.BackAt, 9);
        Assert.True(rule.IsBack(back));
        Assert.False(rule.IsBack(beyond));
    }

    private Task OpenAsync(int count) => _desk.HasTicketsAsync(count, Today.AddMinutes(_batches++));

    private Task SolveAsync(int count) => _desk.Product.DatabaseAsync(async db =>
    {
        foreach (var ticket in db.Tickets.Where(t => t.Status == "open").OrderBy(t => t.Id).Take(count).ToList()) (ticket.Status, ticket.SolvedAt) = ("solved", Today.AddHours(1));
        return await db.SaveChangesAsync();
    });

    private Task<IReadOnlyList<Storage.EffectRow>> TickAsync(int minute) => _desk.TickAtAsync(2026, 3, 11, 12, minute);
}
