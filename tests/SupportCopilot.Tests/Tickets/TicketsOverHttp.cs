using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Tickets;

public sealed class TicketsOverHttp(Product product) : IClassFixture<Product>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_listed_newest_first_page_by_page_each_once_those_without_a_date_last()
    {
        var dates = Enumerable.Range(1, 5).Select(day => (DateTime?)new DateTime(2026, 3, (day / 2) + 1, 0, 0, 0, DateTimeKind.Utc)).Append(null).Append(null);
        await product.HasTicketsAsync([.. dates.Select((at, n) => new IncomingTicket("file", $"P-{n}") { Subject = $"P-{n}", CreatedAt = at })], "paged");
        var agent = product.As(Role.Agent, "paged");

        var seen = new List<string>();
        for (string? after = ""; after is not null;)
        {
            var page = await agent.GetAsync<JsonElement>($"/api/tickets?limit=2{(after == "" ? "" : $"&after={after}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subject").GetString()!));
            after = page.GetProperty("next").GetString();
        }

        Assert.Equal(["P-4", "P-3", "P-2", "P-1", "P-0", "P-6", "P-5"], seen);
    }

    [Theory]
    [InlineData("status=solved", "F-2")]
    [InlineData("priority=urgent", "F-1")]
    [InlineData("category=billing", "F-1,F-2")]
    [InlineData("assignee=Sam%20Lee", "F-2")]
    [InlineData("category=billing&priority=urgent", "F-1")]
    [InlineData("status=closed", "")]
    public async Task Are_filtered(string filter, string expected)
    {
        await product.HasTicketsAsync(
        [
            new("file", "F-1") { Subject = "F-1", Status = "open", Given = new() { Category = "billing", Priority = "urgent" } },
            new("file", "F-2") { Subject = "F-2", Status = "solved", Given = new() { Category = "billing", Priority = "low" }, Assignee = new("sam", "Sam Lee") },
            new("file", "F-3") { Subject = "F-3", Status = "open", Given = new() { Category = "account", Priority = "low" }, Assignee = new("kim", "Kim") },
        ], "filtered");

        var page = await product.As(Role.Agent, "filtered").GetAsync<JsonElement>($"/api/tickets?{filter}");

        Assert.Equal(expected, string.Join(',', page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("subject").GetString()).Order()));
    }

    [Fact]
    public async Task Can_be_made_here_and_are_triaged_and_found_once_worked_off()
    {
        var agent = product.As(Role.Agent);
        var made = await agent.PostAsJsonAsync("/api/tickets", new
        {
            subject = "Charged twice",
            description = "You charged my card twice for order B-77120, please refund one as soon as possible.",
            requesterName = "Nia Obi",
            requesterEmail = "nia@example.org",
            tags = new[] { " Billing ", "billing", "VIP" },
        }, Ct);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);

        await product.WorkOffAsync();

        var shown = await agent.GetAsync<JsonElement>(made.Headers.Location!.ToString());
        Assert.Equal("billing", shown.GetProperty("ticket").GetProperty("category").GetString());
        Assert.Equal(["billing", "vip"], shown.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()));
        var found = await agent.GetAsync<JsonElement>("/api/tickets?q=refund%20charged");
        Assert.Contains(found.GetProperty("items").EnumerateArray(), item => item.GetProperty("subject").GetString() == "Charged twice");
    }

    [Fact]
    public async Task Solving_and_reopening_leave_their_marks()
    {
        var agent = product.As(Role.Agent);
        var id = await product.HasTicketAsync("To be solved", "words");

        Assert.Equal(HttpStatusCode.NoContent, (await agent.PutAsJsonAsync($"/api/tickets/{id}/status", new { status = "solved" }, Ct)).StatusCode);
        var solved = await agent.GetAsync<JsonElement>($"/api/tickets/{id}");
        Assert.NotNull(solved.GetProperty("solvedAt").GetString());

        Assert.Equal(HttpStatusCode.NoContent, (await agent.PutAsJsonAsync($"/api/tickets/{id}/status", new { status = "open" }, Ct)).StatusCode);
        var (reopens, solvedAt) = await product.DatabaseAsync(async db => await db.Tickets.Where(t => t.Id == id).Select(t => ValueTuple.Create(t.Reopens, t.SolvedAt)).SingleAsync());
        Assert.Equal((1, null), (reopens, solvedAt));
        Assert.Equal(2, await product.DatabaseAsync(db => db.TicketChanges.CountAsync(c => c.TicketId == id && c.Field == "status")));
        Assert.Equal(2, await product.DatabaseAsync(db => db.Audit.CountAsync(a => a.Subject == $"ticket/{id}" && a.Action == "ticket.status")));
    }

    [Fact]
    public async Task Are_given_to_agents_and_to_nobody_else()
    {
        var agent = product.As(Role.Agent);
        var id = await product.HasTicketAsync(new IncomingTicket("file", "assigned") { Requester = new("nia", "Nia"), Assignee = new("sam", "Sam") });
        var people = await product.DatabaseAsync(db => db.People.Where(p => p.Source == "file").ToDictionaryAsync(p => p.ExternalId, p => p.Id));

        Assert.Equal(HttpStatusCode.BadRequest, (await agent.PutAsJsonAsync($"/api/tickets/{id}/assignee", new { assigneeId = people["nia"] }, Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await agent.PutAsJsonAsync($"/api/tickets/{id}/assignee", new { assigneeId = (long?)null }, Ct)).StatusCode);
        Assert.Null((await agent.GetAsync<JsonElement>($"/api/tickets/{id}")).GetProperty("ticket").GetProperty("assignee").GetString());
    }

    [Theory]
    [InlineData("zendesk", HttpStatusCode.Conflict)]
    [InlineData("file", HttpStatusCode.BadRequest)]
    public async Task A_desks_own_ticket_is_not_changed_here_and_an_unknown_status_nowhere(string source, HttpStatusCode expected)
    {
        var id = await product.HasTicketAsync(new IncomingTicket(source, "status-" + source));
        var answer = await product.As(Role.Agent).PutAsJsonAsync($"/api/tickets/{id}/status", new { status = "frozen" }, Ct);
        Assert.Equal(expected, answer.StatusCode);
    }
}
