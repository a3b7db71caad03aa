using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>One against another, two figures at once, and means over steps and groups.</summary>
internal static class Comparisons
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Quarter => T.In("2026-04-01", "2026-06-18");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("How many tickets did we get last month compared with the month before?", May.Versus("2026-04-01", "2026-04-30").Expected),
        // 79 days of this quarter, the last of which is not over: as much of the other one.
        ("tickets this quarter vs last quarter", Elapsed(new(2026, 4, 1), new(2026, 1, 1))),
        ("Did we get more billing tickets in May than in April?", May.Where(Category("billing")).Versus("2026-04-01", "2026-04-30").Expected),
        ("ticket growth month over month this year", Growth(Year.Per(AsMonth))),
        ("tickets in May compared to the same month last year", May.Versus("2025-05-01", "2025-05-31").Expected),
        ("How does CSAT of Q1 2026 compare with Q1 2025?", new Ask(Csat).In("2026-01-01", "2026-03-31").Versus("2025-01-01", "2025-03-31").Expected),
        ("week-over-week change in ticket volume", desk => new("answer")
        {
            AnyOf = [.. Elapsed(new(2026, 6, 15), new(2026, 6, 8))(desk).AnyOf, .. T.In("2026-06-08", "2026-06-14").Versus("2026-06-01", "2026-06-07").Expected(desk).AnyOf],
        }),
        ("Tickets this year to date vs the same period last year", Elapsed(new(2026, 1, 1), new(2025, 1, 1))),
        ("chat versus email tickets last month", May.Where(Channel("chat", "email")).By(t => t.Channel).Expected),
        ("Globex vs Initech, tickets by month in 2026", Year.Where(t => t.Organization?.Name is "Globex" or "Initech").By(t => t.Organization?.Name).Per(AsMonth).Expected),
        ("first reply time of Tier 2 against Payments in May", Ask.Either(
            new Ask(MedianReply).In("2026-05-01", "2026-05-31").Where(t => t.Group?.Name is "Tier 2" or "Payments").By(t => t.Group?.Name),
            new Ask(MeanReply).In("2026-05-01", "2026-05-31").Where(t => t.Group?.Name is "Tier 2" or "Payments").By(t => t.Group?.Name))),
        ("average resolution time in May versus April by category", new Ask(MeanResolution).In("2026-05-01", "2026-05-31").Versus("2026-04-01", "2026-04-30").By(t => t.Given.Category).Expected),
        ("growth in shipping tickets between Q4 2025 and Q1 2026", T.In("2026-01-01", "2026-03-31").Versus("2025-10-01", "2025-12-31").Where(Category("shipping")).Expected),

        ("tickets and CSAT by agent last month", new Ask(Arrived, Csat).In("2026-05-01", "2026-05-31").By(t => t.Assignee?.Name).Expected),
        ("How many tickets were created and how many were solved last week?", new Ask(Arrived, Solved).In("2026-06-08", "2026-06-14").Expected),
        ("created vs solved per week since April", new Ask(Arrived, Solved).In("2026-04-01", "2026-06-18").Per(AsWeek).Expected),
        ("first reply time and resolution time by priority in Q1", Ask.Either(
            new Ask(MedianReply, MedianResolution).In("2026-01-01", "2026-03-31").By(t => t.Given.Priority), new Ask(MeanReply, MeanResolution).In("2026-01-01", "2026-03-31").By(t => t.Given.Priority))),
        ("average number of tickets per day in May", May.Per(AsDay).OnAverage().Expected),
        ("How many tickets does an agent solve per week on average in Q1?", OtherWords.MeanOf("2026-01-01", "2026-03-31", AsWeek)),   // each agent counts in each week
        ("average tickets per organization this year", Ask.Either(Year.By(t => t.Organization?.Name).OnAverage(), Year.Where(t => t.Organization is not null).By(t => t.Organization?.Name).OnAverage())),
        ("tickets, SLA and median resolution time per group in May", new Ask(Arrived, Sla, MedianResolution).In("2026-05-01", "2026-05-31").By(t => t.Group?.Name).Expected),
    ];

    /// <summary>A period that runs, against as much of an earlier one.</summary>
    private static Func<SetDesk, Expected> Elapsed(DateTime first, DateTime before) => desk =>
    {
        var elapsed = Local(SetDesk.AsOf) - first;
        var now = desk.Live.Where(t => t.CreatedAt >= Midnight(first)).ToList();
        return new("answer") { AnyOf = [To(Midnight(before.Add(elapsed))), To(Midnight(before.Add(elapsed).Date.AddDays(1))), To(Midnight(before.Add(elapsed).Date))] };

        Outcome To(DateTime end)
        {
            double earlier = desk.Live.Count(t => t.CreatedAt >= Midnight(before) && t.CreatedAt < end);
            return new([new([], [now.Count, earlier, (now.Count - earlier) / earlier])], now);
        }
    };

    /// <summary>Each step beside the one before it.</summary>
    private static Func<SetDesk, Expected> Growth(Ask series) => desk =>
    {
        var all = series.Expected(desk).AnyOf[0];
        var before = desk.Live.Count(Created("2025-12-01", "2025-12-31"));
        var rows = all.Rows.Select((row, i) =>
        {
            var earlier = i == 0 ? before : all.Rows[i - 1].Figures[0];
            return row with { Figures = [row.Figures[0], earlier, (row.Figures[0] - earlier) / earlier] };
        });
        return new("answer") { AnyOf = [all with { Rows = [.. rows] }] };
    };
}
