using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Constructions that were once refused, each in several other wordings than the one that told of it.</summary>
internal static class OtherWords
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask April => T.In("2026-04-01", "2026-04-30");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    private static Ask Weekends(string first, string last) => T.In(first, last).Where(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday));

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // what tickets do not have
        ("How many tickets in May don't have an agent?", May.Where(t => t.Assignee is null).Expected),
        ("tickets that do not have a brand in Q1", Q1.Where(t => t.Brand is null).Expected),
        ("How many of the May tickets lack a category?", May.Where(t => t.Given.Category is null).Expected),
        ("May tickets missing a product", May.Where(t => t.Product is null).Expected),
        ("tickets last month that haven't got an organization", May.Where(t => t.Organization is null).Expected),

        // one clock in one period, another in another
        ("tickets opened in March that were closed in April", T.In("2026-03-01", "2026-03-31").Where(SolvedIn("2026-04-01", "2026-04-30")).Expected),
        ("tickets raised last month and resolved this month", May.Where(SolvedIn("2026-06-01", "2026-06-18")).Expected),
        ("How many of the tickets created in April did we solve in May?", April.Where(SolvedIn("2026-05-01", "2026-05-31")).Expected),
        ("billing tickets created in May and closed in June", May.Where(Category("billing"), SolvedIn("2026-06-01", "2026-06-18")).Expected),
        ("How many tickets received in Q1 were not solved until Q2?", _ => new Expected("refusal")),

        // how long until
        ("technical tickets in May: how long until resolved, on average?", InMay(MeanResolution).Where(Category("technical")).Expected),
        ("How long did it take to get shipping tickets solved in May, on average?", InMay(MeanResolution).Where(Category("shipping")).Expected),
        ("mean time from creation to solution in May", InMay(MeanResolution).Expected),
        ("Average handling of billing tickets in May", _ => new Expected("refusal")),   // who handled them how long is not recorded
        ("In what time do we answer customers on average in May?", InMay(MeanReply).Expected),
        ("Within how much time do the agents reply on average in May?", InMay(MeanReply).Expected),
        ("After how much time was a ticket solved in May, on average?", InMay(MeanResolution).Expected),
        ("How much time passes on average until we answer, in May?", InMay(MeanReply).Expected),
        ("If someone from Globex writes to us, how long do they wait for a first reply on average?", new Ask(MeanReply).Where(From("Globex")).Expected),
        ("When customers contact us by phone, how long on average until they get an answer?", new Ask(MeanReply).Where(Channel("phone")).Expected),
        ("Once a ticket comes in through chat, how long does it take on average until it is solved?", new Ask(MeanResolution).Where(Channel("chat")).Expected),

        // a mean over two things at once
        ("On average, how many tickets does each agent close per month in Q1?", MeanOf("2026-01-01", "2026-03-31", AsMonth)),
        ("average solved tickets per agent per month in Q1", MeanOf("2026-01-01", "2026-03-31", AsMonth)),
        ("average number of tickets solved per agent and week in May", MeanOf("2026-05-01", "2026-05-31", AsWeek)),

        // several weekends
        ("tickets on the last two weekends", Weekends("2026-06-06", "2026-06-14").Expected),
        ("tickets during the past 4 weekends", Weekends("2026-05-23", "2026-06-14").Expected),
        ("How many tickets came in over the previous 3 weekends?", Weekends("2026-05-30", "2026-06-14").Expected),
        ("the last 3 weekends: tickets by channel", Weekends("2026-05-30", "2026-06-14").By(t => t.Channel).Expected),
        ("tickets in the weekend of June 6 and 7", T.In("2026-06-06", "2026-06-07").Expected),
        ("tickets on the weekend of 6-7 June", T.In("2026-06-06", "2026-06-07").Expected),
        ("tickets the weekend of the 13th June", T.In("2026-06-13", "2026-06-14").Expected),

        // what comes in
        ("How many tickets did we obtain in May?", May.Expected),
        ("How many tickets have reached us in May?", May.Expected),
        ("How many new requests have we gotten in May?", May.Expected),
        ("How many tickets did we collect in May?", May.Expected),

        // a comparison with its two sides in any order
        ("Comparison of the tickets May with April", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("compare the tickets of May to April", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("Comparing May to April: number of tickets", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("tickets comparison May / April", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("difference in tickets May to April", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("tickets in May and in April", Both("2026-05", "2026-04")),
        ("solved tickets for April and for May", Both("2026-04", "2026-05", Solved)),
        ("CSAT in April and May", Ask.Either(new Ask(Csat).In("2026-05-01", "2026-05-31").Versus("2026-04-01", "2026-04-30"), new Ask(Csat).In("2026-04-01", "2026-04-30").Versus("2026-05-01", "2026-05-31"), new Ask(Csat).In("2026-04-01", "2026-05-31"), new Ask(Csat).In("2026-04-01", "2026-05-31").Per(AsMonth))),

        // the unit behind its name
        ("For March month, how many tickets?", T.In("2026-03-01", "2026-03-31").Expected),
        ("billing tickets of May month", May.Where(Category("billing")).Expected),
        ("tickets during month of May", May.Expected),
        ("tickets in month May", May.Expected),
        ("tickets of the month past", May.Expected),
        ("tickets in the month passed", May.Expected),
        ("tickets of the year past", T.In("2025-01-01", "2025-12-31").Expected),

        // what is most something
        ("Which category is the most affected by the tickets in May?", May.By(t => t.Given.Category).Top(1).Expected),
        ("Which team was most touched by tickets in May?", May.By(t => t.Group?.Name).Top(1).Expected),
        ("the 3 tags the most used in May", May.ByEach(t => t.Tags!).Top(3).Expected),
        ("the channel the more used in May", May.By(t => t.Channel).Top(1).Expected),
        ("the category the less frequent in May", May.By(t => t.Given.Category).Least(1).Expected),
        ("mostly used channel in May", May.By(t => t.Channel).Top(1).Expected),

        // whether it grows
        ("Is the number of tickets growing since January?", T.In("2026-01-01", "2026-06-18").Per(AsMonth).Expected),
        ("Are billing tickets rising since February?", T.In("2026-02-01", "2026-06-18").Where(Category("billing")).Per(AsMonth).Expected),
        ("Has the ticket volume gone up since March?", T.In("2026-03-01", "2026-06-18").Per(AsMonth).Expected),
        ("Did tickets from Globex decrease since January?", T.In("2026-01-01", "2026-06-18").Where(From("Globex")).Per(AsMonth).Expected),

        // the adjective behind its noun
        ("How many customers different wrote in May?", InMay(Different(t => t.Requester?.Name)).Expected),
        ("number of organizations distinct in May", InMay(Different(t => t.Organization?.Name)).Expected),
        ("How many agents different handled tickets in May?", Ask.EitherOrAsked(InMay(Different(t => t.Assignee?.Name)), InMay(Different(t => t.Assignee?.Name) with { Clock = t => t.SolvedAt, Takes = t => t.Assignee is not null && IsDone(t) }))),
        ("How many different agents worked on tickets in May?", InMay(Different(t => t.Assignee?.Name)).Expected),

        // waiting
        ("How many tickets are in waiting for the customer?", T.Where(t => t.Status == "pending").Expected),
        ("tickets that wait for the client", T.Where(t => t.Status == "pending").Expected),
        ("tickets waiting for an answer of the customer", T.Where(t => t.Status == "pending").Expected),
        ("How many tickets are awaiting the customer's answer?", T.Where(t => t.Status == "pending").Expected),

        // courtesy
        ("Would you be so kind as to tell me how many tickets we had in May?", May.Expected),
        ("I'd be grateful if you could give me the tickets by channel in May", May.By(t => t.Channel).Expected),
        ("Sorry to bother you, but how many billing tickets came in last week?", T.In("2026-06-08", "2026-06-14").Where(Category("billing")).Expected),
        ("When you have a minute, could you please check how many tickets Olivia Marsh solved in May?", InMay(Solved).Where(By("Olivia Marsh")).Expected),
        ("Quick question: how many tickets did Globex raise in May?", May.Where(From("Globex")).Expected),
        ("Hope you are well. How many tickets were created in April?", April.Expected),
        ("No rush, but what was our CSAT in May?", InMay(Csat).Expected),
        ("If that is okay for you, show me the solved tickets of last week", new Ask(Solved).In("2026-06-08", "2026-06-14").Expected),
        ("Could you help me find out how many tickets were reopened in May? Thanks in advance!", May.Where(t => t.Reopens > 0).Expected),

        // what it is for
        ("For tomorrow's presentation I need the tickets per month in Q1", Q1.Per(AsMonth).Expected),
        ("My boss wants to know how many tickets we got in May", May.Expected),
        ("For the management review: CSAT by group in May", InMay(Csat).By(t => t.Group?.Name).Expected),
        ("I have a meeting with the board and need the number of solved tickets in May", InMay(Solved).Expected),
        ("I'm preparing a report and I need to know the median first reply time in May", InMay(MedianReply).Expected),
        ("for my weekly report: tickets by category last week", T.In("2026-06-08", "2026-06-14").By(t => t.Given.Category).Expected),

        // bounds with two ends
        ("tickets with between 2 and 4 replies in May", May.Where(t => ReplyCount(t) is >= 2 and <= 4).Expected),
        ("tickets in May with 1 to 3 replies", May.Where(t => ReplyCount(t) is >= 1 and <= 3).Expected),
        ("tickets solved in May that took between 1 and 3 days", InMay(Solved).Where(t => Resolution(t) is >= 24 and <= 72).Expected),
        ("tickets in May with a first reply between 1 and 4 hours", May.Where(t => FirstReply(t) is >= 60 and <= 240).Expected),

        // days left out
        ("tickets this year but not in May", T.In("2026-01-01", "2026-06-18").Where(t => !Created("2026-05-01", "2026-05-31")(t)).Expected),
        ("tickets in 2026 except for May", T.In("2026-01-01", "2026-06-18").Where(t => !Created("2026-05-01", "2026-05-31")(t)).Expected),
        ("tickets in Q1 excluding February by channel", Q1.Where(t => !Created("2026-02-01", "2026-02-28")(t)).By(t => t.Channel).Expected),

        // slips inside a name
        ("How many tickets from Init-ech in May?", _ => new Expected("choices") { Names = "Initech" }),
        ("tickets from Glo bex in May", _ => new Expected("choices") { Names = "Globex" }),
        ("tickets from Wayne Logistcs in May", _ => new Expected("choices") { Names = "Wayne Logistics" }),

        // out of reach, and said why
        ("average first reply time in business hours in May", _ => new Expected("refusal") { Names = "business hours" }),
        ("How many working hours did it take to solve tickets in May?", _ => new Expected("refusal") { Names = "hours" }),
        ("For our VIP customers I need the revenue by month", _ => new Expected("refusal") { Names = "revenue" }),
        ("For the opera I need the number of tickets in May", _ => new Expected("refusal") { Names = "opera" }),
    ];

    /// <summary>The solved tickets of those who have any, over agents and steps: each agent counts in each step.</summary>
    public static Func<SetDesk, Expected> MeanOf(string first, string last, Func<DateTime, string> step) => desk =>
    {
        var solved = desk.Live.Where(t => t.Assignee is not null && SolvedIn(first, last)(t)).ToList();
        var agents = solved.Select(t => t.Assignee!.Name).Distinct().Count();
        var steps = Enumerable.Range(0, 400).Select(i => DateTime.Parse(first, System.Globalization.CultureInfo.InvariantCulture).AddDays(i)).TakeWhile(day => string.CompareOrdinal(AsDay(day), last) <= 0).Select(step).Distinct().Count();
        return new("answer") { AnyOf = [new Ask(Solved).In(first, last).Where(t => t.Assignee is not null).Per(step).By(t => t.Assignee?.Name).Expected(desk).AnyOf[0] with { Says = solved.Count / (double)(agents * steps), IsOrdered = false }] };
    };

    /// <summary>Two months named together: the one beside the other either way, or both as steps.</summary>
    private static Func<SetDesk, Expected> Both(string one, string other, Figure? figure = null)
    {
        var (first, second) = (MonthOf(one), MonthOf(other));
        var asked = new Ask(figure ?? Arrived);
        var (from, to) = string.CompareOrdinal(one, other) < 0 ? (first.First, second.Last) : (second.First, first.Last);
        return Ask.Either(asked.In(first.First, first.Last).Versus(second.First, second.Last), asked.In(second.First, second.Last).Versus(first.First, first.Last), asked.In(from, to).Per(AsMonth));
    }

    private static (string First, string Last) MonthOf(string month)
    {
        var day = DateTime.Parse($"{month}-01", System.Globalization.CultureInfo.InvariantCulture);
        return (AsDay(day), AsDay(day.AddMonths(1).AddDays(-1)));
    }
}
