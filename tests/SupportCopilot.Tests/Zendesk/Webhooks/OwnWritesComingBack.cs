using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.WritingBack;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

/// <summary>Against a simulated account: what we write there is told to us like anybody's change, and must wake nobody.</summary>
public sealed class OwnWritesComingBack : IAsyncLifetime
{
    private SyncedDesk _desk = null!;
    private long _ticket;

    public async ValueTask InitializeAsync()
    {
        _desk = await SyncedDesk.WithAsync(new() { Tickets = 5 }, null, "SupportCopilot:Zendesk:WriteBack=Full", $"SupportCopilot:Zendesk:WebhookSecrets:0={Webhook.GoodSecret}");
        _ticket = _desk.Zendesk.Customer(1).Opens("Charged twice", "You charged my card twice for one invoice. Please refund me today, this is urgent!");
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Cost_one_fetch_owe_nothing_and_end_there()
    {
        await TellAsync("ticket.created");
        await WorkAsync();
        Assert.Equal(1, OurWrites());
        Assert.Contains("copilot_triaged", _desk.Zendesk.Ticket(_ticket).Tags);

        var fetched = Fetches();
        foreach (var kind in new[] { "ticket.tags_changed", "ticket.priority_changed", "ticket.comment_added" }) await TellAsync(kind);
        await FetchAsync();
        Assert.Equal(fetched + 1, Fetches());
        Assert.Equal(Owed.Nothing, (await _desk.TicketAsync(_ticket))!.Owed & (Owed.Triage | Owed.WriteBack));

        for (var round = 0; round < 3; round++)
        {
            await WorkAsync();
            await TellAsync("ticket.tags_changed");   // whoever else listens and answers by a webhook of its own
        }

        Assert.Equal(1, OurWrites());
        Assert.Single(_desk.Zendesk.Ticket(_ticket).Notes);
        Assert.Equal(AuthorKind.System, Assert.Single(await _desk.ThreadAsync(_ticket), c => !c.IsPublic).AuthorKind);
    }

    [Fact]
    public async Task Do_not_hide_what_an_agent_changes_on_a_ticket_that_was_triaged()
    {
        await TellAsync("ticket.created");
        await WorkAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        _desk.Zendesk.Agent(1).SetsPriority(_ticket, "low");
        _desk.Zendesk.Agent(1).Writes(_ticket, "I have refunded the second charge.");
        await TellAsync("ticket.priority_changed");
        await WorkAsync();

        Assert.Equal("low", (await _desk.TicketAsync(_ticket))!.Given.Priority);
        Assert.Contains(await _desk.ThreadAsync(_ticket), c => c.Body == "I have refunded the second charge.");
        Assert.Equal("low", _desk.Zendesk.Ticket(_ticket).Priority);
    }

    [Fact]
    public async Task Bring_what_was_merged_or_deleted_meanwhile_too()
    {
        var other = _desk.Zendesk.Customer(1).Opens("Charged twice again", "The same again.");
        await TellAsync("ticket.created");
        await TellAsync("ticket.created", other);
        await WorkAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        _desk.Zendesk.Agent(1).Merges(_ticket, other);
        await TellAsync("ticket.merged", other);
        await WorkAsync();
        Assert.False(TicketStatus.IsUnsolved((await _desk.TicketAsync(other))!.Status));

        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        _desk.Zendesk.Agent(1).Deletes(_ticket);
        await TellAsync("ticket.soft_deleted");
        await WorkAsync();
        Assert.Equal(TicketStatus.Deleted, (await _desk.TicketAsync(_ticket))!.Status);
        Assert.Empty(await _desk.ThreadAsync(_ticket));
    }

    private async Task TellAsync(string kind, long? ticket = null) =>
        Assert.True((await Webhook.OfEvent(ticket ?? _ticket, kind, at: _desk.Clock.GetUtcNow()).SendAsync(_desk.Product)).IsSuccessStatusCode);

    private Task FetchAsync() => InsideAsync(services => services.GetRequiredService<WorkDeskEvents>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, TestContext.Current.CancellationToken));

    /// <summary>All that the jobs do, until nothing is left.</summary>
    private async Task WorkAsync()
    {
        await FetchAsync();
        Assert.Empty(await _desk.LookAsync(db => db.DeskEvents.Where(e => e.WorkedAt == null).Select(e => e.Error).ToListAsync()));
        await _desk.Product.WorkOffAsync(SyncedDesk.Tenant);
        await InsideAsync(async services =>
        {
            for (var rounds = 0; await services.GetRequiredService<WriteBackOwed>().RunAsync(TestContext.Current.CancellationToken) > 0; rounds++) Assert.True(rounds < 10);
        });
    }

    private Task InsideAsync(Func<IServiceProvider, Task> work) => _desk.Product.InsideAsync(work, SyncedDesk.Tenant);

    private int OurWrites() => _desk.Zendesk.Updates.Count(update => update.TicketId == _ticket && update.Channel == "api");

    private int Fetches() => _desk.Zendesk.Requests.All.Count(r => r.Method == "GET" && Path.ChangeExtension(r.Path, null) == $"/api/v2/tickets/{_ticket}");
}
