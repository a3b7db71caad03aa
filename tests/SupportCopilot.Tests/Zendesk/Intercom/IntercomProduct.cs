using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Tests.Zendesk.Intercom;

public sealed class IntercomProduct() : Product(Notification.Settings)
{
    private int _conversations;

    /// <summary>An id that no other test has.</summary>
    public string NewConversation() => $"c{Interlocked.Increment(ref _conversations)}";

    /// <summary>Sends notifications one after the other, and works them off after each or after all.</summary>
    public async Task TakeAsync(IEnumerable<Notification> notifications, bool oneByOne = false)
    {
        foreach (var notification in notifications)
        {
            Assert.True((await notification.SendAsync(this)).IsSuccessStatusCode);
            if (oneByOne) await WorkDeskEventsAsync();
        }

        await WorkDeskEventsAsync();
    }

    public Task WorkDeskEventsAsync() => InsideAsync(
        services => services.GetRequiredService<WorkDeskEvents>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, TestContext.Current.CancellationToken), tenant: "default");

    public Task<List<DeskEvent>> EventsAsync(string conversation) => DatabaseAsync(db => db.DeskEvents.AsNoTracking().Where(e => e.TicketExternalId == conversation).ToListAsync(), tenant: "default");

    public Task<Ticket?> TicketAsync(string conversation) => DatabaseAsync(db => db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.Source == "intercom" && t.ExternalId == conversation), tenant: "default");

    public async Task<IReadOnlyList<Comment>> ThreadAsync(string conversation)
    {
        var ticket = (await TicketAsync(conversation))!.Id;
        return await DatabaseAsync(db => db.Comments.AsNoTracking().Where(c => c.TicketId == ticket).OrderBy(c => c.Position).ToListAsync(), tenant: "default");
    }
}
