using System.Text.Json;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Simulator;

public sealed class SimulatedUpdates
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Write_tags_priority_and_note_as_one_audit()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        var answer = await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { tags = new[] { "b", "a" }, priority = "high", comment = new { body = "seen", @public = false } } });

        var ticket = zendesk.Ticket(16);
        Assert.Equal(["a", "b"], ticket.Tags);
        Assert.Equal("high", ticket.Priority);
        Assert.Equal("seen", Assert.Single(ticket.Notes).Body);
        Assert.Equal(answer.GetProperty("audit").GetProperty("id").GetInt64(), ticket.Audits[^1].Id);
        Assert.Equal("api", ticket.Audits[^1].Channel);
    }

    [Fact]
    public async Task Answer_409_when_the_ticket_changed_since_it_was_read()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        var read = (await client.Get("/api/v2/tickets/16.json")).GetProperty("ticket").GetProperty("updated_at").GetString();
        zendesk.Agent(1).AddsTags(16, "watched");

        var refused = await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { tags = new[] { "x" }, updated_stamp = read, safe_update = true } }, 409);

        Assert.Equal("UpdateConflict", refused.GetProperty("error").GetString());
        Assert.Contains("watched", zendesk.Ticket(16).Tags);
    }

    [Fact]
    public async Task Refuse_closed_tickets_with_422()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.System.Closes(16);

        await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { priority = "low" } }, 422);
    }

    [Fact]
    public async Task Add_replace_and_remove_tags_by_method()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        await client.Json("POST", "/api/v2/tickets/16/tags.json", new { tags = new[] { "one" } }, 201);
        await client.Json("PUT", "/api/v2/tickets/16/tags.json", new { tags = new[] { "two", "three" } });
        await client.Json("DELETE", "/api/v2/tickets/16/tags.json", new { tags = new[] { "two" } }, 204);

        Assert.Equal("one three", string.Join(" ", (await client.Get("/api/v2/tickets/16/tags.json")).GetProperty("tags").EnumerateArray()));
        Assert.Equal(["one", "three"], zendesk.Ticket(16).Tags);
    }

    [Fact]
    public async Task Work_a_job_off_over_its_time_ticket_by_ticket()
    {
        var zendesk = new SimulatedZendesk(new() { JobDuration = TimeSpan.FromSeconds(10) }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.System.Closes(2);

        var job = (await client.Json("PUT", "/api/v2/tickets/update_many.json?ids=1,2,3", new { ticket = new { additional_tags = new[] { "many" } } })).GetProperty("job_status");
        Assert.Equal("queued", job.GetProperty("status").GetString());
        Assert.DoesNotContain("many", zendesk.Ticket(1).Tags);
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("working", (await Status(client, job)).GetProperty("status").GetString());
        Assert.Contains("many", zendesk.Ticket(1).Tags);
        _clock.Advance(TimeSpan.FromSeconds(5));

        var end = await Status(client, job);
        Assert.Equal("completed", end.GetProperty("status").GetString());
        Assert.Equal([true, false, true], end.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("success").GetBoolean()));
        Assert.Contains("many", zendesk.Ticket(3).Tags);
    }

    [Fact]
    public async Task Fail_a_job_halfway_when_told_so()
    {
        var zendesk = new SimulatedZendesk(clock: _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();
        zendesk.BreakNextJobAfter(2);

        var job = (await client.Json("PUT", "/api/v2/tickets/update_many.json?ids=1,3,16", new { ticket = new { additional_tags = new[] { "many" } } })).GetProperty("job_status");

        Assert.Equal(("failed", 2), (job.GetProperty("status").GetString(), job.GetProperty("results").GetArrayLength()));
        Assert.Equal([true, true, false], new[] { 1, 3, 16 }.Select(id => zendesk.Ticket(id).Tags.Contains("many")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Honour_tags_to_add_and_safe_updates_in_lists_or_not_as_the_dialect_says(bool honours)
    {
        var zendesk = new SimulatedZendesk(new() { Dialect = new() { ListFormHonoursAdditionalTags = honours, ListFormHonoursSafeUpdate = honours } }, _clock);
        var client = await new ZendeskClient(zendesk).SignedIn();

        await client.Json("PUT", "/api/v2/tickets/update_many.json", new
        {
            tickets = new object[] { new { id = 1, additional_tags = new[] { "more" } }, new { id = 16, priority = "urgent", safe_update = true, updated_stamp = "2001-01-01T00:00:00Z" } },
        });

        Assert.Equal(honours, zendesk.Ticket(1).Tags.Contains("more"));
        Assert.Equal(honours, zendesk.Ticket(16).Priority != "urgent");
    }

    private static async Task<JsonElement> Status(ZendeskClient client, JsonElement job) =>
        (await client.Get($"/api/v2/job_statuses/{job.GetProperty("id").GetString()}.json")).GetProperty("job_status");
}
