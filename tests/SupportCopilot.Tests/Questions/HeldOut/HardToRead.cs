using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>Questions that a person understands at once and a parser does not: two clocks, several periods, units, ranks beyond the first. A refusal is honest here, a wrong figure is not.</summary>
internal static class HardToRead
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("Chen Wei's average first reply in minutes last quarter", new Ask(MeanReply).In("2026-01-01", "2026-03-31").Where(By("Chen Wei")).Expected),
        ("weekday tickets in May only", May.Where(Not(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday))).Expected),
        ("How many distinct organizations contacted support in May?", InMay(Different(t => t.Organization?.Name)).Expected),
        ("average of time for solving of tickets of Payments in Q1", new Ask(MeanResolution).In("2026-01-01", "2026-03-31").Where(Team("Payments")).Expected),
        ("sla % may by channel", InMay(Sla).By(t => t.Channel).Expected),
        ("tickets 1/5/2026 - 15/5/2026", T.In("2026-05-01", "2026-05-15").Expected),
        ("tickets in April and May by month", T.In("2026-04-01", "2026-05-31").Per(AsMonth).Expected),
        ("tickets on 5 and 6 May", Ask.Either(T.In("2026-05-05", "2026-05-06"), T.In("2026-05-05", "2026-05-06").Per(AsDay))),
        ("tickets created in April and solved in May", Ask.Either(T.In("2026-04-01", "2026-04-30").Where(SolvedIn("2026-05-01", "2026-05-31")), new Ask(Solved).In("2026-05-01", "2026-05-31").Where(Created("2026-04-01", "2026-04-30")))),
        ("tickets solved in May that were created before May", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(t => string.CompareOrdinal(Day(t.CreatedAt), "2026-05-01") < 0 && t.CreatedAt is not null).Expected),
        ("billing or vip tickets in May", May.Where(t => Category("billing")(t) || Tagged("vip")(t)).Expected),
        ("tickets tagged vip but neither escalated nor churn-risk in May", May.Where(Tagged("vip"), Not(Tagged("escalated")), Not(Tagged("churn-risk"))).Expected),
        ("tickets nobody replied to in May", May.Where(Not(IsAnswered)).Expected),
        ("tickets between 2 and 4 replies in May", May.Where(t => ReplyCount(t) is >= 2 and <= 4).Expected),
        ("tickets from mid April to mid May", T.In("2026-04-15", "2026-05-15").Expected),
        ("Show SLA by team for May, worst first", Ask.Either(InMay(Sla).By(t => t.Group?.Name), InMay(Sla).Where(t => t.Group is not null).By(t => t.Group?.Name))),
        ("running total of tickets per month this year", T.In("2026-01-01", "2026-06-18").Per(AsMonth).Running().Expected),
        ("cumulative solved tickets by week since 1 April", new Ask(Solved).In("2026-04-01", "2026-06-18").Per(AsWeek).Running().Expected),
        ("tickets in 2025 vs 2026", Ask.Either(T.In("2026-01-01", "2026-06-18").Versus("2025-01-01", "2025-06-18"), T.In("2026-01-01", "2026-06-18").Versus("2025-01-01", "2025-12-31"), T.In("2025-01-01", "2025-12-31").Versus("2026-01-01", "2026-06-18"))),
    ];
}
