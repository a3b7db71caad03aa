using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.Jobs;
using ZendeskSimulator.People;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Http;

/// <summary>Everything the account can be asked for; fixed words stand before variable parts.</summary>
internal static class Switches
{
    public static readonly Line[] All =
    [
        .. OAuthEndpoints.Lines,
        .. ManyTicketsEndpoints.Lines,
        .. TicketEndpoints.Lines,
        .. ThreadEndpoints.Lines,
        .. TagEndpoints.Lines,
        .. JobEndpoints.Lines,
        .. PeopleEndpoints.Lines,
        .. TicketExport.Lines,
        .. EventExport.Lines,
        .. PeopleExports.Lines,
    ];
}
