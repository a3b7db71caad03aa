using SupportCopilot.Teams.Cards.Format;
using SupportCopilot.Tickets;

namespace SupportCopilot.Teams.Cards;

/// <summary>The first of the tickets behind an answer.</summary>
internal static class TicketsCard
{
    /// <summary>How many are shown.</summary>
    public const int Shown = 10;

    /// <summary>Draws them.</summary>
    /// <param name="question">The question, in its asker's words.</param>
    /// <param name="count">How many tickets stand behind the answer.</param>
    /// <param name="rows">The newest of them.</param>
    /// <param name="address">Where a ticket is opened; null where nowhere.</param>
    public static AdaptiveCard Of(string question, int count, IReadOnlyList<TicketRow> rows, Func<TicketRow, Uri?> address) => CardSize.Fit(detail =>
    {
        var title = rows.Count == 0 ? "No ticket behind this is in your sight now." : $"The newest {Words.Count(Math.Min(rows.Count, Math.Max(1, detail.Rows)))} of {Words.Count(count, "ticket", "tickets")}";
        IEnumerable<CardElement?> body =
        [
            Words.Opening(title),
            Words.Small(Words.Cut(question, detail.Characters)),
            rows.Count == 0 ? null : Grid.Of(["Ticket", "Status", "Created"], rows.Take(Math.Max(1, detail.Rows)).Select(row => (TextRun[])
                [TicketNames.Linked($"{row.ExternalId}: {Words.Cut(row.Subject, detail.Name)}", address(row)), Words.Run(Words.Sentence(row.Status)), Words.Run(row.CreatedAt is { } at ? Days.Day(at) : Figures.None)]),
                rows.Count, names: 3),
        ];
        return new AdaptiveCard([.. body.OfType<CardElement>()]) { FallbackText = Words.Summary(title), Speak = Words.Summary(title), Teams = TeamsLayout.Full };
    });
}
