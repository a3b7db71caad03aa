using System.Text.Json;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>
/// The simulator cannot drift into fiction: all it is asked and all it answers is held against Zendesk's own description.
/// Webhooks, the Help Center, surveys and OAuth are not in that file and are not checked here.
/// </summary>
public sealed class SimulatorKeepsTheContract
{
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task On_a_walk_through_all_it_answers()
    {
        ZendeskContract.Load();
        var zendesk = new SimulatedZendesk(new() { Tickets = 120 }, _clock);
        var watched = new WatchedZendesk(zendesk.SendAsync);
        using var client = await new ZendeskClient(zendesk, new Way(watched)).SignedIn();

        await WriteOn(client, zendesk);
        await ReadAbout(client, zendesk);
        await ExportFrom(client);

        watched.AssertKept();
        Assert.True(watched.Operations.Count >= 40, $"only {watched.Operations.Count} operations: {string.Join(", ", watched.Operations.Keys)}");
    }

    [Theory]
    [InlineData("/api/v2/tickets/1.json", """{"ticket":{"id":1,"requester_id":2,"status":"sleeping"}}""", "status is \"sleeping\"")]
    [InlineData("/api/v2/tickets/1.json", """{"ticket":{"id":"one","requester_id":2}}""", "is String, not integer")]
    [InlineData("/api/v2/tickets/1.json", """{"ticket":{"id":1}}""", "lacks requester_id")]
    [InlineData("/api/v2/tickets/1.json", """{"ticket":{"id":1,"requester_id":2,"mood":"bad"}}""", "mood is unknown")]
    [InlineData("/api/v2/tickets/1.json", """{"ticket":{"id":1,"requester_id":2,"created_at":"yesterday"}}""", "is no time")]
    [InlineData("/api/v2/tickets/1/comments.json", """{"comments":[{"id":1,"public":"yes"}]}""", "comments[0].public is String")]
    [InlineData("/api/v2/tickets/1/tags.json", """{"labels":[]}""", "lacks tags")]
    public void An_answer_that_breaks_it_is_found(string path, string body, string breach)
    {
        var breaches = ZendeskContract.Load().CheckAnswer("GET", new Uri($"https://acme.zendesk.test{path}"), 200, body);
        Assert.Contains(breaches, b => b.Contains(breach, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("GET", "/api/v2/tickets/seven.json", null, "is no number")]
    [InlineData("GET", "/api/v2/ticket/7.json", null, "is not in the file")]
    [InlineData("PATCH", "/api/v2/tickets/7.json", null, "is not in the file")]
    [InlineData("GET", "/api/v2/tickets/7.json?colour=red", null, "has no parameter colour")]
    [InlineData("GET", "/api/v2/incremental/ticket_events.json", null, "lacks start_time")]
    [InlineData("PUT", "/api/v2/tickets/7.json", """{"ticket":{"priority":"extreme"}}""", "none of urgent, high, normal, low")]
    [InlineData("PUT", "/api/v2/tickets/7.json", """{"ticket":{"comment":{"body":"x","private":true}}}""", "private is unknown")]
    [InlineData("PUT", "/api/v2/tickets/update_many.json", """{"tickets":[{"id":7,"tag":["x"]}]}""", "tag is unknown")]
    public void A_request_that_breaks_it_is_found(string method, string path, string? body, string breach) =>
        Assert.Contains(ZendeskContract.Load().CheckRequest(method, new Uri($"https://acme.zendesk.test{path}"), body), b => b.Contains(breach, StringComparison.Ordinal));

    private static async Task WriteOn(ZendeskClient client, SimulatedZendesk zendesk)
    {
        await client.Json("POST", "/api/v2/tickets.json", new { ticket = new { subject = "A lamp", comment = new { body = "It is broken" }, priority = "high", tags = new[] { "lamp" } } }, 201);
        var stamp = (await client.Get("/api/v2/tickets/16.json?include=users,groups,organizations,metric_sets")).GetProperty("ticket").GetProperty("updated_at").GetString();
        await client.Json("PUT", "/api/v2/tickets/16.json", new { ticket = new { tags = new[] { "b" }, priority = "low", safe_update = true, updated_stamp = stamp, comment = new { body = "seen", @public = false } } });
        await client.Json("POST", "/api/v2/tickets/16/tags.json", new { tags = new[] { "one" } }, 201);
        await client.Json("PUT", "/api/v2/tickets/16/tags.json", new { tags = new[] { "two" } });
        await client.Json("DELETE", "/api/v2/tickets/16/tags.json", new { tags = new[] { "two" } }, 204);
        await client.Json("PUT", "/api/v2/tickets/update_many.json?ids=1,2", new { ticket = new { additional_tags = new[] { "many" } } });
        var job = await client.Json("PUT", "/api/v2/tickets/update_many.json", new { tickets = new object[] { new { id = 1, additional_tags = new[] { "x" } }, new { id = 9999, priority = "low" } } });
        await client.Get($"/api/v2/job_statuses/{job.GetProperty("job_status").GetProperty("id").GetString()}.json");
        await client.Get($"/api/v2/job_statuses/show_many.json?ids={job.GetProperty("job_status").GetProperty("id").GetString()}");
        await client.Get("/api/v2/job_statuses.json");
        zendesk.Customer(1).Writes(16, "4111 1111 is my card");
        zendesk.Agent(2).SetsPriority(16, "urgent");
        zendesk.Customer(2).Rates(16, isGood: true);
        var comment = zendesk.Ticket(16).Comments[^1].Id;
        await client.Json("PUT", $"/api/v2/tickets/16/comments/{comment}/redact.json", new { text = "4111" });
        await client.Json("PUT", $"/api/v2/comment_redactions/{comment}.json", new { ticket_id = 16, html_body = "<redact>1111</redact>" });
        await client.Json("PUT", $"/api/v2/tickets/16/comments/{comment}/make_private.json");
        await client.Json("POST", "/api/v2/tickets/16/merge.json", new { ids = new[] { 17 }, target_comment = "from 17" });
        await client.Json("DELETE", "/api/v2/tickets/22.json", status: 204);
        await client.Json("DELETE", "/api/v2/tickets/23.json", status: 204);
        await client.Get("/api/v2/deleted_tickets.json");
        await client.Json("PUT", "/api/v2/deleted_tickets/22/restore.json");
        await client.Json("DELETE", "/api/v2/deleted_tickets/23.json");
    }

    private static async Task ReadAbout(ZendeskClient client, SimulatedZendesk zendesk)
    {
        var audit = zendesk.Ticket(16).Audits[^1].Id;
        foreach (var path in new[]
        {
            "tickets", "tickets/count", "tickets/show_many?ids=1,2,16&include=users,groups", "tickets/7/tags", "tickets/16/comments?page[size]=2&include=users", "tickets/16/comments?sort_order=desc",
            "tickets/16/audits?page[size]=2", "tickets/16/audits", $"tickets/16/audits/{audit}", "tickets/7/metrics", "ticket_metrics?page[size]=5", "ticket_metrics/2000000007",
            "users/me", $"users/{zendesk.Agent(1).Id}", $"users/show_many?ids={zendesk.Agent(1).Id},{zendesk.Customer(1).Id}", "users?role[]=agent&role[]=admin&page[size]=5", "users?page[size]=5", "users/search?query=agent1@acme.example",
            "groups", "groups/501", "organizations?page[size]=5", "organizations/20001", "organizations/show_many?ids=20001,20002", "brands", "brands/301",
            "satisfaction_ratings?start_time=1&page[size]=5", "satisfaction_ratings/3000000003", "macros", "macros/active", "macros/701",
            "search?query=type:ticket status<solved&per_page=5", "search/count?query=type:ticket", "search/export?query=created>2000-01-01&filter[type]=ticket&page[size]=5",
        }) await client.Get($"/api/v2/{(path.Contains('?') ? path.Replace("?", ".json?") : path + ".json")}");
    }

    private async Task ExportFrom(ZendeskClient client)
    {
        _clock.Advance(TimeSpan.FromMinutes(2));
        var page = await client.Get("/api/v2/incremental/tickets/cursor.json?start_time=1&per_page=50&include=users,groups,organizations,metric_sets");
        await client.Get(page.GetProperty("after_url").GetString()!);
        await client.Get("/api/v2/incremental/tickets.json?start_time=1");
        await client.Get("/api/v2/incremental/ticket_events.json?start_time=1&include=comment_events");
        await client.Get("/api/v2/incremental/ticket_metric_events.json?start_time=1");
        await client.Get("/api/v2/incremental/users/cursor.json?start_time=1");
        await client.Get("/api/v2/incremental/users.json?start_time=1");
        await client.Get("/api/v2/incremental/organizations.json?start_time=1");
    }

    private sealed class Way(WatchedZendesk watched) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => watched.SendAsync(request, cancellationToken);
    }
}
