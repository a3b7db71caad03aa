using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Two values against each other without «versus», parts of the week and the day, shares of what is open, and shapes that managers say in words of their own.</summary>
internal static class SaidOtherwise
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    private static Ask InQ1(params Figure[] figures) => new Ask(figures).In("2026-01-01", "2026-03-31");

    private static Func<SetDesk, Expected> Refused => _ => new Expected("refusal");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // one against another
        ("did Olivia Marsh solve more than Chen Wei in May?", InMay(Solved).Where(t => t.Assignee?.Name is "Olivia Marsh" or "Chen Wei").By(t => t.Assignee?.Name).Expected),
        ("did we get more chats or emails in May", May.Where(Channel("chat", "email")).By(t => t.Channel).Expected),
        ("is Payments slower than Tier 2 at first reply this year", Ask.Either(
            new Ask(MedianReply).In("2026-01-01", "2026-06-18").Where(t => t.Group?.Name is "Payments" or "Tier 2").By(t => t.Group?.Name),
            new Ask(MeanReply).In("2026-01-01", "2026-06-18").Where(t => t.Group?.Name is "Payments" or "Tier 2").By(t => t.Group?.Name))),
        ("how many tickets did Sana close in May compared to Chen", InMay(Solved).Where(t => t.Assignee?.Name is "Sana Iqbal" or "Chen Wei").By(t => t.Assignee?.Name).Expected),
        ("chat vs phone vs email tickets in May", May.Where(Channel("chat", "phone", "email")).By(t => t.Channel).Expected),
        ("compare channels in May", May.By(t => t.Channel).Expected),
        ("compare billing with technical by month this year", Year.Where(Category("billing", "technical")).By(t => t.Given.Category).Per(AsMonth).Expected),
        ("Did Payments answer faster in May than in April?", Ask.Either(
            InMay(MedianReply).Where(Team("Payments")).Versus("2026-04-01", "2026-04-30"), InMay(MeanReply).Where(Team("Payments")).Versus("2026-04-01", "2026-04-30"))),

        // hours and days of the week
        ("tickets created between 9 and 17 on weekdays in May", May.Where(Hours(9, 17), Not(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday))).Expected),
        ("how many tickets arrived outside 9-17 in May", May.Where(Not(Hours(9, 17))).Expected),
        ("evening tickets (after 6pm) in May by team", May.Where(Hours(18, 24)).By(t => t.Group?.Name).Expected),
        ("weekday tickets in May by channel", May.Where(Not(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday))).By(t => t.Channel).Expected),
        ("tickets in 2025 on Mondays vs 2026", desk => new("answer")
        {
            AnyOf = [.. new[] { "2025-06-18", "2025-12-31" }.SelectMany(last => T.In("2026-01-01", "2026-06-18").Versus("2025-01-01", last).Where(OnDays(DayOfWeek.Monday)).Expected(desk).AnyOf)],
        }),

        // shares
        ("what fraction of cancellations came by phone this year", new Ask(Share(Channel("phone"), t => t.Given.Subcategory == "cancellation")).In("2026-01-01", "2026-06-18").Expected),
        ("percentage of tickets breaching SLA in May for Payments", Ask.Either(
            InMay(Share(t => t.SlaMet == false, Team("Payments"))), InMay(Share(t => t.SlaMet == false, t => t.SlaMet is not null && Team("Payments")(t))))),
        ("share of chat tickets by team in May", InMay(Share(Channel("chat"))).By(t => t.Group?.Name).Expected),
        ("billing as a % of total in May", InMay(Share(Category("billing"))).Expected),

        // shapes
        ("median resolution by team in Q1", InQ1(MedianResolution).By(t => t.Group?.Name).Expected),
        ("minimum, median and maximum first reply in May", InMay(
            new Figure(t => t.CreatedAt, t => FirstReply(t) is not null, tickets => tickets.Min(FirstReply)), MedianReply,
            new Figure(t => t.CreatedAt, t => FirstReply(t) is not null, tickets => tickets.Max(FirstReply))).Expected),
        ("happiest brand this year", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Brand).Top(1).Expected),
        ("runner-up category in May", May.By(t => t.Given.Category).Nth(2).Expected),
        ("what's the most tickets we had in a day in May", May.By(t => Day(t.CreatedAt)).Top(1).Expected),
        ("worst CSAT by brand this year, bottom 2", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Brand).Least(2).Expected),
        ("requester count by product in May", InMay(Different(t => t.Requester?.Name)).By(t => t.Product).Expected),
        ("created, solved and reopened by team in May", InMay(Arrived, Solved, Arrived with { Takes = t => t.Reopens > 0 }).By(t => t.Group?.Name).Expected),
        ("vip but low priority tickets this year", Year.Where(Tagged("vip"), Priority("low")).Expected),
        ("tickets whose product is missing in May", May.Where(t => t.Product is null).Expected),
        ("everything in May but not from Globex", May.Where(Not(From("Globex"))).Expected),
        ("tickets due to bugs in May", May.Where(t => t.Given.RootCause == "bug").Expected),
        ("sentiment breakdown May", May.By(t => t.Given.Sentiment).Expected),
        ("category x channel for May", May.By(t => t.Given.Category).By(t => t.Channel).Expected),

        // what stands where
        ("Globex's share of billing tickets in May", InMay(Share(From("Globex"), Category("billing"))).Expected),
        ("share of billing tickets from Globex in May", Ask.EitherOrAsked(InMay(Share(From("Globex"), Category("billing"))), InMay(Share(Category("billing"), From("Globex"))))),
        ("CSAT by organization for Globex and Initech this year", new Ask(Csat).In("2026-01-01", "2026-06-18").Where(t => t.Organization?.Name is "Globex" or "Initech").By(t => t.Organization?.Name).Expected),
        ("how many tickets did Globex open in May?", May.Where(From("Globex")).Expected),
        ("csat this month so far compared with all of last month", new Ask(Csat).In("2026-06-01", "2026-06-18").Versus("2026-05-01", "2026-05-31").Expected),

        // what must not be half an answer
        ("tickets and share of high priority by brand in May", Refused),
        ("solved tickets that are not solved by team", Refused),
        ("tickets touched by Olivia Marsh in May", Refused),
        ("tickets that were pending in April", Refused),
        ("tickets, share of high priority and CSAT by group in Q1", Refused),
        ("created less solved in May", Refused),
        ("is Globex happy? CSAT this year", Refused),
    ];
}
