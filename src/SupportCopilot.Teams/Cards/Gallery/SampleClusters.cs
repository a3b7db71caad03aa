using System.Text;
using SupportCopilot.Clusters;

namespace SupportCopilot.Teams.Cards.Gallery;

/// <summary>Clusters of a desk that does not exist, in every state.</summary>
internal static class SampleClusters
{
    private static readonly DateTime Decided = new(2026, 3, 16, 9, 42, 0, DateTimeKind.Utc);

    public static ClusterDetail Proposed => new(17, "Charged twice for one order", "proposed", 128, 3)
    {
        Terms = ["charged twice", "second charge", "refund", "order", "statement"],
        Resolution = "A second charge for one order is a double authorisation by the card's bank.\nIt is voided by itself within three business days; the statement shows that after five to ten days.\nIf it is still there after ten days, refund the second charge and tell the customer its reference.",
        Examples =
        [
            new(1207, "Charged twice for my order", 0.94), new(1211, "Two charges on my card for a single purchase", 0.91), new(1302, "Why was I billed 2x?", 0.88),
        ],
        NewThisWeek = 14,
        NewTheWeekBefore = 9,
        FirstTicketAt = new(2026, 1, 4, 10, 0, 0, DateTimeKind.Utc),
        LastTicketAt = new(2026, 3, 15, 17, 0, 0, DateTimeKind.Utc),
    };

    public static ClusterDetail WithoutResolution => Proposed with
    {
        Id = 18,
        Name = "Calendar events do not appear",
        Size = 1,
        Version = 1,
        Resolution = null,
        Terms = [],
        Examples = [new(1400, "Calendar events do not appear", 1)],
        NewThisWeek = 1,
        NewTheWeekBefore = 0,
        FirstTicketAt = Decided,
        LastTicketAt = Decided,
    };

    public static ClusterDetail Approved => Proposed with { State = "approved", Version = 4, DecidedBy = "Priya Nair", DecidedAt = Decided, ArticleId = 311 };

    public static ClusterDetail Published => Approved with { State = "published", Version = 5, DecidedAt = Decided.AddMinutes(3) };

    public static ClusterDetail Rejected => Proposed with
    {
        State = "rejected",
        Version = 4,
        DecidedBy = "Priya Nair",
        DecidedAt = Decided,
        RejectReason = "Two different causes are mixed here: double authorisations, and orders that were placed twice.",
    };

    public static ClusterDetail Edited => Proposed with { Version = 4, Resolution = "The second charge is voided by itself within three business days. After ten days, refund it." };

    public static ClusterDetail Gone => Proposed with { State = "gone", Size = 0, Version = 6, Examples = [], NewThisWeek = 0, NewTheWeekBefore = 0, FirstTicketAt = null, LastTicketAt = null };

    public static ClusterDetail Long => Proposed with { Resolution = Lines("Step {0}: check the order, then the payment, then the statement, and write down what was found.", 100) };

    public static ClusterDetail TooLong => Proposed with { Resolution = Lines("Шаг {0}: проверьте заказ, затем платёж, затем выписку по карте, и запишите найденное.", 100) };

    private static string Lines(string words, int count)
    {
        var lines = new StringBuilder();
        for (var i = 1; i <= count; i++) lines.Append(words.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)).Append('\n');
        return lines.ToString();
    }
}
