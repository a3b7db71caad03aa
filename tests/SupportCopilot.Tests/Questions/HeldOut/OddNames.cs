using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>What is asked where people are called like dates, firms have signs in their names, and one product is a part of another.</summary>
internal static class OddNames
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask April => T.In("2026-04-01", "2026-04-30");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask SolvedInMay => new Ask(Solved).In("2026-05-01", "2026-05-31");

    private static Ask OpenNow => T.Where(OpenAt(SetDesk.AsOf));

    private static Ask Of(Figure figure, string first, string last) => new Ask(figure).In(first, last);

    private static Func<SetDesk, Expected> Refused => _ => new("refusal");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // people who are called like something else
        ("How many tickets did Will Open solve in May?", SolvedInMay.Where(By("Will Open")).Expected),
        ("Will Open's open tickets", OpenNow.Where(By("Will Open")).Expected),
        ("Will's tickets in May", May.Where(By("Will Open")).Expected),
        ("tickets handled by May Day in April", April.Where(By("May Day")).Expected),
        ("may day tickets in may", May.Where(By("May Day")).Expected),
        ("April Summers tickets in April", April.Where(By("April Summers")).Expected),
        ("CSAT of April Summers in Q1", Of(Csat, "2026-01-01", "2026-03-31").Where(By("April Summers")).Expected),
        ("Grace High high priority tickets this year", Year.Where(By("Grace High"), Priority("high")).Expected),
        ("high priority tickets not assigned to Grace High in Q1", Q1.Where(Priority("high"), Not(By("Grace High"))).Expected),
        ("Sam Carter vs Sam Reyes solved tickets in May", SolvedInMay.Where(t => t.Assignee?.Name is "Sam Carter" or "Sam Reyes").By(t => t.Assignee?.Name).Expected),
        ("Sam's tickets in May", Ask.EitherOrAsked(May.Where(t => t.Assignee?.Name is "Sam Carter" or "Sam Reyes"))),
        ("tickets assigned to Sam last week", _ => new("choices")),
        ("median first reply time of May Day in May", Of(MedianReply, "2026-05-01", "2026-05-31").Where(By("May Day")).Expected),
        ("May tickets per agent", May.By(t => t.Assignee?.Name).Expected),
        ("how many tickets did Bob Marley solve in May", Refused),

        // firms with signs, numbers and common words in their names
        ("tickets for St. John's Hospital in Q1", Q1.Where(From("St. John's Hospital")).Expected),
        ("St. John's Hospital tickets by priority this year", Year.Where(From("St. John's Hospital")).By(t => t.Given.Priority).Expected),
        ("how many cases came from Acme (EU) since 1 April?", T.In("2026-04-01", "2026-06-18").Where(From("Acme (EU)")).Expected),
        ("acme (eu) tickets in q1", Q1.Where(From("Acme (EU)")).Expected),
        ("Payments Ltd tickets in May by channel", May.Where(From("Payments Ltd")).By(t => t.Channel).Expected),
        ("payments tickets from Payments Ltd this year", Year.Where(Category("payments"), From("Payments Ltd")).Expected),
        ("how many open tickets does Open Door Charity have", OpenNow.Where(From("Open Door Charity")).Expected),
        ("Open Door Charity tickets last month", May.Where(From("Open Door Charity")).Expected),
        ("tickets from 24/7 Fitness in Q1", Q1.Where(From("24/7 Fitness")).Expected),
        ("Friday's Diner tickets on Fridays this year", Year.Where(From("Friday's Diner"), OnDays(DayOfWeek.Friday)).Expected),
        ("tickets this year from Friday's Diner or 24/7 Fitness", Year.Where(t => t.Organization?.Name is "Friday's Diner" or "24/7 Fitness").Expected),
        ("everything in May but not from Payments Ltd", May.Where(Not(From("Payments Ltd"))).Expected),

        // teams, products, categories and brands
        ("Tier 2 backlog right now", OpenNow.Where(Team("Tier 2")).Expected),
        ("tier 1 vs tier 2 median resolution time in Q1", Of(MedianResolution, "2026-01-01", "2026-03-31").Where(t => t.Group?.Name is "Tier 1" or "Tier 2").By(t => t.Group?.Name).Expected),
        ("Night Shift tickets between midnight and 6am this year", Year.Where(Team("Night Shift"), Hours(0, 6)).Expected),
        ("Pro tickets in May", May.Where(Product("Pro")).Expected),
        ("Pro/Lite tickets in May", May.Where(Product("Pro/Lite")).Expected),
        ("Pro vs Pro/Lite tickets this year", Year.Where(t => t.Product is "Pro" or "Pro/Lite").By(t => t.Product).Expected),
        ("count of C++ Toolkit incidents this year", Year.Where(Product("C++ Toolkit"), Type("incident")).Expected),
        ("tickets for the C++ toolkit in Q1 by agent", Q1.Where(Product("C++ Toolkit")).By(t => t.Assignee?.Name).Expected),
        ("share of card disputes in May", Of(Share(Category("card dispute")), "2026-05-01", "2026-05-31").Expected),
        ("kyc check volume by month this year", Year.Where(Category("kyc check")).Per(AsMonth).Expected),
        ("returns & exchanges tickets in Q1", Q1.Where(Category("returns & exchanges")).Expected),
        ("hardware faults and data exports in May by brand", May.Where(Category("hardware fault", "data export")).By(t => t.Brand).Expected),
        ("sudwind tickets this week", T.In("2026-06-15", "2026-06-18").Where(Brand("Südwind")).Expected),
        ("CSAT Northstar versus Südwind in Q1", Of(Csat, "2026-01-01", "2026-03-31").Where(t => t.Brand is "Northstar" or "Südwind").By(t => t.Brand).Expected),

        // fields of their own
        ("tickets by region last month", May.By(Field("Region")).Expected),
        ("EMEA tickets in Q1 by priority", Q1.Where(Field("Region", "EMEA")).By(t => t.Given.Priority).Expected),
        ("Android tickets vs iOS tickets this year", Year.Where(t => t.Fields!.GetValueOrDefault("Device OS") is "Android" or "iOS").By(Field("Device OS")).Expected),
        ("tickets with a contract value of 6000 or more this year by brand", Year.Where(t => Amount(t) >= 6000).By(t => t.Brand).Expected),
        ("tickets with contract value above 6000 in May", May.Where(t => Amount(t) > 6000).Expected),
        ("tickets with no device os in May", May.Where(t => !t.Fields!.ContainsKey("Device OS")).Expected),
        ("tickets by shoe size", Refused),

        // fiscal years from April
        ("tickets this fiscal year", T.In("2026-04-01", "2026-06-18").Expected),
        ("tickets last fiscal year by team", T.In("2025-04-01", "2026-03-31").By(t => t.Group?.Name).Expected),
        ("tickets in FY26 Q4", Q1.Expected),
        ("last fiscal quarter SLA by priority", Of(Sla, "2026-01-01", "2026-03-31").By(t => t.Given.Priority).Expected),
    ];

    private static double? Amount(SupportCopilot.Tickets.IncomingTicket t) => t.Fields!.GetValueOrDefault("Contract value") is { } text ? double.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}
