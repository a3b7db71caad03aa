using System.Globalization;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Where people see a ticket in the account that it came from.</summary>
internal sealed class DeskLinks(DeskConnections connections) : IDeskLinks
{
    public async Task<Func<string, string, Uri?>> OfAsync(int tenantId, CancellationToken ct)
    {
        if (await connections.OfAsync(tenantId, ct) is not { Zendesk.Origins: [var origin, ..] }) return (_, _) => null;
        return (source, id) => source == TicketSource.Zendesk && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Uri(string.Create(CultureInfo.InvariantCulture, $"{origin}/agent/tickets/{number}"))
            : null;
    }
}
