using ZendeskSimulator.Accounts;
using ZendeskSimulator.Exports;
using ZendeskSimulator.HelpCenter;
using ZendeskSimulator.Jobs;
using ZendeskSimulator.Macros;
using ZendeskSimulator.People;
using ZendeskSimulator.Ratings;
using ZendeskSimulator.Searching;
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
        .. MetricEventExport.Lines,
        .. MetricEndpoints.Lines,
        .. DeletedTicketEndpoints.Lines,
        .. MergeEndpoints.Lines,
        .. RatingEndpoints.Lines,
        .. SearchEndpoints.Lines,
        .. MacroEndpoints.Lines,
        .. HelpCenterEndpoints.Lines,
    ];
}
