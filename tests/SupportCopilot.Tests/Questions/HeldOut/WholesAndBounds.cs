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
    ];

    private static double? Amount(SupportCopilot.Tickets.IncomingTicket t) => t.Fields!.GetValueOrDefault("Contract value") is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
