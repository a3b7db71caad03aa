using SupportCopilot.Tests.Zendesk;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Simulator.Contract;

/// <summary>What the product asks of Zendesk stands in Zendesk's own description: every test on a <see cref="SyncedDesk"/> checks it at its end, and this one that it is checked.</summary>
public sealed class ProductKeepsTheContract
{
    [Fact]
    public async Task When_it_reads_an_account_and_fetches_a_ticket()
    {
        ZendeskContract.Load();
        await using var desk = await SyncedDesk.WithAsync(new() { Tickets = 40 });

        await desk.SyncAsync();
        await desk.FetchAsync(7, FetchUrgency.Person);

        Assert.Superset(new HashSet<string> { "IncrementalTicketExportCursor", "IncrementalTicketEvents", "ShowTicket", "ListTicketComments" }, desk.Asked.Keys.ToHashSet());
    }
}
