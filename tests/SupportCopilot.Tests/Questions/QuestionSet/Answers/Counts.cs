using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>How many: of a period, of an instant, of what they are like and are not.</summary>
internal static class Counts
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask LastWeek => T.In("2026-06-08", "2026-06-14");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask Quarter => T.In("2026-04-01", "2026-06-18");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("How many tickets did we get last month?", May.Expected),
        ("ticket volume May 2026", May.Expected),
        ("Could you tell me how many new tickets came in yesterday, please?", T.In("2026-06-17").Expected),
        ("Number of requests received in the first quarter of this year", Q1.Expected),
        ("what was our intake last week", LastWeek.Expected),
        ("count of cases opened since 1 June", T.In("2026-06-01", "2026-06-18").Expected),
        ("tickets today", T.In("2026-06-18").Expected),
        ("How many support requests have been logged so far this year?", Year.Expected),
        ("all tickets ever", T.Expected),
        ("How much tickets we have received in April?", T.In("2026-04-01", "2026-04-30").Expected),
        ("Tickets raised by customers between 5 and 12 May", T.In("2026-05-05", "2026-05-12").Expected),
        ("How many inquiries were submitted on Memorial Day?", T.In("2026-05-25").Expected),
        ("In the past 30 days, how many tickets were created?", T.In("2026-05-19", "2026-06-17").Expected),
        ("Give me the count of issues reported in Q4 2025", T.In("2025-10-01", "2025-12-31").Expected),
        ("I'd like to know the number of tickets that arrived on weekends in May.", May.Where(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday)).Expected),
        ("How many tickets were created on Christmas Day?", T.In("2025-12-25").Expected),
        ("How many came in this morning?", T.In("2026-06-18").Expected),
        ("tickets received on working days last month", May.Where(Not(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday))).Expected),
        ("tickets logged week commencing 8 June", LastWeek.Expected),
        ("How many tickets landed on Mondays in the second quarter?", Quarter.Where(OnDays(DayOfWeek.Monday)).Expected),

        ("How many billing tickets were opened in May?", May.Where(Category("billing")).Expected),
        ("Number of shipping cases last week", LastWeek.Where(Category("shipping")).Expected),
        ("How many phone tickets did we have in April 2026?", T.In("2026-04-01", "2026-04-30").Where(Channel("phone")).Expected),
        ("tickets from Globex this quarter", Quarter.Where(From("Globex")).Expected),
        ("How many requests did Umbrella Health send us in March?", T.In("2026-03-01", "2026-03-31").Where(From("Umbrella Health")).Expected),
        ("What number of technical tickets is assigned to the Tier 2 group?", T.Where(Category("technical"), Team("Tier 2")).Expected),
        ("How many VIP tickets have we received this year?", Year.Where(Tagged("vip")).Expected),
        ("tickets tagged churn-risk, last 90 days", T.In("2026-03-20", "2026-06-17").Where(Tagged("churn-risk")).Expected),
        ("How many cases in Spanish did we receive in May?", May.Where(Language("es")).Expected),
        ("How many Compass Pro tickets came via chat last month?", May.Where(Product("Compass Pro"), Channel("chat")).Expected),
        ("Please count the tickets of the Heron brand which were created in May.", May.Where(Brand("Heron")).Expected),
        ("high-priority technical tickets from Initech since January", Year.Where(Priority("high"), Category("technical"), From("Initech")).Expected),
        ("tickets with negative sentiment last week", LastWeek.Where(Sentiment("negative")).Expected),
        ("How many tickets about Beacon 2 were raised by Wayne Logistics in 2026?", Year.Where(Product("Beacon 2"), From("Wayne Logistics")).Expected),
        ("How many tickets does Sana Iqbal have open right now?", T.Where(OpenAt(SetDesk.AsOf), By("Sana Iqbal")).Expected),
        ("number of problem tickets in Q1", Q1.Where(Type("problem")).Expected),
        ("How many tickets were filed under integration or product last month?", May.Where(Category("integration", "product")).Expected),
        ("emails received in May", May.Where(Channel("email")).Expected),
        ("How many chats did we have last week?", LastWeek.Where(Channel("chat")).Expected),
        ("double charge tickets since the beginning of the year", Year.Where(Tagged("double charge")).Expected),
        ("How many tickets contain the word \"invoice\"?", T.Where(Mentions("invoice")).Expected),
        ("tickets mentioning passport in May", May.Where(Mentions("passport")).Expected),
        ("Which number of tickets was received from customers of Stark & Söhne in the last six months?", Ask.Either(
            T.In("2025-12-18", "2026-06-17").Where(From("Stark & Söhne")), T.In("2025-12-19", "2026-06-18").Where(From("Stark & Söhne")),
            T.In("2025-12-18", "2026-06-18").Where(From("Stark & Söhne")), T.In("2025-12-01", "2026-05-31").Where(From("Stark & Söhne")))),

        ("How many tickets in May were not billing?", May.Where(Not(Category("billing"))).Expected),
        ("tickets without an assignee", T.Where(t => t.Assignee is null).Expected),
        ("Tickets from anyone other than Globex last month", Ask.Either(May.Where(Not(From("Globex"))), May.Where(Not(From("Globex")), t => t.Organization is not null))),
        ("How many tickets have no category?", T.Where(t => t.Given.Category is null).Expected),
        ("tickets excluding chat and phone in Q1 2026", Q1.Where(Not(Channel("chat", "phone"))).Expected),
        ("How many non-English tickets did we get in April?", T.In("2026-04-01", "2026-04-30").Where(Not(Language("en"))).Expected),
        ("May tickets that were neither billing nor shipping", May.Where(Not(Category("billing", "shipping"))).Expected),
        ("How many open tickets are not assigned to anybody?", T.Where(OpenAt(SetDesk.AsOf), t => t.Assignee is null).Expected),
        ("tickets created in May without any tag", May.Where(t => t.Tags!.Count == 0).Expected),
        ("tickets last week except those of Tier 2", LastWeek.Where(Not(Team("Tier 2"))).Expected),
        ("How many tickets in Q2 don't have a product?", Quarter.Where(t => t.Product is null).Expected),
        ("Number of tickets that do not mention refund in May", May.Where(Not(Mentions("refund"))).Expected),
        ("tickets with an organization but no product", T.Where(t => t.Organization is not null && t.Product is null).Expected),
        ("How many tickets from last month were never reopened?", May.Where(t => t.Reopens == 0).Expected),
        ("How many tickets created in May are still not answered?", May.Where(Not(IsAnswered)).Expected),

        ("How many tickets are open at the moment?", T.Where(OpenAt(SetDesk.AsOf)).Expected),
        ("What's our current backlog?", T.Where(OpenAt(SetDesk.AsOf)).Expected),
        ("how many tickets are pending", T.Where(t => t.Status == "pending").Expected),
        ("Number of tickets on hold in the Payments group", T.Where(t => t.Status == "hold", Team("Payments")).Expected),
        ("How many tickets created in May are still open?", May.Where(IsOpen).Expected),
        ("unresolved high priority tickets", T.Where(OpenAt(SetDesk.AsOf), Priority("high")).Expected),
        ("open tickets older than 7 days", Ask.Either(T.Where(OpenAt(SetDesk.AsOf), t => t.CreatedAt < SetDesk.AsOf.AddDays(-7)), T.Where(OpenAt(SetDesk.AsOf), t => t.CreatedAt < Midnight(new(2026, 6, 11))))),
        ("How many tickets remain unsolved from Q1?", Q1.Where(IsOpen).Expected),

        ("How many tickets did we solve last week?", new Ask(Solved).In("2026-06-08", "2026-06-14").Expected),
        ("Tickets resolved in May", new Ask(Solved).In("2026-05-01", "2026-05-31").Expected),
        ("How many cases did Olivia Marsh close last month?", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(By("Olivia Marsh")).Expected),
        ("solved yesterday?", new Ask(Solved).In("2026-06-17").Expected),
        ("How many of the tickets created in May have been solved?", May.Where(IsDone).Expected),
        ("tickets created in April and solved in May", T.In("2026-04-01", "2026-04-30").Where(SolvedIn("2026-05-01", "2026-05-31")).Expected),
        ("How many tickets were updated in the last 7 days?", new Ask(Updated).In("2026-06-11", "2026-06-17").Expected),
        ("number of tickets Chen Wei resolved in Q1 2026", new Ask(Solved).In("2026-01-01", "2026-03-31").Where(By("Chen Wei")).Expected),

        ("What was the backlog at the end of May?", T.Where(OpenAfter("2026-05-31")).Expected),
        ("How many tickets were open on 1 March 2026?", T.Where(OpenAfter("2026-03-01")).Expected),
        ("Open tickets at year end 2025", T.Where(OpenAfter("2025-12-31")).Expected),
        ("backlog per month this year", Backlog(["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31", "2026-06-18"], AsMonth)),
        ("How many technical tickets were open at the end of last quarter?", T.Where(OpenAfter("2026-03-31"), Category("technical")).Expected),
        ("How many tickets were open a month ago?", Ask.Either(T.Where(OpenAfter("2026-05-18")), T.Where(OpenAt(Midnight(new(2026, 5, 18)))), T.Where(OpenAt(SetDesk.AsOf.AddMonths(-1))))),
        ("backlog by group at the end of April", T.Where(OpenAfter("2026-04-30")).By(t => t.Group?.Name).Expected),
    ];

    /// <summary>What was open as each step ended, the running one now; the tickets are those of its last moment.</summary>
    private static Func<SetDesk, Expected> Backlog(IReadOnlyList<string> ends, Func<DateTime, string> step) => desk =>
    {
        var rows = ends.Select(day => new Row([step(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture))], [desk.Live.Count(OpenAfter(day))])).ToList();
        return new("answer") { AnyOf = [new(rows, [.. desk.Live.Where(OpenAt(SetDesk.AsOf))]) { IsOrdered = true }] };
    };
}
