using static SupportCopilot.Tests.Questions.Tables.Expecting;

namespace SupportCopilot.Tests.Questions.Tables;

/// <summary>Periods, clocks, instants, trends and comparisons.</summary>
internal static class PeriodsAndTrends
{
    public static IReadOnlyList<(string Question, Func<QuestionDesk, Expected> Expected)> All { get; } =
    [
        ("tickets today", Count(Created("2026-03-31", "2026-03-31"))),
        ("tickets yesterday", Count(Created("2026-03-30", "2026-03-30"))),
        ("how many new tickets this week", Count(Created("2026-03-30", "2026-03-31"))),
        ("tickets created this year", Count(Created("2026-01-01", "2026-03-31"))),
        ("tickets in 2025", Count(Created("2025-01-01", "2025-12-31"))),
        ("tickets since 1 March", Count(Created("2026-03-01", "2026-03-31"))),
        ("tickets between 3 and 9 March", Count(Created("2026-03-03", "2026-03-09"))),
        ("tickets from 2026-03-09 to 2026-03-15", Count(Created("2026-03-09", "2026-03-15"))),
        ("tickets in Q4 2025", Count(Created("2025-10-01", "2025-12-31"))),
        ("tickets last quarter", Count(Created("2025-10-01", "2025-12-31"))),
        ("tickets last year", Count(Created("2025-01-01", "2025-12-31"))),
        ("tickets in the last 7 days", Count(Created("2026-03-24", "2026-03-30"))),
        ("tickets the week before last", Count(Created("2026-03-16", "2026-03-22"))),
        ("tickets created on 29 March 2026", Count(Created("2026-03-29", "2026-03-29"))),
        ("tickets on 26 October 2025", Count(Created("2025-10-26", "2025-10-26"))),
        ("tickets on weekends in March", Count(Created("2026-03-01", "2026-03-31"), t => Local(t.CreatedAt!.Value).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)),
        ("tickets solved yesterday", Count(Solved("2026-03-30", "2026-03-30"))),
        ("how many tickets were closed in February", Count(Solved("2026-02-01", "2026-02-28"))),
        ("tickets updated last week", Count(t => Between(Day(t.UpdatedAt), "2026-03-23", "2026-03-29"))),
        ("tickets created last month that are still open", Count(Created("2026-02-01", "2026-02-28"), IsOpen)),
        ("tickets created last month that were solved", Count(Created("2026-02-01", "2026-02-28"), IsDone)),
        ("how many tickets were open on 15 March", Count(OpenAfter("2026-03-15"))),
        ("backlog on 2026-02-28", Count(OpenAfter("2026-02-28"))),
        ("open billing tickets at the end of last month", Count(OpenAfter("2026-02-28"), t => t.Given.Category == "billing")),
        ("tickets per week in March", PerDay("2026-03-01", "2026-03-31", AsWeek, t => t.CreatedAt)),
        ("daily tickets last week", PerDay("2026-03-23", "2026-03-29", AsDay, t => t.CreatedAt)),
        ("tickets by day from 24 to 27 October 2025", PerDay("2025-10-24", "2025-10-27", AsDay, t => t.CreatedAt)),
        ("tickets per month in 2025", PerDay("2025-01-01", "2025-12-31", AsMonth, t => t.CreatedAt)),
        ("tickets by quarter in 2025", PerDay("2025-01-01", "2025-12-31", AsQuarter, t => t.CreatedAt)),
        ("solved tickets per day last week", PerDay("2026-03-23", "2026-03-29", AsDay, t => IsDone(t) ? t.SolvedAt : null)),
        ("billing tickets over time this quarter", PerDay("2026-01-01", "2026-03-31", AsWeek, t => t.CreatedAt, t => t.Given.Category == "billing")),
        ("busiest day last month", desk =>
        {
            var all = PerDay("2026-02-01", "2026-02-28", AsDay, t => t.CreatedAt)(desk);
            var best = all.Rows.OrderByDescending(row => row.Figures[0]).ThenBy(row => row.Key, StringComparer.Ordinal).First();
            return new([best], [.. all.Tickets.Where(t => Day(t.CreatedAt) == best.Key)]) { Total = best.Figures[0] };
        }),
        ("backlog per week in March", desk =>
        {
            string[] ends = ["2026-03-01", "2026-03-08", "2026-03-15", "2026-03-22", "2026-03-29"];
            string[] starts = ["2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30"];
            var counts = ends.Select(end => (double?)Count(OpenAfter(end))(desk).Tickets.Count).Append(NowOpen(desk).Count);
            return new([.. starts.Zip(counts, (start, count) => new Row([start], [count]))], NowOpen(desk)) { Ordered = true, Total = null };
        }),
        ("tickets in March compared with February", Compared(t => t.CreatedAt < QuestionDesk.AsOf && Created("2026-03-01", "2026-03-31")(t), Created("2026-02-01", "2026-02-28"))),
        ("tickets in February vs the month before", Compared(Created("2026-02-01", "2026-02-28"), Created("2026-01-01", "2026-01-31"))),
        ("tickets last week compared to the previous week", Compared(Created("2026-03-23", "2026-03-29"), Created("2026-03-16", "2026-03-22"))),
        ("tickets in February compared with the same period last year", Compared(Created("2026-02-01", "2026-02-28"), Created("2025-02-01", "2025-02-28"))),
        ("how did billing tickets change last week versus the week before?", Compared(Created("2026-03-23", "2026-03-29"), Created("2026-03-16", "2026-03-22"), t => t.Given.Category == "billing")),
    ];

    private static List<SupportCopilot.Tickets.IncomingTicket> NowOpen(QuestionDesk desk) => [.. desk.Live.Where(t =>
        t.CreatedAt is { } created && created < QuestionDesk.AsOf && (!IsDone(t) || t.SolvedAt >= QuestionDesk.AsOf))];
}
