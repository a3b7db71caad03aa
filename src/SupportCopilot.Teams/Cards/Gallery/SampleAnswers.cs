using System.Globalization;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Teams.Cards.Gallery;

/// <summary>Answers about a desk that does not exist.</summary>
internal static class SampleAnswers
{
    private const string Week = "tickets created 2026-03-09 – 2026-03-15 (Europe/London)";

    private static readonly AnswerColumn Category = new("category", "dimension");
    private static readonly AnswerColumn Tickets = new("tickets", "measure", "tickets");

    public static Answer Figure => new(Id(1), AnswerKind.Answer, "41 urgent tickets were created last week (9–15 Mar 2026).")
    {
        Interpretation = Week + ", priority is urgent",
        Columns = [Tickets],
        Rows = [[41]],
        Total = 41,
        Tickets = Behind(1, 41),
        ElapsedMs = 3.2,
        Suggestions = ["and by category?", "and the week before?", "and per day?"],
    };

    public static Answer Bars => new(Id(2), AnswerKind.Answer, "Most of the 41 urgent tickets of last week (9–15 Mar 2026) were about billing: 19.")
    {
        Interpretation = Week + ", priority is urgent, by category",
        Columns = [Category, Tickets],
        Rows = [["billing", 19], ["technical", 12], ["account", 6], ["shipping", 4]],
        Total = 41,
        Tickets = Behind(2, 41),
        Chart = Chart("bar"),
        ElapsedMs = 4.2,
        Suggestions = ["and by channel?", "only billing"],
    };

    public static Answer ManyBars => new(Id(3), AnswerKind.Answer, "1,953 tickets in 62 organizations; the most came from Northwind Traders of the North: 63.")
    {
        Interpretation = "tickets created 2026-02-01 – 2026-02-28 (Europe/London), by organization",
        Columns = [new("organization", "dimension"), Tickets],
        Rows = [.. Enumerable.Range(0, 62).Select(i => (IReadOnlyList<object?>)[i == 0 ? "Northwind Traders of the North" : $"Organization {i + 1}", 63 - i])],
        Total = 1_953,
        Tickets = Behind(3, 1_953),
        Chart = Chart("bar"),
        ElapsedMs = 11.8,
    };

    public static Answer Trend => new(Id(4), AnswerKind.Answer, "4,102 tickets in 13 weeks; the most, 402, in the week of 2 Mar 2026.")
    {
        Interpretation = "tickets created 2025-12-15 – 2026-03-15 (Europe/London), per week",
        Plan = new Plan([new("tickets", "created")]) { Grain = "week" },
        Columns = [new("week", "dimension"), Tickets],
        Rows = [.. Weeks(13).Select((week, i) => (IReadOnlyList<object?>)[week, 260 + (i * 37 % 90) + (i * 5)])],
        Total = 4_102,
        Tickets = Behind(4, 4_102),
        Chart = Chart("line"),
        From = "rollup",
        ElapsedMs = 1.1,
        Suggestions = ["and per day?", "and by category?"],
    };

    public static Answer TrendByCategory => new(Id(5), AnswerKind.Answer, "Median first reply was longest for technical tickets: 3 h 20 min in the week of 9 Mar 2026.")
    {
        Interpretation = "median first reply time of tickets created 2026-02-09 – 2026-03-15 (Europe/London), per week, by category",
        Plan = new Plan([new("medianFirstReplyMinutes", "created")]) { Grain = "week", GroupBy = ["category"] },
        Columns = [new("week", "dimension"), Category, new("medianFirstReplyMinutes", "measure", "minutes")],
        Rows = [.. Weeks(5).SelectMany((week, i) => (IReadOnlyList<object?>[])[[week, "billing", 70.5 + (i * 9)], [week, "technical", i == 2 ? null : 160.0 + (i * 10)]])],
        Tickets = Behind(5, 1_204),
        Chart = Chart("line"),
        ElapsedMs = 9.4,
    };

