using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.WritingBack;
using SupportCopilot.Zendesk.Webhooks;
using ZendeskSimulator.Webhooks;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

/// <summary>The whole way: people work in a simulated account, which tells of it by the webhook and the triggers that the app brings, doubled and out of order.</summary>
public sealed class ToldByASimulatedAccount : IAsyncLifetime
{
    private SyncedDesk _desk = null!;
    private WebhookSender _told = null!;

    public async ValueTask InitializeAsync()
    {
        _desk = await SyncedDesk.WithAsync(new() { Tickets = 20 }, null, "SupportCopilot:Zendesk:WriteBack=Full", $"SupportCopilot:Zendesk:WebhookSecrets:0={Zendesk.Webhooks.Webhook.GoodSecret}");
        _told = Tells(Trigger.OfRequirements(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "zendesk-app", "requirements.json"))));
    }

    public async ValueTask DisposeAsync()
    {
        _told.Dispose();
        await _desk.DisposeAsync();
    }

    [Fact]
    public async Task Everything_that_people_do_arrives()
    {
        var opened = Enumerable.Range(1, 6).Select(i => _desk.Zendesk.Customer(i).Opens($"Order {i} is late", $"I ordered {i} weeks ago.")).ToList();
        await DeliverAsync();
        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var (ticket, i) in opened.Select((ticket, i) => (ticket, i)))
        {
            _desk.Zendesk.Agent(1).Writes(ticket, $"It left today, {i}.");
            _desk.Zendesk.Agent(2).AddsTags(ticket, $"wave_{i}");
            _desk.Zendesk.Customer(i + 1).Writes(ticket, "Thank you!");
        }

        _desk.Zendesk.Agent(1).Solves(opened[0]);
        _desk.Zendesk.Agent(1).Writes(3, "An old one, looked at again.", isPublic: false);
        await DeliverAsync();

        Assert.True(_told.Attempts.Count > _told.Attempts.Select(a => a.Invocation.Id).Distinct().Count(), "Nothing came twice, so nothing was proved.");
        Assert.All(_told.Attempts, attempt => Assert.True(attempt.IsTaken));
        Assert.Equal(_told.Attempts.Select(a => a.Invocation.Id).Distinct().Count(), await _desk.LookAsync(db => db.DeskEvents.CountAsync()));
        foreach (var ticket in opened.Append(3)) await IsAsThereAsync(ticket);
    }

    [Fact]
    public async Task Our_own_writes_call_nobody_back_and_what_an_agent_does_after_them_does()
    {
        var ticket = _desk.Zendesk.Customer(1).Opens("Charged twice", "You charged my card twice. Please refund me today, this is urgent!");
        await DeliverAsync();
        await WorkAsync();
        Assert.Contains("copilot_triaged", _desk.Zendesk.Ticket(ticket).Tags);
        Assert.Equal(0, _told.Waiting);

        _desk.Clock.Advance(TimeSpan.FromMinutes(1));
        _desk.Zendesk.Agent(1).SetsPriority(ticket, "low");
        Assert.Equal(1, _told.Waiting);
        await DeliverAsync();
        await WorkAsync();
        Assert.Equal("low", (await _desk.TicketAsync(ticket))!.Given.Priority);
    }

    [Fact]
    public async Task Every_event_of_our_own_writes_may_come_back_without_end_and_is_no_loop()
    {
        using var events = Tells([]);
        var ticket = _desk.Zendesk.Customer(1).Opens("Charged twice", "You charged my card twice. Please refund me today, this is urgent!");
        for (var round = 0; round < 4; round++)
        {
            await events.DeliverAsync(TestContext.Current.CancellationToken);
            await FetchAsync();
            await WorkAsync();
        }

        Assert.True(events.Attempts.Count(a => a.Invocation.Type is "ticket.tags_changed") > 0, "Our write was not told of, so nothing was proved.");
        Assert.Single(_desk.Zendesk.Updates, update => update.TicketId == ticket && update.Channel == "api");
        Assert.Equal((0, Owed.Nothing), (events.Waiting, (await _desk.TicketAsync(ticket))!.Owed));
    }

    [Fact]
    public async Task What_no_webhook_told_is_made_good_by_the_sync()
    {
        var ticket = _desk.Zendesk.Customer(1).Opens("Nobody told", "The webhook was lost on its way.");
        _desk.WaitForExports();
        await _desk.SyncAsync();
        await IsAsThereAsync(ticket);
    }

    private WebhookSender Tells(IReadOnlyList<Trigger> triggers) => _desk.Zendesk.Tells(
        new(new Uri("http://localhost/api/zendesk/webhooks/default"), Zendesk.Webhooks.Webhook.GoodSecret) { Triggers = triggers, Duplicates = 0.3, Disorder = 8, Concurrency = 4 }, _desk.Product.Anonymous());

    private async Task DeliverAsync()
    {
        await _told.DeliverAsync(TestContext.Current.CancellationToken);
        await FetchAsync();
    }

    private Task FetchAsync() => _desk.Product.InsideAsync(
        services => services.GetRequiredService<WorkDeskEvents>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, TestContext.Current.CancellationToken), SyncedDesk.Tenant);

    private async Task WorkAsync()
    {
        await _desk.Product.WorkOffAsync(SyncedDesk.Tenant);
        await _desk.Product.InsideAsync(async services =>
        {
            for (var rounds = 0; await services.GetRequiredService<WriteBackOwed>().RunAsync(TestContext.Current.CancellationToken) > 0; rounds++) Assert.True(rounds < 10);
        }, SyncedDesk.Tenant);
    }

    private async Task IsAsThereAsync(long ticket)
    {
        var (there, here) = (_desk.Zendesk.Ticket(ticket), (await _desk.TicketAsync(ticket))!);
        Assert.Equal((there.Subject, there.Status), (here.Subject, here.Status));
        Assert.Equal(there.Comments.Select(c => (c.Body, c.IsPublic)), (await _desk.ThreadAsync(ticket)).Select(c => (c.Body, c.IsPublic)));
        Assert.Equal(there.Tags.Order(StringComparer.Ordinal), (await _desk.LookAsync(db => db.TicketTags.Where(t => t.TicketId == here.Id).Select(t => t.Tag).ToListAsync())).Order(StringComparer.Ordinal));
    }
}
