using Microsoft.EntityFrameworkCore;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Zendesk.Fetching;

public sealed class FetchedTickets
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Come_whole_with_thread_people_and_figures()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        var there = desk.Zendesk.Ticket(3);

        Assert.Equal(FetchOutcome.Kept, await desk.FetchAsync(3, FetchUrgency.Person));

        var ticket = (await desk.TicketAsync(3))!;
        Assert.Equal((there.Subject, there.Status, there.Priority), (ticket.Subject, ticket.Status, ticket.Given.Priority));
        Assert.Equal((there.CreatedAt.UtcDateTime, there.UpdatedAt.UtcDateTime), (ticket.CreatedAt, ticket.UpdatedAt));
        var thread = await desk.ThreadAsync(3);
        Assert.Equal(there.Comments.Select(c => (c.Id.ToString(), c.Body, c.IsPublic)), thread.Select(c => (c.ExternalId, c.Body, c.IsPublic)));
        Assert.Equal(AuthorKind.Requester, thread[0].AuthorKind);
        Assert.Equal(there.Tags, await desk.LookAsync(db => db.TicketTags.OrderBy(t => t.Tag).Select(t => t.Tag).ToListAsync(Ct)));
        var requester = await desk.LookAsync(db => db.People.SingleAsync(p => p.Id == ticket.RequesterId, Ct));
        Assert.Equal(there.RequesterId.ToString(), requester.ExternalId);
        Assert.NotEqual(requester.ExternalId, requester.Name);
        Assert.Equal(Owed.Triage | Owed.Index, ticket.Owed);
    }

    [Fact]
    public async Task Change_nothing_when_they_are_fetched_again()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        await desk.FetchAsync(3);
        await desk.LookAsync(async db =>
        {
            (await db.Tickets.SingleAsync(Ct)).Owed = Owed.Nothing;
            return await db.SaveChangesAsync(Ct);
        });

        await desk.FetchAsync(3);

        var ticket = (await desk.TicketAsync(3))!;
        Assert.Equal((1, Owed.Nothing), (ticket.Version, ticket.Owed));
    }

    [Fact]
    public async Task Become_tombstones_when_they_are_gone_and_were_known()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });
        await desk.FetchAsync(3);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        desk.Zendesk.Agent(1).Deletes(3);

        Assert.Equal(FetchOutcome.Gone, await desk.FetchAsync(3));
        Assert.Equal(FetchOutcome.Gone, await desk.FetchAsync(999));

        Assert.Equal(TicketStatus.Deleted, (await desk.TicketAsync(3))!.Status);
        Assert.Empty(await desk.ThreadAsync(3));
        Assert.Null(await desk.TicketAsync(999));
    }

    [Fact]
    public async Task Are_none_of_other_desks()
    {
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 20 });

        Assert.Equal(FetchOutcome.NotConnected, await desk.Product.InsideAsync(services =>
            Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<IFetchTickets>(services).FetchAsync(1, TicketSource.Intercom, "3", FetchUrgency.Job, Ct)));
    }
}
