using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>What heads of support, team leads and product owners ask.</summary>
internal static class ManagersAsk
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask SolvedInMay => new Ask(Solved).In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask LastWeek => T.In("2026-06-08", "2026-06-14");

    private static Ask InQ1(params Figure[] figures) => new Ask(figures).In("2026-01-01", "2026-03-31");

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    private static Ask OpenNow => T.Where(OpenAt(SetDesk.AsOf));

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // heads of support
        ("What was our median first response time in May?", InMay(MedianReply).Expected),
        ("How many tickets from April are still open?", T.In("2026-04-01", "2026-04-30").Where(IsOpen).Expected),
        ("how many of last month's tickets are still unsolved", May.Where(IsOpen).Expected),
        ("which was the busiest weekday in Q1?", Q1.By(t => Local(t.CreatedAt!.Value).DayOfWeek.ToString()).Top(1).Expected),
        ("Which team has the most open tickets at the moment?", OpenNow.By(t => t.Group?.Name).Top(1).Expected),
        ("Slowest category to resolve in Q1", InQ1(MedianResolution).By(t => t.Given.Category).Top(1).Expected),
        ("CSAT for chat vs email this year", new Ask(Csat).In("2026-01-01", "2026-06-18").Where(Channel("chat", "email")).By(t => t.Channel).Expected),
        ("What share of May tickets came from VIPs?", InMay(Share(Tagged("vip"))).Expected),
        ("how many SLA breaches per team in May", May.Where(t => t.SlaMet == false).By(t => t.Group?.Name).Expected),
        ("What's our SLA attainment for high priority tickets in Q1", InQ1(Sla).Where(Priority("high")).Expected),
        ("did CSAT improve in May compared to April?", InMay(Csat).Versus("2026-04-01", "2026-04-30").Expected),
        ("rank teams by median resolution time in Q1", InQ1(MedianResolution).Where(t => t.Group is not null).By(t => t.Group?.Name).Expected),
        ("percentage of tickets by category in May", May.By(t => t.Given.Category).AsPart().Expected),
        ("Tickets that were reopened more than once this year", Year.Where(t => t.Reopens > 1).Expected),
        ("what fraction of all tickets this year are about billing", new Ask(Share(Category("billing"))).In("2026-01-01", "2026-06-18").Expected),
        ("How does the number of tickets in May compare with April?", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("tickets that missed their SLA in Q1 by priority", Q1.Where(t => t.SlaMet == false).By(t => t.Given.Priority).Expected),
        ("csat response rate per team this year", new Ask(CsatResponse).In("2026-01-01", "2026-06-18").By(t => t.Group?.Name).Expected),
        ("How many different customers contacted us in May?", InMay(Different(t => t.Requester?.Name)).Expected),
        ("open technical tickets at the end of March", T.Where(OpenAfter("2026-03-31"), Category("technical")).Expected),
        ("backlog by priority at the end of May", T.Where(OpenAfter("2026-05-31")).By(t => t.Given.Priority).Expected),
        ("average number of replies on tickets created in May", InMay(MeanReplies).Expected),

        // team leads
        ("How many tickets has Sana Iqbal got open?", OpenNow.Where(By("Sana Iqbal")).Expected),
        ("Chen Wei's CSAT this quarter", new Ask(Csat).In("2026-04-01", "2026-06-18").Where(By("Chen Wei")).Expected),
        ("Compare Olivia Marsh and Chen Wei on solved tickets last month", SolvedInMay.Where(t => t.Assignee?.Name is "Olivia Marsh" or "Chen Wei").By(t => t.Assignee?.Name).Expected),
        ("tickets solved by Tier 2 but not by Chen Wei in May", SolvedInMay.Where(Team("Tier 2"), Not(By("Chen Wei"))).Expected),
        ("Which agents solved fewer than 5 tickets last week?", new Ask(Solved).In("2026-06-08", "2026-06-14").By(t => t.Assignee?.Name).Having(n => n is < 5 and > 0).Expected),
        ("Olivia Marsh solved per month this year", new Ask(Solved).In("2026-01-01", "2026-06-18").Where(By("Olivia Marsh")).Per(AsMonth).Expected),
        ("reopen rate for Sana Iqbal this year", new Ask(Reopened).In("2026-01-01", "2026-06-18").Where(By("Sana Iqbal")).Expected),
        ("Björn's tickets last month", May.Where(By("Björn Lindqvist")).Expected),
        ("tickets assigned to nobody this week", T.In("2026-06-15", "2026-06-18").Where(t => t.Assignee is null).Expected),
        ("open urgent tickets without an assignee", Ask.EitherOrAsked(OpenNow.Where(Priority("urgent"), t => t.Assignee is null), OpenNow.Where(t => t.Given.Urgency == "urgent" && t.Assignee is null))),
        ("for each team, tickets by priority last week", LastWeek.By(t => t.Group?.Name).By(t => t.Given.Priority).Expected),
        ("teams whose SLA is below 80% this year", new Ask(Sla).In("2026-01-01", "2026-06-18").By(t => t.Group?.Name).Having(share => share < 0.8).Expected),
        ("agents with CSAT above 0.6 this year", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Assignee?.Name).Having(score => score > 0.6).Expected),

        // product owners
        ("Atlas, tickets by subcategory, last 90 days", T.In("2026-03-20", "2026-06-17").Where(Product("Atlas")).By(t => t.Given.Subcategory).Expected),
        ("tickets per product in Q1", Q1.By(t => t.Product).Expected),
        ("What's the most common root cause in Q1?", Q1.By(t => t.Given.RootCause).Top(1).Expected),
        ("tickets for the Heron brand in May by category", May.Where(Brand("Heron")).By(t => t.Given.Category).Expected),
        ("tickets by brand and channel in Q1", Q1.By(t => t.Brand).By(t => t.Channel).Expected),
        ("top 3 tags in May", May.ByEach(t => t.Tags!).Top(3).Expected),
        ("Which products had more than 30 tickets in May?", May.By(t => t.Product).Having(n => n > 30).Expected),
        ("incidents vs questions this month", T.In("2026-06-01", "2026-06-18").Where(t => t.Type is "incident" or "question").By(t => t.Type).Expected),
        ("share of negative tickets per product in Q1", Ask.EitherOrAsked(InQ1(Share(Sentiment("negative"))).By(t => t.Product))),
        ("problem tickets per month in 2026 for Compass Pro", Year.Where(Type("problem"), Product("Compass Pro")).Per(AsMonth).Expected),
        ("tickets that don't mention passport in May", May.Where(Not(Mentions("passport"))).Expected),
        ("Beacon 2 incidents in Q1 that were reopened", Q1.Where(Product("Beacon 2"), Type("incident"), t => t.Reopens > 0).Expected),
    ];
}
