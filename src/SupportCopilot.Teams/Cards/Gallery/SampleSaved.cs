using SupportCopilot.Questions;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Tickets;

namespace SupportCopilot.Teams.Cards.Gallery;

/// <summary>Reports and alerts of a desk that does not exist.</summary>
internal static class SampleSaved
{
    private static readonly DateTime Monday = new(2026, 3, 16, 9, 0, 0, DateTimeKind.Utc);

    private static readonly SavedThing Refunds = new(1_000_001, "report", "weekly refunds", "refund requests last week by product")
    {
        When = "every Monday at 09:00",
        NextAt = Monday,
        Next = "Monday 16 March 2026 at 09:00 (Europe/London)",
        TimeZone = "Europe/London",
        Place = "in Support leads",
        State = "on",
    };

    private static readonly SavedThing Backlog = new(1_000_002, "alert", "backlog over 200", "backlog") { When = "when it is over 200", TimeZone = "Europe/London", Place = "to you alone", State = "on" };

    public static Answer One => new("00000000000000000000000000000031", AnswerKind.Saved, "Saved as «weekly refunds». It comes every Monday at 09:00, next on Monday 16 March 2026 at 09:00 (Europe/London).") { Saved = [Refunds] };

    public static Answer List => new("00000000000000000000000000000032", AnswerKind.Saved, "You have 4 reports and alerts.")
    {
        Saved =
        [
            new(3, "digest", "the weekly digest for General", "") { When = "every Monday at 08:00", Next = "Monday 16 March 2026 at 08:00 (Europe/London)", NextAt = Monday, Place = "for General", State = "on" },
            Refunds,
            Backlog with { State = "snoozed", SnoozedUntil = Monday },
            new(1_000_003, "report", "CSAT of the month", "CSAT last month by group") { State = "stopped", StoppedBecause = "its words would now be read otherwise", Owner = "Priya Nair" },
        ],
    };

    public static ReportPost Report => new("weekly refunds", 1_000_001, "every Monday at 09:00", SampleAnswers.Bars);

    public static AlertPost Alert => new("backlog over 200", 1_000_002, "212, which is over 200: backlog, seen on Wednesday 11 March 2026 at 12:02 (Europe/London).") { Question = "backlog", Note = "I tell again once it has come back to 190 or less." };

    public static NoticePost Notice => new("«CSAT of the month» is stopped: its words would now be read otherwise. Ask the question again and save it anew.");

    public static IReadOnlyList<TicketRow> Tickets =>
    [
        new(1207, "zendesk", "88120", "Charged twice for my order", "open", "urgent", "billing", "Ada Jones", "Sam Lee", "Billing", Monday.AddDays(-1), Monday),
        new(1211, "zendesk", "88116", "Cannot sign in", "pending", "urgent", "account", "Tom Lee", null, null, Monday.AddDays(-2), Monday),
    ];
}
