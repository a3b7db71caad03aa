using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>What people ask who count in money or think in another language, who type as little as they can, and who say what they do not want.</summary>
internal static class OthersAsk
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask LastWeek => T.In("2026-06-08", "2026-06-14");

    private static Ask OpenNow => T.Where(OpenAt(SetDesk.AsOf));

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    private static Ask InQ1(params Figure[] figures) => new Ask(figures).In("2026-01-01", "2026-03-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // those who look at the whole
        ("YoY ticket growth in May", May.Versus("2025-05-01", "2025-05-31").Expected),
        ("ticket volume Q1 2026 vs Q4 2025", Q1.Versus("2025-10-01", "2025-12-31").Expected),
        ("unique requesters per month this year", new Ask(Different(t => t.Requester?.Name)).In("2026-01-01", "2026-06-18").Per(AsMonth).Expected),
        ("which organization generated the most tickets in the last 90 days", T.In("2026-03-20", "2026-06-17").By(t => t.Organization?.Name).Top(1).Expected),
        ("May tickets versus May last year by category", May.Versus("2025-05-01", "2025-05-31").By(t => t.Given.Category).Expected),
        ("mean and median resolution time in May", InMay(MeanResolution, MedianResolution).Expected),
        ("organizations that sent at least 40 tickets in Q1", Q1.By(t => t.Organization?.Name).Having(n => n >= 40).Expected),
        ("what percent of billing tickets are negative this year", new Ask(Share(Sentiment("negative"), Category("billing"))).In("2026-01-01", "2026-06-18").Expected),

        // thinking in another language
        ("how much tickets we have this week?", T.In("2026-06-15", "2026-06-18").Expected),
        ("please give me count of ticket solved by Chen Wei at May", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(By("Chen Wei")).Expected),
        ("which agent have most tickets in april", T.In("2026-04-01", "2026-04-30").By(t => t.Assignee?.Name).Top(1).Expected),
        ("I want to know number of the chats in March", T.In("2026-03-01", "2026-03-31").Where(Channel("chat")).Expected),
        ("tickets from the month of April for category shipping", T.In("2026-04-01", "2026-04-30").Where(Category("shipping")).Expected),
        ("tickets in spanish language this year per month", Year.Where(Language("es")).Per(AsMonth).Expected),
        ("show tickets german last quarter", Q1.Where(Language("de")).Expected),
        ("the quantity of open tickets by group please", OpenNow.By(t => t.Group?.Name).Expected),
        ("How many calls we received in May", May.Where(Channel("phone")).Expected),

        // as few letters as will do
        ("high prio may", May.Where(Priority("high")).Expected),
        ("frt p90 last week", new Ask(P90Reply).In("2026-06-08", "2026-06-14").Expected),
        ("ttr by team q1", InQ1(MedianResolution).By(t => t.Group?.Name).Expected),
        ("backlog by agent", OpenNow.By(t => t.Assignee?.Name).Expected),
        ("csat ytd", new Ask(Csat).In("2026-01-01", "2026-06-18").Expected),
        ("tickets mtd", T.In("2026-06-01", "2026-06-18").Expected),
        ("tickets qtd by category", T.In("2026-04-01", "2026-06-18").By(t => t.Given.Category).Expected),
        ("solved yesterday", new Ask(Solved).In("2026-06-17").Expected),
        ("chat csat may", InMay(Csat).Where(Channel("chat")).Expected),
        ("shipping not email may", May.Where(Category("shipping"), Not(Channel("email"))).Expected),
        ("created vs solved last week", new Ask(Arrived, Solved).In("2026-06-08", "2026-06-14").Expected),

        // what they do not want
        ("tickets that are neither low nor high in May", May.Where(t => t.Given.Priority is not ("low" or "high")).Expected),
        ("non-English tickets this year", Year.Where(Not(Language("en"))).Expected),
        ("everything but email in April", T.In("2026-04-01", "2026-04-30").Where(Not(Channel("email"))).Expected),
        ("tickets with no tags in May", May.Where(t => t.Tags!.Count == 0).Expected),
        ("billing tickets except refund requests in May", May.Where(Category("billing"), t => t.Given.Subcategory != "refund request").Expected),
        ("tickets other than from Globex in May", May.Where(Not(From("Globex"))).Expected),
        ("vip tickets that weren't escalated in Q1", Q1.Where(Tagged("vip"), Not(Tagged("escalated"))).Expected),
        ("not high, not billing, last week", LastWeek.Where(Not(Priority("high")), Not(Category("billing"))).Expected),
        ("tickets excluding vip customers last month", May.Where(Not(Tagged("vip"))).Expected),
        ("neither email nor chat tickets in May", May.Where(Not(Channel("email", "chat"))).Expected),
        ("tickets from chat that are high or low and not billing in May", May.Where(Channel("chat"), t => t.Given.Priority is "high" or "low", Not(Category("billing"))).Expected),

        // bounds
        ("tickets with first reply over 4 hours in May", May.Where(t => FirstReply(t) > 240).Expected),
        ("tickets with 3 or more replies in Q1", Q1.Where(t => ReplyCount(t) >= 3).Expected),
        ("tickets with exactly two replies in May", May.Where(t => ReplyCount(t) == 2).Expected),
        ("categories with under 40 tickets last month", May.By(t => t.Given.Category).Having(n => n is < 40 and > 0).Expected),
        ("days with more than 6 tickets in May", May.By(t => Day(t.CreatedAt)).Having(n => n > 6).Expected),

        // two ways to split
        ("tickets by agent and status in May", May.By(t => t.Assignee?.Name).By(t => t.Status).Expected),
        ("median resolution time by category and priority in Q1", InQ1(MedianResolution).By(t => t.Given.Category).By(t => t.Given.Priority).Expected),
        ("tickets and median first reply time by team in May", InMay(Arrived, MedianReply).By(t => t.Group?.Name).Expected),
        ("SLA and CSAT by team for Q1", InQ1(Sla, Csat).By(t => t.Group?.Name).Expected),
    ];
}
