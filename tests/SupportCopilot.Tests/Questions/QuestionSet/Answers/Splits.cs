using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Figures split by dimensions and calendar, ranked and bounded.</summary>
internal static class Splits
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask LastWeek => T.In("2026-06-08", "2026-06-14");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Quarter => T.In("2026-04-01", "2026-06-18");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("Tickets by category last month", May.By(Category).Expected),
        ("breakdown of May's tickets by channel and priority", May.By(Channel).By(t => t.Given.Priority).Expected),
        ("How do last week's tickets split across the teams?", LastWeek.By(t => t.Group?.Name).Expected),
        ("Number of tickets per brand and month in 2026", Year.By(t => t.Brand).Per(AsMonth).Expected),
        ("volume per agent yesterday", T.In("2026-06-17").By(Agent).Expected),
        ("tickets per language, last 12 months", Ask.Either(
            T.In("2025-06-18", "2026-06-17").By(t => t.Given.Language), T.In("2025-06-19", "2026-06-18").By(t => t.Given.Language), T.In("2025-06-18", "2026-06-18").By(t => t.Given.Language), T.In("2025-06-01", "2026-05-31").By(t => t.Given.Language))),
        ("Show me tickets per organization for Q1 2026", Q1.By(Organization).Expected),
        ("How are open tickets distributed by status?", T.Where(OpenAt(SetDesk.AsOf)).By(t => t.Status).Expected),
        ("counts by tag for May", May.ByEach(t => t.Tags!).Expected),
        ("For each product, how many tickets did we get in May?", May.By(t => t.Product).Expected),
        ("tickets by sentiment this quarter", Quarter.By(t => t.Given.Sentiment).Expected),
        ("tickets per root cause in Q1", Q1.By(t => t.Given.RootCause).Expected),
        ("requests by customer in May", May.By(Customer).Expected),
        ("tickets by type, year to date", Year.By(t => t.Type).Expected),
        ("urgency of the tickets from last week", LastWeek.By(t => t.Given.Urgency).Expected),

        ("tickets per day last week", LastWeek.Per(AsDay).Expected),
        ("Weekly ticket volume since April", Quarter.Per(AsWeek).Expected),
        ("monthly trend of billing tickets over the last 12 months", Ask.Either(
            T.In("2025-06-18", "2026-06-17").Where(Demands.Category("billing")).Per(AsMonth), T.In("2025-06-19", "2026-06-18").Where(Demands.Category("billing")).Per(AsMonth), T.In("2025-06-01", "2026-05-31").Where(Demands.Category("billing")).Per(AsMonth))),
        ("How many tickets per hour of the day did we get in May?", May.By(Hour).Expected),
        ("On which weekday do we receive the most tickets?", T.By(Weekday).Top(1).Expected),
        ("busiest hour of the day last month", May.By(Hour).Top(1).Expected),
        ("tickets by quarter since 2025", T.In("2025-01-01", "2026-06-18").Per(AsQuarter).Expected),
        ("Which day in May had the most tickets?", May.Per(AsDay).Top(1).Expected),
        ("How did CSAT develop month by month this year?", new Ask(Csat).In("2026-01-01", "2026-06-18").Per(AsMonth).Expected),
        ("trend of first response time by month in 2026", Ask.Either(new Ask(MedianReply).In("2026-01-01", "2026-06-18").Per(AsMonth), new Ask(MeanReply).In("2026-01-01", "2026-06-18").Per(AsMonth))),
        ("tickets by weekday and channel in May", May.By(Weekday).By(Channel).Expected),
        ("yearly ticket count", T.Per(AsYear).Expected),
        ("hourly tickets yesterday", T.In("2026-06-17").Per(at => at.ToString("yyyy-MM-dd'T'HH:00'-04:00'", System.Globalization.CultureInfo.InvariantCulture)).Expected),
        ("cumulative tickets by week this quarter", Quarter.Per(AsWeek).Running().Expected),

        ("top 5 customers by tickets last month", May.By(Customer).Top(5).Expected),
        ("Which three organizations sent us the most tickets in Q1?", Q1.By(Organization).Top(3).Expected),
        ("bottom 3 agents by CSAT this year", new Ask(Csat).In("2026-01-01", "2026-06-18").By(Agent).Least(3).Expected),
        ("Who solved the most tickets last week?", new Ask(Solved).In("2026-06-08", "2026-06-14").By(Agent).Top(1).Expected),
        ("Which categories had more than 20 tickets in May?", May.By(Category).Having(n => n > 20).Expected),
        ("agents with fewer than 10 solved tickets in May", new Ask(Solved).In("2026-05-01", "2026-05-31").By(Agent).Having(n => n < 10).Expected),
        ("organizations with at least 15 tickets this quarter", Quarter.By(Organization).Having(n => n >= 15).Expected),
        ("What's the most common tag in May?", May.ByEach(t => t.Tags!).Top(1).Expected),
        ("Top 10 requesters this year", Year.By(Customer).Top(10).Expected),
        ("Which product gets the fewest tickets?", T.By(t => t.Product).Least(1).Expected),
        ("Which agents have a CSAT below 70% this year?", new Ask(Csat).In("2026-01-01", "2026-06-18").By(Agent).Having(n => n < 0.7).Expected),
        ("customers with more than 3 tickets in May", May.By(Customer).Having(n => n > 3).Expected),
        ("What is our most frequent category of the last two weeks?", Ask.Either(T.In("2026-06-04", "2026-06-17").By(Category).Top(1), T.In("2026-06-01", "2026-06-14").By(Category).Top(1))),
        ("busiest 5 days of the year", Year.Per(AsDay).Top(5).Expected),
    ];

    private static string? Category(IncomingTicket t) => t.Given.Category;

    private static string? Channel(IncomingTicket t) => t.Channel;

    private static string? Agent(IncomingTicket t) => t.Assignee?.Name;

    private static string? Organization(IncomingTicket t) => t.Organization?.Name;

    private static string? Customer(IncomingTicket t) => t.Requester?.Name;

    private static string? Weekday(IncomingTicket t) => t.CreatedAt is { } at ? Local(at).DayOfWeek.ToString() : null;

    private static string? Hour(IncomingTicket t) => t.CreatedAt is { } at ? $"{Local(at):HH}:00" : null;
}
