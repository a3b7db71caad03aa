using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>What others asked and were answered wrong: bounds on another figure, denied verbs, shares of the solved, counts of groups, days against days.</summary>
internal static class AskedByOthers
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask In(Ask of) => of.In("2026-05-01", "2026-05-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // a bound is on what follows it, and «at least» is no rank
        ("bottom three agents by CSAT in 2026 with at least 20 solved tickets", Refusal),
        ("agents with at least 30 solved tickets by CSAT this year", Refusal),
        ("organizations with CSAT below 0.6 and at least 5 tickets", Refusal),
        ("agents with at least 30 solved tickets this year", new Ask(Solved).In("2026-01-01", "2026-06-18").By(t => t.Assignee?.Name).Having(n => n >= 30).Expected),

        // «not» denies the verb and its time together
        ("tickets not solved within SLA in May", May.Where(t => t.SlaMet == false).Expected),
        ("tickets not handled within SLA last quarter", Q1.Where(t => t.SlaMet == false).Expected),
        ("tickets that were not solved on time last month", May.Where(t => t.SlaMet == false).Expected),
        ("tickets that were not resolved within the SLA by team in May", May.Where(t => t.SlaMet == false).By(t => t.Group?.Name).Expected),

        // a count beside another figure
        ("count and CSAT for each channel in May", In(new Ask(Arrived, Csat)).By(t => t.Channel).Expected),
        ("number and median resolution time by team in May", In(new Ask(Arrived, MedianResolution)).By(t => t.Group?.Name).Expected),
        ("count, CSAT and SLA for each team in May", In(new Ask(Arrived, Csat, Sla)).By(t => t.Group?.Name).Expected),
        ("how many and what share of tickets were billing in May", Refusal),

        // what nobody recorded
        ("handle time by agent", _ => new Expected("refusal") { Names = "not recorded" }),
        ("average handling time by team in May", _ => new Expected("refusal") { Names = "not recorded" }),

        // shares of the solved go by when they were solved
        ("What percentage of tickets were solved in one touch in Q1?", new Ask(Share(t => ReplyCount(t) == 1, IsDone) with { Clock = t => t.SolvedAt }).In("2026-01-01", "2026-03-31").Expected),
        ("share of reopened tickets among solved ones in May", In(new Ask(Share(t => t.Reopens > 0, IsDone) with { Clock = t => t.SolvedAt })).Expected),
        ("how many of the solved tickets were reopened in %", new Ask(Share(t => t.Reopens > 0, IsDone)).Expected),
        ("percentage of solved tickets that are billing in May", In(new Ask(Share(Category("billing"), IsDone) with { Clock = t => t.SolvedAt })).Expected),
        ("share of tickets resolved within a day in Q1", new Ask(Share(t => Resolution(t) <= 24, IsDone) with { Clock = t => t.SolvedAt }).In("2026-01-01", "2026-03-31").Expected),
        ("share of shipping tickets among chat tickets in May", In(new Ask(Share(Category("shipping"), Channel("chat")))).Expected),

        // one figure of tickets that another measure names
        ("reopen rate of one-touch tickets in Q1", new Ask(Reopened).In("2026-01-01", "2026-03-31").Where(IsDone, t => ReplyCount(t) == 1).Expected),
        ("CSAT of reopened tickets in May", In(new Ask(Csat)).Where(t => t.Reopens > 0).Expected),

        // what is later is held against what is earlier, as long as it has come
        ("tickets May vs April", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("tickets in April vs May", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("tickets in Q4 2025 vs Q1 2026", Q1.Versus("2025-10-01", "2025-12-31").Expected),
        ("Is CSAT this quarter higher than in Q1?", new Ask(Csat).In("2026-04-01", "2026-06-18").Versus("2026-01-01", "2026-03-31").Expected),

        // how many groups there are
        ("how many agents solved more than 10 tickets in May", GroupsOf(new Ask(Solved).In("2026-05-01", "2026-05-31").By(t => t.Assignee?.Name).Having(n => n > 10))),
        ("how many organizations sent more than 10 tickets this year", GroupsOf(Year.By(t => t.Organization?.Name).Having(n => n > 10))),
        ("number of categories with more than 50 tickets in May", GroupsOf(May.By(t => t.Given.Category).Having(n => n > 50))),

        // means over what comes several times, and doers who are no groups
        ("tickets per weekday on average in May", Refusal),
        ("tickets opened by agents in May", Refusal),
        ("tickets solved by customers in May", Refusal),

        // a slip of the keys is offered, and not searched for
        ("tickets about Atlass in May", _ => new Expected("choices") { Names = "Atlas" }),

        // several figures, ranks within groups, and what is asked of one ticket
        ("how many tickets in total and how many billing in May", Refusal),
        ("tickets in May: total, solved and reopened", Refusal),
        ("top 3 categories per team in May", In(new Ask(Arrived)).By(t => t.Group?.Name).By(t => t.Given.Category).TopOfEach(3).Expected),
        ("best agent per team by CSAT", new Ask(Csat).By(t => t.Group?.Name).By(t => t.Assignee?.Name).TopOfEach(1).Expected),
        ("who solved the most billing tickets in each team this year", new Ask(Solved).In("2026-01-01", "2026-06-18").Where(Category("billing")).By(t => t.Group?.Name).By(t => t.Assignee?.Name).TopOfEach(1).Expected),
        ("How many replies does it take to solve a ticket?", new Ask(MeanReplies).Where(IsDone).Expected),
        ("tickets excluding those solved in May by channel", Refusal),   // out of which tickets is not said
        ("median first reply time and CSAT in May by channel", In(new Ask(MedianReply, Csat)).By(t => t.Channel).Expected),
        ("what share did Olivia Marsh have of all solved tickets in May", In(new Ask(Share(By("Olivia Marsh"), IsDone) with { Clock = t => t.SolvedAt })).Expected),
        ("how many tickets came in and how many were solved in May", In(new Ask(Arrived, Solved)).Expected),

        // names behind «from», and what is not the case
        ("tickets from Will in May", _ => new Expected("refusal") { Names = "Will" }),
        ("tickets of Can", _ => new Expected("refusal") { Names = "Can" }),
        ("tickets for Help Desk", _ => new Expected("refusal") { Names = "Help" }),
        ("tickets from Wayne Logistic in May", _ => new Expected("choices") { Names = "Wayne Logistics" }),
        ("tickets that may be billing", _ => new Expected("refusal") { Names = "may" }),
        ("tickets that should have been solved yesterday", _ => new Expected("refusal") { Names = "should" }),
        ("what's the vip of Olivia Marsh", Refusal),

        // several periods
        ("tickets in March, April and May", Ask.Either(T.In("2026-03-01", "2026-05-31").Per(AsMonth), T.In("2026-03-01", "2026-05-31"))),
        ("tickets in January and March by channel", T.In("2026-01-01", "2026-03-31").Where(t => !Created("2026-02-01", "2026-02-28")(t)).By(t => t.Channel).Expected),
        ("How long on average until a billing ticket is solved?", new Ask(MeanResolution).Where(Category("billing")).Expected),
    ];

    private static Expected Refusal(SetDesk desk) => new("refusal");

    private static Func<SetDesk, Expected> GroupsOf(Ask ask) => desk => ask.Expected(desk) is { AnyOf: [var only] } ? new("answer") { AnyOf = [only with { Says = only.Rows.Count }] } : throw new InvalidOperationException();
}
