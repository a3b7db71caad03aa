using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>How a desk is asked by those who never saw it: in a hurry, by the headings of other reports, politely, in words that mean little elsewhere and something here.</summary>
internal static class StrangersAsk
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask OpenNow => T.Where(OpenAt(SetDesk.AsOf));

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    private static Ask InQ1(params Figure[] figures) => new Ask(figures).In("2026-01-01", "2026-03-31");

    private static Func<SetDesk, Expected> Refused => _ => new("refusal");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // headings of other reports
        ("Median first reply time (hrs) by ticket group - Q1 2026", InQ1(MedianReply).By(t => t.Group?.Name).Expected),
        ("% Satisfaction score by ticket channel, May", InMay(Csat).By(t => t.Channel).Expected),
        ("Reopened tickets (%) - May", InMay(Reopened).Expected),
        ("Tickets solved by assignee - May 2026", InMay(Solved).By(t => t.Assignee?.Name).Expected),
        ("Full resolution time (hrs) - median by ticket priority, Q1", InQ1(MedianResolution).By(t => t.Given.Priority).Expected),
        ("Created vs solved tickets by week - May", InMay(Arrived, Solved).Per(AsWeek).Expected),

        // in whole sentences
        ("Good morning! Would you be so kind as to tell me how many billing tickets Chen Wei was able to solve during May?", InMay(Solved).Where(Category("billing"), By("Chen Wei")).Expected),
        ("I was wondering whether you could give me, for the first quarter, the average number of replies per ticket in each of our teams.", InQ1(MeanReplies).By(t => t.Group?.Name).Expected),
        ("I'd be grateful for the number of Spanish tickets per month since the beginning of the year.", Year.Where(Language("es")).Per(AsMonth).Expected),
        ("Could I please have a list of the three organisations which sent us the most tickets between March and May?", T.In("2026-03-01", "2026-05-31").By(t => t.Organization?.Name).Top(3).Expected),
        ("Please to show me the quantity of the solved tickets by every agent for the month of May", InMay(Solved).By(t => t.Assignee?.Name).Expected),

        // what is still to be done, and what was never done
        ("tickets still to do by team", OpenNow.By(t => t.Group?.Name).Expected),
        ("May tickets that never got a reply", May.Where(Not(IsAnswered)).Expected),
        ("tickets yet to be answered, created in May", May.Where(Not(IsAnswered)).Expected),
        ("tickets of May which are not solved yet", Ask.Either(May.Where(IsOpen), May.Where(OpenAt(SetDesk.AsOf)))),
        ("tickets left over from May", Ask.Either(May.Where(IsOpen), May.Where(OpenAt(SetDesk.AsOf)))),
        ("open vip tickets older than a month", Ask.Either(OpenNow.Where(Tagged("vip"), t => t.CreatedAt < SetDesk.AsOf.AddDays(-30)), OpenNow.Where(Tagged("vip"), t => t.CreatedAt < SetDesk.AsOf.AddMonths(-1)))),

        // a bound, a part and a whole
        ("May tickets by team where the first reply took more than a day", May.Where(t => FirstReply(t) > 1440).By(t => t.Group?.Name).Expected),
        ("how many tickets in Q1 took longer than 10 hours to be answered first", Q1.Where(t => FirstReply(t) > 600).Expected),
        ("CSAT and median first reply time for each brand in Q1", InQ1(Csat, MedianReply).By(t => t.Brand).Expected),

        // held against each other
        ("How much slower was the first reply in May than in April?", InMay(MedianReply).Versus("2026-04-01", "2026-04-30").Expected),
        ("did Globex send more tickets than Initech in Q1?", Q1.Where(t => t.Organization?.Name is "Globex" or "Initech").By(t => t.Organization?.Name).Expected),

        // careless readings of these look right
        .. new[]
        {
            "tickets with low CSAT in May", "teams without open tickets", "tickets with a phone number in May", "tickets we should solve today", "tickets that are both billing and technical", "tickets escalated by Olivia Marsh in Q1",
            "tickets being thought about", "how many tickets will Chen Wei get", "will open tickets go down in July",
        }.Select(question => (question, Refused)),
    ];
}
