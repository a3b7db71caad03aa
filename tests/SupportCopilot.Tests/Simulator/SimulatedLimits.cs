using System.Net;
using System.Text;
using ZendeskSimulator;
using ZendeskSimulator.Limits;

namespace SupportCopilot.Tests.Simulator;

public sealed class SimulatedLimits
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Tell_in_headers_what_is_left_and_refuse_beyond_it_until_the_minute_is_over()
    {
        var zendesk = new SimulatedZendesk(new() { Limits = new() { PerMinute = 3 } }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        for (var left = 2; left >= 0; left--)
        {
            using var answer = await client.Send("GET", "/api/v2/tickets/1.json");
            Assert.Equal((left.ToString(), "3", "3"), (Header(answer, "X-Rate-Limit-Remaining"), Header(answer, "X-Rate-Limit"), Header(answer, "ratelimit-limit")));
            _clock.Advance(TimeSpan.FromSeconds(10));
        }
        using var refused = await client.Send("GET", "/api/v2/tickets/1.json");
        Assert.Equal((HttpStatusCode.TooManyRequests, "30", "30"), (refused.StatusCode, Header(refused, "Retry-After"), Header(refused, "ratelimit-reset")));
        _clock.Advance(TimeSpan.FromSeconds(30));
        await client.Get("/api/v2/tickets/1.json");
        Assert.Equal(1, zendesk.Refused);
    }

    [Fact]
    public async Task Hold_for_exports_and_for_updates_of_their_own()
    {
        var zendesk = new SimulatedZendesk(new() { Limits = new() { ExportsPerMinute = 2, UpdatesPerMinute = 3 } }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        for (var n = 0; n < 2; n++) await client.Get("/api/v2/incremental/tickets/cursor?start_time=1");
        await client.Get("/api/v2/incremental/tickets/cursor?start_time=1", 429);
        await client.Get("/api/v2/incremental/ticket_events?start_time=1");
        zendesk.Agent(1).AddsTags(16, "watched");   // agents share it
        for (var n = 0; n < 2; n++) await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { priority = n == 0 ? "low" : "high" } });
        await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { priority = "normal" } }, 429);
        Assert.Equal("high", zendesk.Ticket(16).Priority);
    }

    [Fact]
    public async Task Hold_for_one_ticket_and_one_user_over_ten_minutes()
    {
        var zendesk = new SimulatedZendesk(new() { Limits = new() { UpdatesPerTicketAndUser = 2 } }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        for (var n = 0; n < 2; n++) await client.Json("PUT", "/api/v2/tickets/16/tags.json", new { tags = new[] { $"t{n}" } });
        await client.Json("PUT", "/api/v2/tickets/16/tags.json", new { tags = new[] { "t2" } }, 429);
        await client.Json("PUT", "/api/v2/tickets/1/tags.json", new { tags = new[] { "t2" } });
        _clock.Advance(TimeSpan.FromMinutes(10));
        await client.Json("PUT", "/api/v2/tickets/16/tags.json", new { tags = new[] { "t2" } });
    }

    [Fact]
    public async Task Hold_for_jobs_that_are_queued_or_at_work()
    {
        var zendesk = new SimulatedZendesk(new() { Limits = new() { QueuedJobs = 2 }, JobDuration = TimeSpan.FromSeconds(10) }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        var change = new { ticket = new { additional_tags = new[] { "x" } } };

        for (var n = 0; n < 2; n++) await client.Json("PUT", "/api/v2/tickets/update_many.json?ids=1,2", change);
        Assert.Equal("TooManyJobs", (await client.Json("PUT", "/api/v2/tickets/update_many.json?ids=1,2", change, 429)).GetProperty("error").GetString());
        _clock.Advance(TimeSpan.FromSeconds(10));
        await client.Json("PUT", "/api/v2/tickets/update_many.json?ids=1,2", change);
    }

    [Fact]
    public async Task Let_a_token_end_and_be_revoked_and_take_an_api_token_as_the_person_who_uses_it()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        await client.Get("/api/v2/users/me.json");
        _clock.Advance(zendesk.Settings.TokenLifetime);
        Assert.Equal("invalid_token", (await client.Get("/api/v2/users/me.json", 401)).GetProperty("error").GetString());
        await client.SignedIn();
        await client.Get("/api/v2/users/me.json");
        zendesk.RevokeTokens();
        await client.Get("/api/v2/users/me.json", 401);

        client.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"agent3@acme.example/token:{zendesk.Settings.ApiToken}")));
        Assert.Equal(zendesk.Agent(3).Id, (await client.Get("/api/v2/users/me.json")).GetProperty("user").GetProperty("id").GetInt64());
        await client.Get("/api/v2/incremental/tickets/cursor?start_time=1", 403);
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
