using SupportCopilot.Clusters;

namespace SupportCopilot.BrowserTests;

/// <summary>Clusters of the desk that wait for a decision.</summary>
internal static class KnownClusters
{
    public const string ChargedTwice = "Charged twice for one order";
    public const string StoppedExport = "The export stops at 10,000 rows";
    public const string LateParcel = "A parcel does not move";

    public const string ChargedTwiceResolution =
        "A second charge for one order is a double authorisation by the card's bank.\nIt is voided within three business days; the statement shows that after five to ten days.\nIf it is still there then, refund it and tell the customer the refund's reference.";

    /// <summary>The clusters, without their tickets.</summary>
    public static IReadOnlyList<(Cluster Cluster, string[] TicketIds)> All(DateTime now) =>
    [
        (Proposed(ChargedTwice, "charged twice, second charge, refund, order", ChargedTwiceResolution, now), [KnownTickets.ChargedTwice, KnownTickets.PaidTwice]),
        (Proposed(StoppedExport, "export, rows, csv", "An export of more than 10,000 rows comes by e-mail as a zip file.", now), ["filler-0", "filler-12"]),
        (Proposed(LateParcel, "parcel, moved, week", "Have the carrier search for a parcel that has not moved for five days.", now), ["filler-1", "filler-13"]),
    ];

    private static Cluster Proposed(string name, string terms, string resolution, DateTime now) =>
        new() { Name = name, Terms = terms, Resolution = resolution, Size = 2, FoundAt = now, UpdatedAt = now };
}
