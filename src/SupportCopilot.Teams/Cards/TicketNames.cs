using System.Globalization;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>What tickets are called at their desk, and where they are opened. One that is not known here keeps our own number.</summary>
internal sealed class TicketNames(IReadOnlyDictionary<long, TicketName> known)
{
    /// <summary>Without any.</summary>
    public static TicketNames None { get; } = new(new Dictionary<long, TicketName>());

    /// <summary>A ticket by our number, as #88120, with its address behind it.</summary>
    public TextRun Of(long id) => known.TryGetValue(id, out var name) ? Linked("#" + name.ExternalId, name.Address) : Words.Run("#" + id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Words that name a ticket, with its address behind them where that is known.</summary>
    public TextRun Linked(long id, string words) => Linked(words, known.TryGetValue(id, out var name) ? name.Address : null);

    /// <summary>Words with an address behind them; without one, the words.</summary>
    public static TextRun Linked(string words, Uri? address) =>
        address is null ? Words.Run(words) : Words.Run(words) with { SelectAction = new OpenUrlAction("Open the ticket", address.AbsoluteUri) };
}

/// <summary>What a ticket is called.</summary>
/// <param name="ExternalId">Its id at the desk.</param>
/// <param name="Address">Where it is opened; null where nowhere.</param>
internal sealed record TicketName(string ExternalId, Uri? Address);
