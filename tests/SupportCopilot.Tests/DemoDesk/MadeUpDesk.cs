using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.DemoDesk;

/// <summary>Some thousand tickets of the made-up desk, with the problem under each; made once for all tests.</summary>
public sealed class MadeUpDesk
{
    internal static readonly DateTime Now = new(2026, 11, 18, 13, 30, 0, DateTimeKind.Utc);

    internal DeskMaterial Material { get; } = DeskMaterial.Load();

    internal IReadOnlyList<(IncomingTicket Ticket, Problem Problem)> Known { get; }

    public IReadOnlyList<IncomingTicket> Tickets { get; }

    public MadeUpDesk()
    {
        var generator = new TicketGenerator(Material, Now);
        Known = [.. Enumerable.Range(1, 8000).Select(generator.MakeKnown)];
        Tickets = [.. Known.Select(known => known.Ticket)];
    }

    public static string TextOf(IncomingTicket ticket) => $"{ticket.Subject} {ticket.Comments![0].Body}";
}
