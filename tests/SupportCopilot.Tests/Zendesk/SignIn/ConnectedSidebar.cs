using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Tickets;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Zendesk.SignIn;

/// <summary>A product whose sidebar is opened from a Zendesk account that answers: its tickets and people are there, and nothing has been synced.</summary>
public sealed class ConnectedSidebar : SidebarProduct
{
    public const long Admin = 10_000;
    public const long FirstAgent = 10_001;
    public const long Customer = 1_000_001;

    public ConnectedSidebar() : this(null) { }

    private ConnectedSidebar(TimeProvider? clock) : base(new SignedApp(), services => { if (clock is not null) services.AddSingleton(clock); })
    {
        Zendesk = new(new() { Tickets = 60, ClientId = "client", ClientSecret = "secret" }, clock);
        Outside.Has(DeskSettings.Host, Zendesk.SendAsync);
    }

    public SimulatedZendesk Zendesk { get; }

    public static string Assist(long ticket) => $"/api/tickets/by-source/zendesk/{ticket.ToString(CultureInfo.InvariantCulture)}/assist";

    /// <summary>The group that a ticket is in, once it is here.</summary>
    public Task<long> GroupOfAsync(long ticket) => DatabaseAsync(
        async db => (await db.Tickets.SingleAsync(t => t.Source == TicketSource.Zendesk && t.ExternalId == ticket.ToString(CultureInfo.InvariantCulture))).GroupId!.Value, "default");

    /// <summary>Lets somebody see one group alone.</summary>
    public Task RestrictAsync(long user, long groupId) => DatabaseAsync(async db =>
    {
        var person = await db.People.SingleAsync(p => p.Source == TicketSource.Zendesk && p.ExternalId == user.ToString(CultureInfo.InvariantCulture));
        db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = groupId.ToString(CultureInfo.InvariantCulture) });
        return await db.SaveChangesAsync();
    }, "default");
}
