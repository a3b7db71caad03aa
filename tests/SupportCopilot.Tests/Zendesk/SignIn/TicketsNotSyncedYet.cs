using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies;
using SupportCopilot.Tickets;
using ZendeskSimulator.Faults;

namespace SupportCopilot.Tests.Zendesk.SignIn;

public sealed class TicketsNotSyncedYet(ConnectedSidebar product) : IClassFixture<ConnectedSidebar>
{
    private const long Ben = ConnectedSidebar.FirstAgent + 1;
    private const long Cleo = ConnectedSidebar.FirstAgent + 2;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Are_fetched_with_their_thread_and_triaged_at_once()
    {
        var client = await product.SignedInAsync();
        var first = await client.GetAsync<Assistance>(ConnectedSidebar.Assist(7));
        var second = await client.GetAsync<Assistance>(ConnectedSidebar.Assist(7));

        Assert.True(first.FetchedNow);
        Assert.False(first.Triage.Pending);
        Assert.NotNull(first.Triage.Sentiment.Value);
        Assert.Equal(product.Zendesk.Ticket(7).Subject, first.Ticket.Subject);
        Assert.False(second.FetchedNow);
        Assert.NotEqual(0, await product.DatabaseAsync(db => db.Comments.CountAsync(c => c.TicketId == first.Ticket.Id, Ct), "default"));
    }

    [Fact]
    public async Task That_just_came_in_at_the_desk_are_there_when_an_agent_opens_them()
    {
        product.Zendesk.Customer(3).Opens("Where is my heron?", "I ordered a heron of brass two weeks ago.");

        var found = await (await product.SignedInAsync()).GetAsync<Assistance>(ConnectedSidebar.Assist(product.Zendesk.LastTicket));

        Assert.Equal("Where is my heron?", found.Ticket.Subject);
    }

    [Fact]
    public async Task That_are_gone_and_that_are_out_of_sight_are_told_apart_by_nothing()
    {
        var everything = await product.SignedInAsync();
        var (own, foreign) = await TwoGroupsAsync(everything, from: 20);
        var limited = await product.SignedInAsync(Ben);
        await product.RestrictAsync(Ben, await product.GroupOfAsync(own));
        var unknownForeign = await FirstNotHereAsync(await product.GroupOfAsync(own));

        var seen = await limited.GetAsync(ConnectedSidebar.Assist(own), Ct);
        var gone = await Answer(limited, 555_555);
        var known = await Answer(limited, foreign);
        var fetched = await Answer(limited, unknownForeign);

        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);   // the control: a ticket of their own group is shown
        Assert.Equal(HttpStatusCode.OK, (await everything.GetAsync(ConnectedSidebar.Assist(foreign), Ct)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.Equal(gone, known);
        Assert.Equal(gone, fetched);
    }

    [Fact]
    public async Task Are_looked_at_anew_where_they_were_out_of_sight()
    {
        var everything = await product.SignedInAsync();
        var (own, foreign) = await TwoGroupsAsync(everything, from: 40);
        var limited = await product.SignedInAsync(Cleo);
        await product.RestrictAsync(Cleo, await product.GroupOfAsync(own));
        Assert.Equal(HttpStatusCode.NotFound, (await limited.GetAsync(ConnectedSidebar.Assist(foreign), Ct)).StatusCode);

        product.Zendesk.Agent(1).Sets(foreign, "group_id", product.Zendesk.Ticket(own).GroupId!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(HttpStatusCode.OK, (await limited.GetAsync(ConnectedSidebar.Assist(foreign), Ct)).StatusCode);
    }

    [Fact]
    public async Task Of_a_desk_that_does_not_answer_are_promised_for_later()
    {
        product.Zendesk.Faults.Next(Fault.ServerError(401), path: "/api/v2/tickets", times: 20);
        var client = await product.SignedInAsync();
        var silent = await client.GetAsync(ConnectedSidebar.Assist(15), Ct);
        product.Zendesk.Faults.Clear();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, silent.StatusCode);
        Assert.Contains("does not answer just now", await silent.Content.ReadAsStringAsync(Ct));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(ConnectedSidebar.Assist(15), Ct)).StatusCode);
    }

    [Fact]
    public async Task Of_no_desk_are_told_to_be_of_none()
    {
        var client = await product.SignedInAsync();
        var intercom = await client.GetAsync("/api/tickets/by-source/intercom/7/assist", Ct);
        await using var alone = new Product();

        Assert.Contains("No such desk is connected", await intercom.Content.ReadAsStringAsync(Ct));
        Assert.Contains("No such desk is connected", await (await alone.As(Role.Agent).GetAsync(ConnectedSidebar.Assist(7), Ct)).Content.ReadAsStringAsync(Ct));
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("7%2F..%2F8")]
    [InlineData("7 ")]
    [InlineData("-7")]
    [InlineData("99999999999999999999999")]
    public async Task That_are_no_number_never_reach_the_desk(string id)
    {
        var client = await product.SignedInAsync();
        var before = product.Zendesk.Requests.Count("GET", "/");

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/tickets/by-source/zendesk/{id}/assist", Ct)).StatusCode);
        Assert.Equal(before, product.Zendesk.Requests.Count("GET", "/"));
    }

    [Fact]
    public async Task Of_one_tenant_are_not_another_tenants_of_the_same_number()
    {
        await product.HasTicketAsync(new IncomingTicket(TicketSource.Zendesk, "33") { Subject = "Quetzal of another desk", Comments = [new("0", "Words")] }, "another");

        var found = await (await product.SignedInAsync()).GetAsync<Assistance>(ConnectedSidebar.Assist(33));

        Assert.Equal(product.Zendesk.Ticket(33).Subject, found.Ticket.Subject);
        Assert.NotEqual("Quetzal of another desk", found.Ticket.Subject);
    }

    /// <summary>Two tickets of different groups, both here.</summary>
    private async Task<(long Own, long Foreign)> TwoGroupsAsync(HttpClient everything, long from)
    {
        var tickets = Enumerable.Range((int)from, 15).Select(id => product.Zendesk.Ticket(id)).Where(t => t.GroupId is not null).ToList();
        var own = tickets[0];
        var foreign = tickets.First(t => t.GroupId != own.GroupId);
        foreach (var ticket in new[] { own, foreign }) Assert.Equal(HttpStatusCode.OK, (await everything.GetAsync(ConnectedSidebar.Assist(ticket.Id), Ct)).StatusCode);
        return (own.Id, foreign.Id);
    }

    private async Task<long> FirstNotHereAsync(long groupId)
    {
        var name = await product.DatabaseAsync(async db => (await db.Groups.SingleAsync(g => g.Id == groupId)).ExternalId, "default");
        var here = (await product.DatabaseAsync(db => db.Tickets.Select(t => t.ExternalId).ToListAsync(Ct), "default")).ToHashSet();
        return Enumerable.Range(1, 60).Select(id => product.Zendesk.Ticket(id))
            .First(t => !here.Contains(t.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) && t.GroupId is { } group && group.ToString(System.Globalization.CultureInfo.InvariantCulture) != name).Id;
    }

    private static async Task<(HttpStatusCode Status, string? Title, string? Detail)> Answer(HttpClient client, long ticket)
    {
        var answer = await client.GetAsync(ConnectedSidebar.Assist(ticket), Ct);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Ct)).RootElement;
        return (answer.StatusCode, problem.GetProperty("title").GetString(), problem.GetProperty("detail").GetString());
    }
}
