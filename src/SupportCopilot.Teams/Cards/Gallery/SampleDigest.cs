using SupportCopilot.Reports;

namespace SupportCopilot.Teams.Cards.Gallery;

/// <summary>Weeks of a desk that does not exist.</summary>
internal static class SampleDigest
{
    public static DigestPost Full => new("Support at Example Ltd", "2026-03-09 – 2026-03-15", "Europe/London")
    {
        Figures =
        [
            new("Tickets created", 312, 274, "tickets", "How many tickets were created last week?"),
            new("Backlog", 188, 201, "tickets", "How many tickets are open?"),
            new("Median first reply", 92.5, 118, "minutes", "Median first reply time last week"),
            new("Median resolution", 26.2, 25.1, "hours", "Median resolution time last week"),
            new("SLA kept", 0.943, 0.921, "share", "Share of tickets within SLA last week"),
            new("Good ratings", null, 0.88, "share", "Share of good ratings last week"),
        ],
        Movers = [new("category", "billing", 96, 61), new("product", "Calendar", 40, 18), new("channel", "chat", 80, 92)],
        Clusters = [new(17, "Charged twice for one order", 128, 14), new(21, "Calendar events do not appear", 44, 12)],
    };

    public static DigestPost Quiet => new("Support at Example Ltd", "2026-12-21 – 2026-12-27", "Europe/London")
    {
        Figures = [new("Tickets created", 0, 0, "tickets", "How many tickets were created last week?"), new("Median first reply", null, null, "minutes", "")],
    };
}
