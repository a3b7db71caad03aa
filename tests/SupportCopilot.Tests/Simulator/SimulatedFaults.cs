using System.Net;
using System.Net.Http.Json;
using ZendeskSimulator;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Simulator;

public sealed class SimulatedFaults
{
    private static readonly object Note = new { ticket = new { comment = new { body = "once", @public = false } } };

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Lose_a_write_when_reset_before_keep_it_when_reset_after_and_apply_it_late_when_told_so()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Faults.Next(Fault.ResetBefore, "PUT");
        zendesk.Faults.Next(Fault.ResetAfter, "PUT");
        zendesk.Faults.Next(Fault.AppliedLate(TimeSpan.FromSeconds(5)), "PUT");

        await Assert.ThrowsAsync<HttpRequestException>(() => client.Send("PUT", "/api/v2/tickets/16.json", Note));
        Assert.Empty(zendesk.Ticket(16).Notes);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Send("PUT", "/api/v2/tickets/16.json", Note));
        Assert.Single(zendesk.Ticket(16).Notes);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Send("PUT", "/api/v2/tickets/16.json", Note));
        Assert.Single(zendesk.Ticket(16).Notes);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(2, zendesk.Ticket(16).Notes.Count());
        Assert.Equal(_clock.GetUtcNow(), zendesk.Ticket(16).UpdatedAt);
    }

    [Fact]
    public async Task Answer_with_errors_that_say_how_long_to_wait()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Faults.Next(Fault.TooManyRequests(TimeSpan.FromSeconds(17)), "GET");
        zendesk.Faults.Next(Fault.ServerError(502), "GET");

        using var refused = await client.Send("GET", "/api/v2/tickets/1.json");
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(17)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        using var broken = await client.Send("GET", "/api/v2/tickets/1.json");
        Assert.Equal(HttpStatusCode.BadGateway, broken.StatusCode);
        await client.Get("/api/v2/tickets/1.json");
    }

    [Fact]
    public async Task Break_off_amid_the_body_in_process_and_over_loopback()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        await using var server = await zendesk.ListenAsync(ct: TestContext.Current.CancellationToken);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Faults.Next(Fault.Truncated, times: 2);

        await Assert.ThrowsAnyAsync<HttpRequestException>(() => client.Get("/api/v2/tickets/1.json"));
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = client.Headers.Authorization } };
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetStringAsync($"{server.BaseUrl}/api/v2/tickets/1.json", TestContext.Current.CancellationToken));
        Assert.Contains("\"id\":1,", await http.GetStringAsync($"{server.BaseUrl}/api/v2/tickets/1.json", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Reset_the_connection_over_loopback_after_the_write_was_applied()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        await using var server = await zendesk.ListenAsync(ct: TestContext.Current.CancellationToken);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Faults.Next(Fault.ResetAfter, "PUT");
        zendesk.Faults.Next(Fault.AppliedLate(TimeSpan.FromSeconds(2)), "PUT");

        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = client.Headers.Authorization } };
        for (var time = 0; time < 2; time++)
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.PutAsJsonAsync($"{server.BaseUrl}/api/v2/tickets/16.json", Note, TestContext.Current.CancellationToken));

        Assert.Single(zendesk.Ticket(16).Notes);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, zendesk.Ticket(16).Notes.Count());
    }

    [Fact]
    public async Task Come_to_a_share_of_the_requests_by_a_seed()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Faults.Often(Fault.ServerError(), 0.3, "GET");

        var failed = 0;
        for (var n = 0; n < 200; n++)
        {
            using var answer = await client.Send("GET", "/api/v2/tickets/1.json");
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable) failed++;
        }

        Assert.InRange(failed, 40, 80);
        Assert.Equal(failed, zendesk.Faults.Done.Count);
    }
}
