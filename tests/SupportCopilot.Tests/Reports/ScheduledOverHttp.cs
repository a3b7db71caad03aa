using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports;
using SupportCopilot.Tests.Posting;

namespace SupportCopilot.Tests.Reports;

public sealed class ScheduledOverHttp : IAsyncDisposable
{
    private readonly DigestDesk _desk = new();

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task A_digest_is_set_up_shown_changed_and_stopped()
    {
        var channel = await _desk.Product.HasChannelAsync("general");
        var analyst = _desk.Product.As(Role.Analyst);
        var made = await Post(analyst, "/api/reports", Wish(channel.Id, "monday", "09:00", "Europe/London"));
        Assert.Equal(201, (int)made.StatusCode);
        var row = await analyst.GetAsync<ReportRow>(made.Headers.Location!.ToString());
        Assert.Equal(("digest", "general", "monday", "09:00", "Europe/London", "anna", new DateTime(2026, 3, 16, 9, 0, 0, DateTimeKind.Utc)),
            (row.Kind, row.ConversationName, row.Day, row.Time, row.TimeZone, row.Owner, row.NextAt));
        Assert.Null(row.Last);

        Assert.Equal(200, (int)(await Post(analyst, "/api/reports", Wish(channel.Id, "tuesday", "10:30"))).StatusCode);   // the same conversation: changed, not doubled
        Assert.Equal(("tuesday", "10:30", "Europe/London"), (await analyst.GetAsync<Listed>("/api/reports")).Items.Single() is var changed ? (changed.Day, changed.Time, changed.TimeZone) : default);
        Assert.Equal(200, (int)(await analyst.PutAsJsonAsync($"/api/reports/{row.Id}", new { day = "friday", time = "23:59" }, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(204, (int)(await analyst.DeleteAsync($"/api/reports/{row.Id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await analyst.GetAsync<Listed>("/api/reports")).Items);
        Assert.Equal(404, (int)(await analyst.DeleteAsync($"/api/reports/{row.Id}", TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(["digest.scheduled", "digest.changed", "digest.changed", "digest.stopped"],
            await _desk.Product.DatabaseAsync(db => db.Audit.Where(a => a.Action.StartsWith("digest.")).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync()));
    }

    [Fact]
    public async Task An_analyst_sees_and_changes_their_own_and_an_admin_all()
    {
        var id = (await Scheduled(await _desk.Product.HasChannelAsync("annas"), "anna")).Id;
        var other = _desk.Product.As(Role.Analyst, user: "ben");
        Assert.Empty((await other.GetAsync<Listed>("/api/reports")).Items);
        foreach (var answer in new[]
        {
            await other.GetAsync($"/api/reports/{id}", TestContext.Current.CancellationToken),
            await other.DeleteAsync($"/api/reports/{id}", TestContext.Current.CancellationToken),
            await other.PutAsJsonAsync($"/api/reports/{id}", new { day = "friday", time = "09:00" }, TestContext.Current.CancellationToken),
            await other.PostAsync($"/api/reports/{id}/run", null, TestContext.Current.CancellationToken),
        })
        {
            Assert.Equal(404, (int)answer.StatusCode);
        }

        Assert.Equal(403, (int)(await Post(other, "/api/reports", Wish(1, "friday", "09:00"))).StatusCode);   // anna's conversation has anna's digest
        Assert.Equal(404, (int)(await _desk.Product.As(Role.Admin, tenant: "other").GetAsync($"/api/reports/{id}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty(_desk.Arrived);

        var admin = _desk.Product.As(Role.Admin, user: "chief");
        Assert.Equal(200, (int)(await admin.PostAsync($"/api/reports/{id}/run", null, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(204, (int)(await admin.DeleteAsync($"/api/reports/{id}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_place_that_may_see_nothing_gets_none()
    {
        var analyst = _desk.Product.As(Role.Analyst);
        var unscoped = await _desk.Product.HasChannelAsync("unscoped", hasScope: false);
        await Refused(analyst, Wish(unscoped.Id, "monday", "09:00"), 400, "an admin sets this conversation's scope first");
        await Refused(analyst, Wish(999, "monday", "09:00"), 404, "no conversation 999");
        await _desk.Product.DatabaseAsync(async db =>
        {
            db.Conversations.Single(c => c.Id == unscoped.Id).IsLive = false;
            return await db.SaveChangesAsync();
        });
        await Refused(analyst, Wish(unscoped.Id, "monday", "09:00"), 400, "no longer in this conversation");
    }

    [Fact]
    public async Task Nobody_sets_one_up_in_anothers_personal_conversation()
    {
        var anna = _desk.Product.As(Role.Analyst);
        await anna.GetAsync<Listed>("/api/reports");   // makes her known
        var id = await _desk.Product.DatabaseAsync(async db =>
        {
            var personal = new Conversation { ExternalId = "a:1", Kind = ConversationKind.Personal, ServiceUrl = "https://x/", BotId = "28:b", SeenAt = DigestDesk.Start.UtcDateTime, PersonId = db.People.Single(p => p.ExternalId == "anna").Id };
            db.Conversations.Add(personal);
            await db.SaveChangesAsync();
            return personal.Id;
        });
        await Refused(_desk.Product.As(Role.Admin, user: "chief"), Wish(id, "monday", "09:00"), 404, "no conversation");
        Assert.Equal(201, (int)(await Post(anna, "/api/reports", Wish(id, "monday", "09:00"))).StatusCode);

        // Who is no analyst any more gets no figures.
        await _desk.Product.As(Role.Agent).GetAsync("/api/tickets", TestContext.Current.CancellationToken);
        await _desk.TickAtAsync(2026, 3, 16, 9);
        Assert.Empty(_desk.Arrived);
    }

    [Theory]
    [InlineData("someday", "09:00", null, "day is monday")]
    [InlineData("monday", "9", null, "time is written as 09:00")]
    [InlineData("monday", "24:00", null, "time is written as 09:00")]
    [InlineData("monday", "09:00", "Mars/Olympus", "is no time zone")]
    public async Task What_is_no_time_is_refused_in_words(string day, string time, string? zone, string says) =>
        await Refused(_desk.Product.As(Role.Analyst), Wish((await _desk.Product.HasChannelAsync("general")).Id, day, time, zone), 400, says);

    [Fact]
    public async Task Health_says_when_the_last_arrived_and_how_many_wait_for_a_word()
    {
        Assert.Equal("No digest is set up.", await HealthAsync());
        await _desk.HasDigestAsync(DayOfWeek.Monday, 9);
        Assert.Equal("1 set up; none has arrived yet; 0 unconfirmed or refused.", await HealthAsync());
        await _desk.TickAtAsync(2026, 3, 16, 9);
        _desk.Teams.Answer(DeliveryOutcome.Unknown);
        await _desk.TickAtAsync(2026, 3, 23, 9);
        Assert.Equal("1 set up; the last one arrived 2026-03-16 09:00 UTC; 1 unconfirmed or refused (GET /api/effects?state=unconfirmed, and refused).", await HealthAsync());
    }

    private async Task<string> HealthAsync() =>
        (await _desk.Product.Anonymous().GetAsync<JsonElement>("/health/ready")).GetProperty("parts").GetProperty("digests").GetProperty("detail").GetString()!;

    private async Task<ReportRow> Scheduled(Conversation channel, string user)
    {
        var made = await Post(_desk.Product.As(Role.Analyst, user: user), "/api/reports", Wish(channel.Id, "monday", "09:00"));
        return (await made.Content.ReadFromJsonAsync<ReportRow>(TestContext.Current.CancellationToken))!;
    }

    private static async Task Refused(HttpClient client, object wish, int status, string says)
    {
        var answer = await Post(client, "/api/reports", wish);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains(says, JsonDocument.Parse(text).RootElement.ToString());
    }

    private static object Wish(long conversation, string day, string time, string? timeZone = null) => new { kind = "digest", conversation, day, time, timeZone };

    private static Task<HttpResponseMessage> Post(HttpClient client, string path, object body) => client.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);

    private sealed record Listed(IReadOnlyList<ReportRow> Items, string? Next);
}