    public static Answer Comparison => new(Id(6), AnswerKind.Answer, "312 tickets last week (9–15 Mar 2026), 13.9 % more than the week before (274).")
    {
        Interpretation = Week + ", by channel, against 2026-03-02 – 2026-03-08",
        Columns = [new("channel", "dimension"), Tickets, new("tickets", "before", "tickets"), new("tickets", "change", "share")],
        Rows = [["email", 190, 160, 0.1875], ["chat", 80, 92, -0.1304], ["web", 42, 22, 0.9091]],
        Total = 312,
        Tickets = Behind(6, 312),
        Chart = Chart("groupedBar"),
        ElapsedMs = 6.0,
    };

    public static Answer TwoDimensions => new(Id(7), AnswerKind.Answer, "41 urgent tickets last week (9–15 Mar 2026); billing by email is the largest part: 11.")
    {
        Interpretation = Week + ", priority is urgent, by category and channel",
        Columns = [Category, new("channel", "dimension"), Tickets],
        Rows = [["billing", "email", 11], ["billing", "chat", 8], ["technical", "email", 9], ["technical", "chat", 3], ["account", "email", 6], ["shipping", "web", 4]],
        Total = 41,
        Tickets = Behind(7, 41),
        Chart = Chart("stackedBar"),
        ElapsedMs = 5.1,
    };

    public static Answer TableAlone => new(Id(8), AnswerKind.Answer, "Three agents solved the most tickets last week (9–15 Mar 2026); Sam Lee leads with 61.")
    {
        Interpretation = "tickets solved 2026-03-09 – 2026-03-15 (Europe/London), by agent, with median resolution and the share of good ratings, the 3 largest",
        Columns = [new("agent", "dimension"), Tickets, new("medianResolutionHours", "measure", "hours"), new("satisfiedShare", "measure", "share")],
        Rows = [["Sam Lee", 61, 26.25, 0.913], ["Ana Souza", 55, 4.1, 0.88], ["Björn Dahl", 48, 61.9, null]],
        Tickets = Behind(8, 164),
        Source = "model",
        CostUsd = 0.0004m,
        ElapsedMs = 812,
    };

    public static Answer Listed => new(Id(12), AnswerKind.Answer, "2 tickets were open at the end of 15 Mar 2026, by age, oldest first.")
    {
        Interpretation = "age of the oldest open ticket open at the end of 2026-03-15 (Europe/London), by ticket, highest 10",
        Columns = [new("ticket", "dimension"), new("oldestOpenAge", "measure", "hours")],
        Rows = [["88120", 1204.5], ["88116", 31.2]],
        Listed = [new(1207, "zendesk", "88120", "Charged twice for my order"), new(1211, "zendesk", "88116", "Cannot sign in")],
        Tickets = Behind(12, 2),
        Chart = Chart("bar"),
        ElapsedMs = 9.1,
    };

    public static Answer Choices => new(Id(9), AnswerKind.Choices, "“Slow” can mean two things here. Which one?")
    {
        Unplaced = ["slow"],
        Choices =
        [
            new("Category is performance", 212, "tickets with category performance last month"),
            new("First reply took longer than a day", 97, "tickets with first reply over 24 hours last month"),
        ],
    };

    public static Answer Refusal => new(Id(10), AnswerKind.Refusal, "I cannot answer that: two words have no place in what I know of tickets.")
    {
        Unplaced = ["churn", "NPS"],
        Suggestions = ["Tickets by organization last month", "Share of good ratings last month"],
    };

    public static Answer Working => new(Id(11), AnswerKind.Working, "Reading 12,400 tickets; the answer comes here as soon as it is ready.")
    {
        Interpretation = Week + ", about: checkout (words of the subject or of the customer's public comments)",
        Progress = new(45, 6, "reading 12,400 tickets", "/api/questions/" + Id(11)),
    };

    private static string Id(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    private static AnswerTickets Behind(int number, int count) => new(count, [1207, 1211], $"/api/questions/{Id(number)}/tickets");

    private static AnswerChart Chart(string type) => new(type, []);

    private static IEnumerable<string> Weeks(int count) =>
        Enumerable.Range(0, count).Select(i => new DateTime(2026, 3, 9).AddDays(7 * (i - count + 1)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
}
