using System.Globalization;
using SupportCopilot.Questions;

namespace SupportCopilot.Teams.Cards.Gallery;

/// <summary>Reasons, quotes and estimates of a desk that does not exist.</summary>
internal static class SampleReasons
{
    private static readonly DateTime Day = new(2026, 3, 11, 9, 30, 0, DateTimeKind.Utc);

    private static readonly AnswerColumn Tickets = new("tickets", "measure", "tickets"), Before = new("tickets", "before", "tickets"), Change = new("tickets", "change", "share");

    private static readonly IReadOnlyList<AnswerTheme> Found =
    [
        new("Card declined at checkout", 42, 0.467, "cluster")
        {
            Before = 12,
            Change = 2.5,
            Contribution = 0.612,
            Sentiment = -0.62,
            Negative = 0.81,
            Quotes = [Quote(1207, "Declined", "My card is declined at the checkout although the bank says it is fine."), Quote(1211, "Checkout", "I tried three cards. None of them works."), Quote(1302, "Payment", "It took my money and then said declined.")],
            Recommendation = new("Ask for the last four digits, then retry the payment with 3-D Secure switched on.", "approved resolution of a cluster", "/api/clusters/17"),
        },
        new("Coupon refused", 21, 0.233, "likeness")
        {
            Before = 18,
            Change = 0.167,
            Contribution = 0.061,
            Sentiment = -0.31,
            Negative = 0.52,
            Quotes = [Quote(1340, "Coupon", "The coupon is refused at checkout for no reason.")],
        },
    ];

    public static Answer Themes => new(Id(21), AnswerKind.Answer, "90 tickets with sentiment negative about checkout were created last week (9–15 Mar 2026), 119.5 % more than 2–8 Mar 2026 (41). I take tickets that sound negative for complaints.")
    {
        Interpretation = "tickets created 2026-03-09 – 2026-03-15 (Europe/London), sentiment is negative, about: checkout (words of the subject or of the customer's public comments)",
        Columns = [new("theme", "dimension"), Tickets, Before, Change, new("shareOfAll", "measure", "share")],
        Rows = [["Card declined at checkout", 42, 12, 2.5, 0.467], ["Coupon refused", 21, 18, 0.167, 0.233], ["(other)", 27, 11, 1.455, 0.3]],
        Total = 90,
        Tickets = new(90, [1207, 1211], "/api/questions/" + Id(21) + "/tickets"),
        Chart = new("groupedBar", []),
        Themes = Found,
        ElapsedMs = 840,
    };

    public static Answer Changed => new(Id(22), AnswerKind.Answer, "Refunds rose from 118 (2–8 Mar 2026) to 187 (9–15 Mar 2026), 58.5 % more. By product, Gadget Pro accounts for 71 % of the rise (31 before, 80 now). These figures show what went together, not what caused it.")
    {
        Interpretation = "tickets created 2026-03-09 – 2026-03-15 (Europe/London), subcategory is refund request, compared with 2026-03-02 – 2026-03-08",
        Columns = [new("product", "dimension"), Tickets, Before, Change, new("contribution", "contribution", "share")],
        Rows = [["Gadget Pro", 80, 31, 1.581, 0.71], ["Widget", 61, 49, 0.245, 0.174], [null, 46, 38, 0.211, 0.116]],
        Total = 187,
        Tickets = new(187, [1400], "/api/questions/" + Id(22) + "/tickets"),
        Chart = new("groupedBar", []),
        ElapsedMs = 512,
    };

    public static Answer Quotes => new(Id(23), AnswerKind.Answer, "6 tickets with organization Contoso about the new invoice were created in March (1–31 Mar 2026). These are their customers' words.")
    {
        Interpretation = "tickets created 2026-03-01 – 2026-03-31 (Europe/London), organization is Contoso, about: new invoice (words of the subject or of the customer's public comments)",
        Tickets = new(6, [1501], "/api/questions/" + Id(23) + "/tickets"),
        Quotes = [Quote(1501, "Invoice", "The new invoice shows a wrong total."), Quote(1502, "Invoice again", "Why is VAT on the new invoice twice?")],
        ElapsedMs = 61,
    };

    public static Answer Estimate => new(Id(24), AnswerKind.Working, "About 12,300 tickets (subject or comments contains \"refund\") were created this year (1 Jan – 15 Mar 2026) (95 % sure: 11,800 to 12,800). This is an estimate from a sample of 961 tickets (one in 13 was looked at). The exact answer is being worked out and comes here.")
    {
        Interpretation = "tickets created 2026-01-01 – 2026-03-15 (Europe/London), subject or comments contains \"refund\", by channel",
        Columns = [new("channel", "dimension"), Tickets, new("tickets", "low", "tickets"), new("tickets", "high", "tickets")],
        Rows = [["email", 7_200, 6_700, 7_700], ["chat", 3_100, 2_800, 3_500], ["web", 2_000, 1_700, 2_300]],
        Estimate = new(13, 961, 0.95),
        Progress = new(0, null, "counting exactly", "/api/questions/" + Id(24)),
    };

    private static AnswerQuote Quote(long ticket, string subject, string text) => new(ticket, subject, text, Day);

    private static string Id(int number) => number.ToString("x32", CultureInfo.InvariantCulture);
}
