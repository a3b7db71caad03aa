using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>What a figure is a part of, what a bound is said of, what is held against what: where one dropped word gives another figure.</summary>
internal static class WholesAndBounds
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask Of(Figure figure, string first, string last) => new Ask(figure).In(first, last);

    private static Ask InQ1(Figure figure) => Of(figure, "2026-01-01", "2026-03-31");

    private static Func<SetDesk, Expected> Refused => _ => new("refusal");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // the whole of a share
        ("what part of Tier 2's tickets in Q1 came from Payments Ltd", InQ1(Share(From("Payments Ltd"), Team("Tier 2"))).Expected),
        ("Payments Ltd's share of card dispute tickets in Q1", InQ1(Share(From("Payments Ltd"), Category("card dispute"))).Expected),
        ("Tier 1's share of tickets in May", Of(Share(Team("Tier 1")), "2026-05-01", "2026-05-31").Expected),
        ("what percentage of 24/7 Fitness tickets in Q1 were negative?", InQ1(Share(Sentiment("negative"), From("24/7 Fitness"))).Expected),
        ("proportion of EMEA tickets that are high priority in Q1", InQ1(Share(Priority("high"), Field("Region", "EMEA"))).Expected),

        // what a bound is said of
        ("average number of replies of tickets with contract value over 6000, Q1", InQ1(Mean(t => ReplyCount(t), t => t.CreatedAt)).Where(t => Amount(t) > 6000).Expected),
        ("contract value over 6000 and high priority, 2026, by organization", Year.Where(t => Amount(t) > 6000, Priority("high")).By(t => t.Organization?.Name).Expected),
        ("tickets with contract value under 3000 in May by brand", May.Where(t => Amount(t) < 3000).By(t => t.Brand).Expected),
        ("first reply under 2 hours: how many in May by channel", May.Where(t => FirstReply(t) < 120).By(t => t.Channel).Expected),
        ("tickets with replies over 2 and first reply over 3 hours in Q1", Q1.Where(t => ReplyCount(t) > 2, t => FirstReply(t) > 180).Expected),
        ("organizations with more than 5 high priority tickets in Q1", Q1.Where(Priority("high")).By(t => t.Organization?.Name).Having(n => n > 5).Expected),

        // what is held against what
        ("growth in Payments Ltd tickets from April to May", May.Where(From("Payments Ltd")).Versus("2026-04-01", "2026-04-30").Expected),
        ("percentage change in solved tickets April to May by team", Of(Solved, "2026-05-01", "2026-05-31").Versus("2026-04-01", "2026-04-30").By(t => t.Group?.Name).Expected),
        ("first 3 days of May vs first 3 days of April", T.In("2026-05-01", "2026-05-03").Versus("2026-04-01", "2026-04-03").Expected),
        ("did Grace High answer faster in May than in April?", Of(MedianReply, "2026-05-01", "2026-05-31").Where(By("Grace High")).Versus("2026-04-01", "2026-04-30").Expected),
        ("May, April and March tickets for May Day", T.In("2026-03-01", "2026-05-31").Where(By("May Day")).Per(AsMonth).Expected),

        // what is left out, and what may be either
        ("high priority but not from chat in Q1", Q1.Where(Priority("high"), Not(Channel("chat"))).Expected),
        ("chat tickets or tickets from Payments Ltd in Q1", Q1.Where(t => Channel("chat")(t) || From("Payments Ltd")(t)).Expected),
        ("CSAT by organization for 24/7 Fitness and Acme (EU) this year", Of(Csat, "2026-01-01", "2026-06-18").Where(t => t.Organization?.Name is "Acme (EU)" or "24/7 Fitness").By(t => t.Organization?.Name).Expected),

        // what nobody recorded, and what makes no figure
        ("tickets touched by Will Open in May", Refused),
        ("tickets that were pending in April", Refused),
        ("created minus solved in May", Refused),
        ("tickets Will Open and May Day both worked on", Refused),
        ("tickets moved from low to high in May", Refused),
        ("tickets, solved tickets and open tickets by group", Refused),
        ("average time to second reply", Refused),
        ("delete all tickets from Payments Ltd", Refused),

        // a month that is somebody's name as well
        ("high priority tickets, May", Ask.EitherOrAsked(May.Where(Priority("high")))),
        ("either high priority or tagged vip, May", Ask.EitherOrAsked(May.Where(t => Priority("high")(t) || Tagged("vip")(t)))),
        ("solved tickets, May, by team", Ask.EitherOrAsked(Of(Solved, "2026-05-01", "2026-05-31").By(t => t.Group?.Name))),
        ("May tickets per agent", Ask.EitherOrAsked(May.By(t => t.Assignee?.Name))),
        ("May: tickets by brand", Ask.EitherOrAsked(May.By(t => t.Brand))),
        ("median first reply, April", Ask.EitherOrAsked(Of(MedianReply, "2026-04-01", "2026-04-30"))),
        ("tickets on May Day 2026", Ask.EitherOrAsked(T.In("2026-05-01"))),
        ("tickets created on May Day", Ask.EitherOrAsked(T.In("2026-05-01"))),
        ("vip tickets on May Day this year", Ask.EitherOrAsked(T.In("2026-05-01").Where(Tagged("vip")))),
        ("tickets for May Day in Q1", Q1.Where(By("May Day")).Expected),
        ("May Day's tickets in Q1", Q1.Where(By("May Day")).Expected),
        ("tickets assigned to May in Q1", Q1.Where(By("May Day")).Expected),
        ("May's median first reply in Q1", Ask.EitherOrAsked(InQ1(MedianReply).Where(By("May Day")))),

        // of several figures none is lost
        ("tickets and vip tickets by brand in Q1", Refused),
        ("tickets and high priority tickets in May", Refused),
        ("solved tickets and solved vip tickets by team in May", Refused),
        ("how many vip tickets and how many tickets in May", Refused),
        ("chat and phone tickets in May", May.Where(Channel("chat", "phone")).Expected),
        ("tickets and CSAT by brand in Q1", new Ask(Arrived, Csat).In("2026-01-01", "2026-03-31").By(t => t.Brand).Expected),

        // who, which and where, with the dimension named behind
        ("who are the top 2 requesters for Payments Ltd in Q1", Q1.Where(From("Payments Ltd")).By(t => t.Requester?.Name).Top(2).Expected),
        ("who are the top 3 agents by solved tickets in Q1", InQ1(Solved).By(t => t.Assignee?.Name).Top(3).Expected),
        ("who is our biggest customer this year", Year.By(t => t.Requester?.Name).Top(1).Expected),

        // days that are many, and days to come
        ("tickets on the first Monday of each month this year", Refused),
        ("tickets on the last Friday of every month in 2026", Refused),
        ("tickets on the 1st of every month this year", Refused),
        ("how many tickets will Will Open get", Refused),
        ("how many tickets will we get from Payments Ltd", Refused),
        ("will Tier 1 miss the SLA?", Refused),
        ("what will the CSAT be in Q1", Refused),

        // as far into one period as into the other
        ("median resolution month to date vs last month to date", Of(MedianResolution, "2026-06-01", "2026-06-18").Where(NotBetween(t => t.SolvedAt, "2026-05-18T14:30Z", "2026-05-19T04:00Z")).Versus("2026-05-01", "2026-05-18").Expected),
        ("CSAT year to date vs last year to date", Of(Csat, "2026-01-01", "2026-06-18").Where(NotBetween(t => t.SolvedAt, "2025-06-18T14:30Z", "2025-06-19T04:00Z")).Versus("2025-01-01", "2025-06-18").Expected),
        ("tickets quarter to date compared with last quarter to date", T.In("2026-04-01", "2026-06-18").Where(NotBetween(t => t.CreatedAt, "2026-03-20T14:30Z", "2026-03-21T04:00Z")).Versus("2026-01-01", "2026-03-20").Expected),
        ("median resolution since March vs since January", Refused),

        // how much it grew
        ("by how much did tickets grow in May", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("by how much did vip tickets fall last month", May.Where(Tagged("vip")).Versus("2026-04-01", "2026-04-30").Expected),
        ("how much did solved tickets grow in May", Of(Solved, "2026-05-01", "2026-05-31").Versus("2026-04-01", "2026-04-30").Expected),
        ("by how many tickets did volume grow from April to May", May.Versus("2026-04-01", "2026-04-30").Expected),

        ("vip tickets and high priority tickets in May", Refused),
        ("vip tickets and tickets by brand in Q1", Refused),
        ("tickets, vip tickets and CSAT by brand in Q1", Refused),
        ("chat tickets and phone tickets in May", Ask.EitherOrAsked(May.Where(Channel("chat", "phone")), May.Where(Channel("chat", "phone")).By(t => t.Channel))),
        ("number of tickets as well as vip tickets by brand", Refused),
        ("tickets created in May and vip tickets solved in May", Refused),
        ("how many tickets did May solve in Q1", Ask.EitherOrAsked(InQ1(Solved).Where(By("May Day")))),
        ("how many tickets did May solve", Ask.EitherOrAsked(new Ask(Solved).Where(By("May Day")))),
        ("April's solved tickets by brand", Ask.EitherOrAsked(Of(Solved, "2026-04-01", "2026-04-30").By(t => t.Brand), new Ask(Solved).Where(By("April Summers")).By(t => t.Brand))),
        ("tickets by brand May", Ask.EitherOrAsked(May.By(t => t.Brand))),
        ("(May) tickets by brand", Ask.EitherOrAsked(May.By(t => t.Brand))),
        ("tickets by brand (May)", Ask.EitherOrAsked(May.By(t => t.Brand))),
        ("vip, May, chat", Ask.EitherOrAsked(May.Where(Tagged("vip"), Channel("chat")))),
        ("tickets by brand - May", Ask.EitherOrAsked(May.By(t => t.Brand))),
        ("CSAT May vs April", Ask.EitherOrAsked(Of(Csat, "2026-05-01", "2026-05-31").Versus("2026-04-01", "2026-04-30"))),
        ("CSAT for May", Ask.EitherOrAsked(Of(Csat, "2026-05-01", "2026-05-31"))),
        ("May volume by channel", Ask.EitherOrAsked(May.By(t => t.Channel))),
        ("May CSAT", Ask.EitherOrAsked(Of(Csat, "2026-05-01", "2026-05-31"))),
        ("May solved tickets", Ask.EitherOrAsked(Of(Solved, "2026-05-01", "2026-05-31"))),
        ("May high priority tickets", Ask.EitherOrAsked(May.Where(Priority("high")))),
        ("median resolution for tickets solved May", Ask.EitherOrAsked(Of(MedianResolution, "2026-05-01", "2026-05-31"))),
        ("who is the requester with the most tickets in Q1", Q1.By(t => t.Requester?.Name).Top(1).Expected),
        ("who has the most requesters in Q1", Refused),
        ("who are the agents in Tier 2 with the most tickets this year", Year.Where(Team("Tier 2"), t => t.Assignee is not null).By(t => t.Assignee?.Name).Expected),
        ("CSAT this week vs this month", Refused),
        ("tickets this quarter vs this year", Refused),
        ("tickets in May compared with 2026", Refused),
        ("average tickets will we receive per day", Refused),
        ("by what percentage did tickets grow in May", Ask.EitherOrAsked(May.Versus("2026-04-01", "2026-04-30"))),
        ("tickets on the 15th of each month", Refused),
        ("tickets on every first Monday this year", Refused),
        ("tickets on the first of each month", Refused),
        ("tickets on the second Tuesday each month by team", Refused),
    ];

    private static double? Amount(SupportCopilot.Tickets.IncomingTicket t) => t.Fields!.GetValueOrDefault("Contract value") is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Func<SupportCopilot.Tickets.IncomingTicket, bool> NotBetween(Func<SupportCopilot.Tickets.IncomingTicket, DateTime?> clock, string from, string to) =>
        t => clock(t) is not { } at || at < DateTimeOffset.Parse(from, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime || at >= DateTimeOffset.Parse(to, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
