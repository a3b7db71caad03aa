using System.Text.Json;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Simulator;

public sealed class SimulatedExports
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Bring_every_ticket_once_by_cursor_even_when_all_share_one_timestamp()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 2500, TicketsPerInstant = 2500 }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        var ids = new List<long>();
        var next = "/api/v2/incremental/tickets/cursor.json?start_time=1";
        for (var page = 0; page < 10; page++)
        {
            var answer = await client.Get(next);
            ids.AddRange(answer.GetProperty("tickets").EnumerateArray().Select(t => t.GetProperty("id").GetInt64()));
            if (answer.GetProperty("end_of_stream").GetBoolean()) break;
            next = answer.GetProperty("after_url").GetString()!;
        }

        Assert.Equal(Enumerable.Range(1, 2500).Select(n => (long)n), ids);
    }

    [Fact]
    public async Task Tell_the_same_words_by_events_as_the_tickets_themselves_do()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 150 }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Agent(1).Writes(7, "Only for colleagues", isPublic: false);
        _clock.Advance(TimeSpan.FromMinutes(2));

        var told = new Dictionary<long, string>();
        long start = 1, before = 0;
        for (var page = 0; page < 50; page++)
        {
            var answer = await client.Get($"/api/v2/incremental/ticket_events.json?start_time={start}&include=comment_events");
            foreach (var happened in answer.GetProperty("ticket_events").EnumerateArray())
            {
                Assert.True(happened.GetProperty("timestamp").GetInt64() >= before, "events go back in time");
                before = happened.GetProperty("timestamp").GetInt64();
                foreach (var child in happened.GetProperty("child_events").EnumerateArray().Where(c => c.GetProperty("event_type").GetString() == "Comment"))
                    told[child.GetProperty("id").GetInt64()] = child.GetProperty("body").GetString()!;
            }
            start = answer.GetProperty("end_time").GetInt64();
            before = start;
            if (answer.GetProperty("end_of_stream").GetBoolean()) break;
        }

        var held = Enumerable.Range(1, 150).SelectMany(id => zendesk.Ticket(id).Comments).ToDictionary(c => c.Id, c => c.Body);
        Assert.Equal(held.OrderBy(c => c.Key), told.OrderBy(c => c.Key));
        Assert.Contains("Only for colleagues", told.Values);
    }

    [Fact]
    public async Task Hold_back_the_last_minute_and_refuse_to_begin_in_it()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 10 }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        var start = _clock.GetUtcNow().ToUnixTimeSeconds() - 60;
        zendesk.Agent(2).AddsTags(3, "watched");

        Assert.Equal("StartTimeTooRecent", (await client.Get($"/api/v2/incremental/tickets/cursor?start_time={start + 1}", 400)).GetProperty("error").GetString());
        Assert.Empty(Ids(await client.Get($"/api/v2/incremental/tickets/cursor?start_time={start}")));
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal([3], Ids(await client.Get($"/api/v2/incremental/tickets/cursor?start_time={start}")));
    }

    [Fact]
    public async Task Bring_a_ticket_again_after_a_system_update_without_a_newer_updated_at()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 10 }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        var before = zendesk.Ticket(4);
        zendesk.System.Touches(4);
        _clock.Advance(TimeSpan.FromMinutes(2));

        var page = await client.Get($"/api/v2/incremental/tickets/cursor?start_time={before.GeneratedAt.ToUnixTimeSeconds() + 86_400 * 2}");

        var ticket = Assert.Single(page.GetProperty("tickets").EnumerateArray(), t => t.GetProperty("id").GetInt64() == 4);
        Assert.Equal(before.UpdatedAt, ticket.GetProperty("updated_at").GetDateTimeOffset());
        Assert.True(ticket.GetProperty("generated_timestamp").GetInt64() > before.GeneratedAt.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Bring_deleted_tickets_as_deleted()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 10 }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        var start = _clock.GetUtcNow().ToUnixTimeSeconds() - 60;
        zendesk.Agent(1).Deletes(6);
        _clock.Advance(TimeSpan.FromMinutes(2));

        var ticket = Assert.Single((await client.Get($"/api/v2/incremental/tickets/cursor?start_time={start}")).GetProperty("tickets").EnumerateArray());
        Assert.Equal("deleted", ticket.GetProperty("status").GetString());
        await client.Get("/api/v2/tickets/6.json", 404);
        await client.Get("/api/v2/tickets/6/comments.json", 404);
    }

    private static IEnumerable<long> Ids(JsonElement page) => page.GetProperty("tickets").EnumerateArray().Select(t => t.GetProperty("id").GetInt64());
}
