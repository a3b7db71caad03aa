using System.Text.Json;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Simulator;

public sealed class SimulatedLife
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Merges_close_the_source_and_say_so_on_both_sides()
    {
        var (zendesk, client) = await Account();

        var job = await client.Json("POST", "/api/v2/tickets/16/merge.json", new { ids = new[] { 17 }, target_comment = "from 17", source_comment = "into 16" });

        Assert.Equal("completed", job.GetProperty("job_status").GetProperty("status").GetString());
        Assert.Equal(("closed", "into 16"), (zendesk.Ticket(17).Status, zendesk.Ticket(17).Comments[^1].Body));
        Assert.Contains("closed_by_merge", zendesk.Ticket(17).Tags);
        var audit = (await client.Get("/api/v2/tickets/16/audits.json?sort=-created_at&page[size]=1")).GetProperty("audits")[0];
        Assert.Equal("merge", audit.GetProperty("via").GetProperty("source").GetProperty("rel").GetString());
        Assert.Equal(17, audit.GetProperty("via").GetProperty("source").GetProperty("from").GetProperty("ticket_ids")[0].GetInt64());
    }

    [Fact]
    public async Task Redactions_take_the_words_out_everywhere()
    {
        var (zendesk, client) = await Account();
        zendesk.Customer(1).Writes(16, "My card is 4111 1111, please help");
        var comment = zendesk.Ticket(16).Comments[^1].Id;

        await client.Json("PUT", $"/api/v2/tickets/16/comments/{comment}/redact.json", new { text = "4111 1111" });
        _clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("My card is ▇▇▇▇▇▇▇▇▇, please help", zendesk.Ticket(16).Comments[^1].Body);
        var events = (await client.Get($"/api/v2/incremental/ticket_events?include=comment_events&start_time={_clock.GetUtcNow().ToUnixTimeSeconds() - 600}")).GetProperty("ticket_events");
        Assert.DoesNotContain("4111", events.GetRawText());
        Assert.Contains("CommentRedactionEvent", events.GetRawText());
    }

    [Fact]
    public async Task Comments_come_by_cursor_and_each_once()
    {
        var (zendesk, client) = await Account();
        for (var n = 0; n < 7; n++) zendesk.Agent(1).Writes(16, $"word {n}", isPublic: n % 2 == 0);

        var bodies = new List<string?>();
        var next = "/api/v2/tickets/16/comments.json?page[size]=3";
        while (next is not null)
        {
            var page = await client.Get(next);
            bodies.AddRange(page.GetProperty("comments").EnumerateArray().Select(c => c.GetProperty("body").GetString()));
            next = page.GetProperty("meta").GetProperty("has_more").GetBoolean() ? page.GetProperty("links").GetProperty("next").GetString() : null;
        }

        Assert.Equal(zendesk.Ticket(16).Comments.Select(c => c.Body), bodies);
    }

    [Fact]
    public async Task Pages_by_offset_end_at_the_hundredth()
    {
        var (_, client) = await Account();

        await client.Get("/api/v2/tickets.json?per_page=1&page=100");
        await client.Get("/api/v2/tickets.json?per_page=1&page=101", 400);
    }

    [Fact]
    public async Task Searches_find_and_stop_at_a_thousand()
    {
        var zendesk = new SimulatedZendesk(new() { Tickets = 1500 }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.Agent(1).Sets(16, "subject", "A giraffe in the parcel");

        var found = await client.Get("/api/v2/search.json?query=type:ticket giraffe status<solved");
        Assert.Equal([16], found.GetProperty("results").EnumerateArray().Select(t => t.GetProperty("id").GetInt64()));
        Assert.Equal(1500, (await client.Get("/api/v2/search/count.json?query=type:ticket")).GetProperty("count").GetInt32());
        await client.Get("/api/v2/search.json?query=type:ticket&per_page=100&page=10");
        await client.Get("/api/v2/search.json?query=type:ticket&per_page=100&page=11", 422);

        var ids = new HashSet<long>();
        var next = "/api/v2/search/export.json?query=created>2000-01-01&filter[type]=ticket&page[size]=700";
        while (next is not null)
        {
            var page = await client.Get(next);
            ids.UnionWith(page.GetProperty("results").EnumerateArray().Select(t => t.GetProperty("id").GetInt64()));
            next = page.GetProperty("links").GetProperty("next").GetString();
        }
        Assert.Equal(1500, ids.Count);
    }

    [Fact]
    public async Task Search_cursors_end_after_an_hour()
    {
        var (_, client) = await Account();
        var next = (await client.Get("/api/v2/search/export.json?query=created>2000-01-01&filter[type]=ticket&page[size]=10")).GetProperty("links").GetProperty("next").GetString()!;

        _clock.Advance(TimeSpan.FromMinutes(61));

        await client.Get(next, 400);
    }

    [Fact]
    public async Task Ratings_of_both_kinds_come_from_the_start_and_since()
    {
        var (zendesk, client) = await Account();
        var ticket = zendesk.Customer(1).Opens("Lamp", "It is broken");
        zendesk.Agent(1).Solves(ticket);
        zendesk.Customer(1).Rates(ticket, isGood: false, comment: "slow");
        zendesk.Customer(1).Rates(ticket, isGood: true, stars: 5);

        var rated = (await client.Get("/api/v2/satisfaction_ratings.json?page[size]=100")).GetProperty("satisfaction_ratings").EnumerateArray().ToList();
        var answered = (await client.Get("/api/v2/guide/survey_responses?page[size]=100")).GetProperty("survey_responses").EnumerateArray().ToList();

        Assert.True(rated.Count > 5 && answered.Count > 5, "there were none from the start");
        Assert.Equal(("bad", "slow"), (rated[^1].GetProperty("score").GetString(), rated[^1].GetProperty("comment").GetString()));
        Assert.Equal(5, answered[^1].GetProperty("answers")[0].GetProperty("rating").GetInt32());
        Assert.Equal($"zen:ticket:{ticket}", answered[^1].GetProperty("subject_zrns")[0].GetString());
        Assert.Equal("good", (await client.Get($"/api/v2/tickets/{ticket}.json")).GetProperty("ticket").GetProperty("satisfaction_rating").GetProperty("score").GetString());
    }

    [Fact]
    public async Task The_Help_Center_tells_drafts_restricted_and_outdated_articles_apart()
    {
        var (zendesk, client) = await Account();
        var start = _clock.GetUtcNow().ToUnixTimeSeconds();
        zendesk.HelpCenter.Publishes(new(0, "Fresh", "<p>news</p>"));

        var all = (await client.Get("/api/v2/help_center/incremental/articles.json?start_time=0")).GetProperty("articles").EnumerateArray().ToList();
        var fresh = (await client.Get($"/api/v2/help_center/incremental/articles.json?start_time={start}")).GetProperty("articles");

        Assert.Contains(all, a => a.GetProperty("draft").GetBoolean());
        Assert.Contains(all, a => a.GetProperty("user_segment_id").ValueKind is JsonValueKind.Number);
        Assert.Contains(all, a => a.GetProperty("outdated").GetBoolean());
        Assert.Equal("Fresh", fresh[0].GetProperty("title").GetString());
        await client.Get("https://acme-labs.zendesk.test/api/v2/help_center/incremental/articles.json?start_time=0", 404);
    }

    [Fact]
    public async Task Deleted_tickets_can_be_restored_or_scrubbed()
    {
        var (zendesk, client) = await Account();
        zendesk.Agent(1).Deletes(16);
        zendesk.Agent(1).Deletes(17);

        Assert.Equal(2, (await client.Get("/api/v2/deleted_tickets.json")).GetProperty("count").GetInt32());
        await client.Json("PUT", "/api/v2/deleted_tickets/16/restore.json");
        await client.Json("DELETE", "/api/v2/deleted_tickets/17.json");

        await client.Get("/api/v2/tickets/16.json");
        await client.Get("/api/v2/tickets/17.json", 404);
        Assert.Equal(0, (await client.Get("/api/v2/deleted_tickets.json")).GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_late_first_reply_is_a_breach_of_the_service_level()
    {
        var (zendesk, client) = await Account();
        var ticket = zendesk.Customer(1).Opens("Lamp", "It is broken");
        var start = _clock.GetUtcNow().ToUnixTimeSeconds();
        _clock.Advance(TimeSpan.FromMinutes(100));
        zendesk.Agent(1).Writes(ticket, "We look");
        _clock.Advance(TimeSpan.FromMinutes(2));

        var events = (await client.Get($"/api/v2/incremental/ticket_metric_events.json?start_time={start}")).GetProperty("ticket_metric_events").EnumerateArray();

        Assert.Equal(["measure", "activate", "apply_sla", "breach", "fulfill"], events.Where(e => e.GetProperty("ticket_id").GetInt64() == ticket).Select(e => e.GetProperty("type").GetString()!));
        Assert.Equal(100, (await client.Get($"/api/v2/tickets/{ticket}/metrics.json")).GetProperty("ticket_metric").GetProperty("reply_time_in_minutes").GetProperty("calendar").GetInt32());
    }

    [Fact]
    public void The_same_seed_makes_the_same_account_and_another_makes_another()
    {
        string Words(ulong seed) => string.Concat(Enumerable.Range(1, 50).Select(id => new SimulatedZendesk(new() { Seed = seed }, _clock).Ticket(id)).Select(t => $"{t.Subject}{t.Status}{t.Priority}{t.Comments[^1].Body}"));

        Assert.Equal(Words(1), Words(1));
        Assert.NotEqual(Words(1), Words(2));
    }

    private async Task<(SimulatedZendesk Zendesk, ZendeskClient Client)> Account()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        return (zendesk, await new ZendeskClient(zendesk).SignedIn());
    }
}
