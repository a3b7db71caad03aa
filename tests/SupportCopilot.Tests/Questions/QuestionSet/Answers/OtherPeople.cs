using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>In the English of managers who think in German, Hindi or French, and do not know the words of support desks.</summary>
internal static class OtherPeople
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask LastWeek => T.In("2026-06-08", "2026-06-14");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // thinking in German
        ("How many tickets have we become in May?", May.Expected),
        ("Please the number of the open tickets per team", T.Where(OpenAt(SetDesk.AsOf)).By(t => t.Group?.Name).Expected),
        ("How many tickets were in the calendar week 20 created?", T.In("2026-05-11", "2026-05-17").Expected),
        ("Number tickets since begin of the year", Year.Expected),
        ("Which customer has the most tickets opened in the last month?", May.By(t => t.Requester?.Name).Top(1).Expected),
        ("How high was the SLA fulfilment in May?", InMay(Sla).Expected),
        ("Average processing time of the technical tickets in May", InMay(MeanResolution).Where(Category("technical")).Expected),
        ("How many tickets has Björn Lindqvist last week solved?", new Ask(Solved).In("2026-06-08", "2026-06-14").Where(By("Björn Lindqvist")).Expected),
        ("Tickets from the 1st until the 15th of May", T.In("2026-05-01", "2026-05-15").Expected),
        ("How many tickets without assigned agent do we have actually?", T.Where(t => t.Assignee is null).Expected),
        ("Give me please an overview of the tickets in May by channel", May.By(t => t.Channel).Expected),
        ("Tickets in May 2026, splitted by priority", May.By(t => t.Given.Priority).Expected),
        ("What is the quota of reopened tickets in Q1?", new Ask(Reopened).In("2026-01-01", "2026-03-31").Expected),
        ("How did the ticket numbers develop per month in 2026?", Year.Per(AsMonth).Expected),
        ("How many of the tickets in May came over the phone?", May.Where(Channel("phone")).Expected),
        ("all tickets from 17.06.2026", T.In("2026-06-17").Expected),
        ("Comparison tickets May to April", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("tickets from KW 23", T.In("2026-06-01", "2026-06-07").Expected),
        ("Are there in May more tickets than in April?", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("the five customers with the most tickets in this year", Year.By(t => t.Requester?.Name).Top(5).Expected),

        // thinking in Hindi
        ("Kindly share the ticket count for the month of May", May.Expected),
        ("Pls tell how many tickets are pending as on today", Ask.Either(T.Where(t => t.Status == "pending"), T.Where(OpenAt(SetDesk.AsOf)))),
        ("What is the total no. of tickets raised in last week?", LastWeek.Expected),
        ("Kindly provide agent wise ticket count for May", May.By(t => t.Assignee?.Name).Expected),
        ("month wise tickets for this year", Year.Per(AsMonth).Expected),
        ("priority wise break up of open tickets", T.Where(OpenAt(SetDesk.AsOf)).By(t => t.Given.Priority).Expected),
        ("How many tickets got closed by Sana Iqbal in the month of May only?", InMay(Solved).Where(By("Sana Iqbal")).Expected),
        ("tell me how many tickets came yesterday only", T.In("2026-06-17").Expected),
        ("What all categories had more than 40 tickets in May?", May.By(t => t.Given.Category).Having(n => n > 40).Expected),
        ("Team wise and channel wise tickets for Q1", Q1.By(t => t.Group?.Name).By(t => t.Channel).Expected),
        ("Please revert with the average first response time for Payments team in May", InMay(MeanReply).Where(Team("Payments")).Expected),
        ("how many nos. of tickets are there in Tier 2 which are still not solved?", T.Where(OpenAt(SetDesk.AsOf), Team("Tier 2")).Expected),
        ("CSAT score of Olivia Marsh for last quarter please", new Ask(Csat).In("2026-01-01", "2026-03-31").Where(By("Olivia Marsh")).Expected),
        ("In May month how many billing tickets we got?", May.Where(Category("billing")).Expected),
        ("please give data of tickets day wise for last week", LastWeek.Per(AsDay).Expected),
        ("which agent is having highest number of open tickets?", T.Where(OpenAt(SetDesk.AsOf)).By(t => t.Assignee?.Name).Top(1).Expected),
        ("Out of the tickets created in May, how many are still open?", May.Where(IsOpen).Expected),
        ("tickets of Globex which are not closed till now", T.Where(OpenAt(SetDesk.AsOf), From("Globex")).Expected),
        ("what % of tickets SLA was missed in May", Ask.Either(InMay(Share(t => t.SlaMet == false)), InMay(Share(t => t.SlaMet == false, t => t.SlaMet is not null)))),
        ("Need count of chat tickets, May vs April", May.Where(Channel("chat")).Versus("2026-04-01", "2026-04-30").Expected),

        // thinking in French
        ("How many tickets we have received the last month?", May.Expected),
        ("What is the number of tickets treated by the team Payments in May?", Ask.Either(InMay(Solved).Where(Team("Payments")), May.Where(Team("Payments")))),
        ("The repartition of the tickets by category in May", May.By(t => t.Given.Category).Expected),
        ("In how much time do we answer to the clients, in average, in May?", InMay(MeanReply).Expected),
        ("the evolution of the number of tickets by week since the 1st of April", T.In("2026-04-01", "2026-06-18").Per(AsWeek).Expected),
        ("Which is the product the most concerned by the tickets in May?", May.By(t => t.Product).Top(1).Expected),
        ("the tickets of the client Initech during the first trimester", Q1.Where(From("Initech")).Expected),
        ("What is the part of the tickets from Globex in May?", InMay(Share(From("Globex"))).Expected),
        ("Does the number of tickets increase since January?", Year.Per(AsMonth).Expected),
        // people or companies: the word says neither, and the interpretation tells which
        ("How many clients different have contacted us in May?", Ask.EitherOrAsked(InMay(Different(t => t.Requester?.Name)), InMay(Different(t => t.Organization?.Name)))),
        ("tickets opened the weekend of the 6 and 7 June", T.In("2026-06-06", "2026-06-07").Expected),
        ("the tickets solved in less of 24 hours in May", Ask.Either(InMay(Solved).Where(t => Resolution(t) < 24), May.Where(t => Resolution(t) < 24))),
        ("What is the delay of first response by channel for the month of May?", Ask.Either(InMay(MedianReply).By(t => t.Channel), InMay(MeanReply).By(t => t.Channel))),
        ("How many tickets in wait of the customer have we?", T.Where(t => t.Status == "pending").Expected),
        ("the 3 tags the more used in May", May.ByEach(t => t.Tags!).Top(3).Expected),
        ("Number of tickets in portuguese by month in 2026", Year.Where(Language("pt")).Per(AsMonth).Expected),
        ("tickets of the quarter past", Q1.Expected),
        ("How many tickets by day in average in May?", May.Per(AsDay).OnAverage().Expected),
        ("What were the tickets by brand, the past week?", Ask.EitherOrAsked(LastWeek.By(t => t.Brand), T.In("2026-06-11", "2026-06-17").By(t => t.Brand))),
        ("the satisfaction of the clients in May and in April", Ask.Either(InMay(Csat).Versus("2026-04-01", "2026-04-30"), new Ask(Csat).In("2026-04-01", "2026-05-31").Per(AsMonth))),

        // telegraphic, on the phone
        ("open tix Tier 2", T.Where(OpenAt(SetDesk.AsOf), Team("Tier 2")).Expected),
        ("csat may", InMay(Csat).Expected),
        ("frt last week", Ask.Either(new Ask(MedianReply).In("2026-06-08", "2026-06-14"), new Ask(MeanReply).In("2026-06-08", "2026-06-14"))),
        ("vol by wk ytd", Year.Per(AsWeek).Expected),
        ("top customers may", Ask.Either(May.By(t => t.Requester?.Name).Top(5), May.By(t => t.Requester?.Name).Top(10))),
        ("backlog now, by agent", T.Where(OpenAt(SetDesk.AsOf)).By(t => t.Assignee?.Name).Expected),
        ("email vs phone May", May.Where(Channel("email", "phone")).By(t => t.Channel).Expected),
        ("Globex??", T.Where(From("Globex")).Expected),
        ("reopened last week", LastWeek.Where(t => t.Reopens > 0).Expected),
        ("refund requests, May", May.Where(t => t.Given.Subcategory == "refund request").Expected),

        // long-winded
        ("I was wondering whether you could tell me, if it's not too much trouble, how many shipping tickets we received from Wayne Logistics in the month of May", May.Where(Category("shipping"), From("Wayne Logistics")).Expected),
        ("For our board meeting I need the number of tickets, by month, for the first quarter of 2026", Q1.Per(AsMonth).Expected),
        ("Looking only at tickets that came in through chat and that were not about billing, how many did we get in May?", May.Where(Channel("chat"), Not(Category("billing"))).Expected),
        ("Of all the tickets that Olivia Marsh solved in May, how many had been reopened at least once?", InMay(Solved).Where(By("Olivia Marsh"), t => t.Reopens >= 1).Expected),
        ("When a customer of Umbrella Health writes to us, how long does it take on average until they get a first answer?", new Ask(MeanReply).Where(From("Umbrella Health")).Expected),
        ("Leaving aside the Returns Desk, how many tickets did each group receive in May?", May.Where(Not(Team("Returns Desk"))).By(t => t.Group?.Name).Expected),

        // out of reach, in the same voices
        Refused("How much turnover do we make with Globex?", "turnover"),
        Refused("Please book me a meeting with Olivia Marsh", "meeting"),
        Refused("Which of my colleagues will resign next?", "resign"),
        Refused("tickets from the planet Mars in May", "Mars"),
        Refused("how many tickets did Ludwig solve last week", "Ludwig"),
        Refused("How many calls did we miss because of the storm?", "storm"),
        ("tickets with the tag vipp in May", _ => new Expected("choices") { Names = "vip" }),
        ("How many tickets from Glob-ex in May?", _ => new Expected("choices") { Names = "Globex" }),
    ];

    private static (string, Func<SetDesk, Expected>) Refused(string question, string names) => (question, _ => new Expected("refusal") { Names = names });
}
