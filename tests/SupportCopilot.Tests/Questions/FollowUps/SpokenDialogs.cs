using SupportCopilot.Tests.Questions.QuestionSet;
using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>What is said in conversations, asked on Thursday 18 June 2026 in New York, and what each turn must give.</summary>
internal static class SpokenDialogs
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask April => T.In("2026-04-01", "2026-04-30");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask LastWeek => T.In("2026-06-08", "2026-06-14");

    private static Func<SetDesk, Expected> Refused => _ => new Expected("refusal");

    private static Ask InMay(Figure figure) => new Ask(figure).In("2026-05-01", "2026-05-31");

    private static Ask InApril(Figure figure) => new Ask(figure).In("2026-04-01", "2026-04-30");

    private static Ask OpenNow => T.Where(OpenAt(SetDesk.AsOf));

    private static Ask OpenOn(string day) => T.Where(OpenAfter(day));

    private static string? WeekPart(IncomingTicket t) => t.CreatedAt is { } at ? Local(at).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : "weekday" : null;

    private static Figure UrgentShare => Share(Priority("urgent"));

    public static IReadOnlyList<IReadOnlyList<(string Said, Func<SetDesk, Expected> Expected)>> All { get; } =
    [
        // add and split
        [("tickets last month", May.Expected), ("by channel", May.By(t => t.Channel).Expected), ("only email", May.By(t => t.Channel).Where(Channel("email")).Expected)],
        [("How many tickets came in last month?", May.Expected), ("and by category?", May.By(t => t.Given.Category).Expected), ("and in April?", April.By(t => t.Given.Category).Expected), ("in total", April.Expected)],
        [("tickets in May", May.Expected), ("split that by team", May.By(t => t.Group?.Name).Expected), ("just the top 2", May.By(t => t.Group?.Name).Top(2).Expected)],
        [("billing tickets in May", May.Where(Category("billing")).Expected), ("also shipping", May.Where(Category("billing", "shipping")).Expected), ("by month this year", Year.Where(Category("billing", "shipping")).Per(AsMonth).Expected)],
        [("tickets in May", May.Expected), ("per week", May.Per(AsWeek).Expected), ("make it daily", May.Per(t => AsDay(t)).Expected), ("how many in total?", May.Expected)],
        [("tickets from Globex this year", Year.Where(From("Globex")).Expected), ("and Initech?", Year.Where(From("Initech")).Expected), ("per month", Year.Where(From("Initech")).Per(AsMonth).Expected), ("not urgent priority", Year.Where(From("Initech"), Not(Priority("urgent"))).Per(AsMonth).Expected), ("how many in total?", Year.Where(From("Initech"), Not(Priority("urgent"))).Expected)],
        [("tickets in May by category", May.By(t => t.Given.Category).Expected), ("what's the total?", May.Expected), ("by language", May.By(t => t.Given.Language).Expected), ("how many is that altogether?", May.Expected)],
        [("chat tickets in May", May.Where(Channel("chat")).Expected), ("per week", May.Where(Channel("chat")).Per(AsWeek).Expected), ("overall", May.Where(Channel("chat")).Expected)],

        // replace
        [("tickets in May by category", May.By(t => t.Given.Category).Expected), ("what about April?", April.By(t => t.Given.Category).Expected), ("by channel instead", April.By(t => t.Channel).Expected)],
        [("csat in May", InMay(Csat).Expected), ("and in April?", InApril(Csat).Expected), ("for Payments", InApril(Csat).Where(Team("Payments")).Expected), ("same for Tier 2", InApril(Csat).Where(Team("Tier 2")).Expected)],
        [("email tickets last week", LastWeek.Where(Channel("email")).Expected), ("and web?", LastWeek.Where(Channel("web")).Expected), ("the week before?", T.In("2026-06-01", "2026-06-07").Where(Channel("web")).Expected)],
        [("median first reply time in May by channel", InMay(MedianReply).By(t => t.Channel).Expected), ("and the average?", InMay(MeanReply).By(t => t.Channel).Expected), ("what about p90?", InMay(P90Reply).By(t => t.Channel).Expected), ("in April", InApril(P90Reply).By(t => t.Channel).Expected)],
        [("tickets yesterday", T.In("2026-06-17").Expected), ("and the day before?", T.In("2026-06-16").Expected), ("and the day before that?", T.In("2026-06-15").Expected)],
        [("solved tickets last month", InMay(Solved).Expected), ("same for April", InApril(Solved).Expected), ("by agent", InApril(Solved).By(t => t.Assignee?.Name).Expected)],
        [("tickets in May by channel", May.By(t => t.Channel).Expected), ("what about solved ones?", InMay(Solved).By(t => t.Channel).Expected), ("for Beacon 2", InMay(Solved).By(t => t.Channel).Where(Product("Beacon 2")).Expected)],
        [("tickets per day last week", LastWeek.Per(t => AsDay(t)).Expected), ("the week before", T.In("2026-06-01", "2026-06-07").Per(t => AsDay(t)).Expected), ("only billing", T.In("2026-06-01", "2026-06-07").Where(Category("billing")).Per(t => AsDay(t)).Expected)],

        // remove
        [("chat tickets in May by team", May.Where(Channel("chat")).By(t => t.Group?.Name).Expected), ("for all channels", May.By(t => t.Group?.Name).Expected), ("drop the teams", May.Expected)],
        [("billing or shipping tickets in May", May.Where(Category("billing", "shipping")).Expected), ("drop billing", May.Where(Category("shipping")).Expected), ("remove all filters", May.Expected)],
        [("tickets in May compared with April", May.Versus("2026-04-01", "2026-04-30").Expected), ("by channel", May.Versus("2026-04-01", "2026-04-30").By(t => t.Channel).Expected), ("without the comparison", May.By(t => t.Channel).Expected)],
        [("tickets in May per week by channel", May.Per(AsWeek).By(t => t.Channel).Expected), ("drop the weekly split", May.By(t => t.Channel).Expected), ("only phone", May.By(t => t.Channel).Where(Channel("phone")).Expected)],
        [("tickets in May on weekends", May.Where(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday)).Expected), ("all days", May.Expected), ("by channel", May.By(t => t.Channel).Expected)],
        [("tickets in May by category excluding billing", May.Where(Not(Category("billing"))).By(t => t.Given.Category).Expected), ("include billing again", May.By(t => t.Given.Category).Expected), ("top 3", May.By(t => t.Given.Category).Top(3).Expected)],

        // shares
        [("tickets by category in May", May.By(t => t.Given.Category).Expected), ("as a percentage", May.By(t => t.Given.Category).AsPart().Expected), ("just billing", InMay(Share(Category("billing"))).Expected), ("how many is that?", May.Where(Category("billing")).Expected)],
        [("tickets by channel in May", May.By(t => t.Channel).Expected), ("as a percentage", May.By(t => t.Channel).AsPart().Expected), ("how many is that?", May.By(t => t.Channel).Expected)],
        [("what share of tickets in May were urgent priority?", InMay(UrgentShare).Expected), ("and high?", InMay(Share(Priority("high"))).Expected), ("by team", InMay(Share(Priority("high"))).By(t => t.Group?.Name).Expected), ("in April", InApril(Share(Priority("high"))).By(t => t.Group?.Name).Expected)],
        [("chat tickets in May", May.Where(Channel("chat")).Expected), ("what percentage is that?", InMay(Share(Channel("chat"))).Expected), ("and email?", InMay(Share(Channel("email"))).Expected)],
        [("tickets in May", May.Expected), ("what share were billing?", InMay(Share(Category("billing"))).Expected), ("and shipping?", InMay(Share(Category("shipping"))).Expected), ("how many is that?", May.Where(Category("shipping")).Expected)],
        [("tickets by channel in May", May.By(t => t.Channel).Expected), ("as a percentage", May.By(t => t.Channel).AsPart().Expected), ("in total", Refused)],

        // pronouns, narrowing
        [("tickets in May", May.Expected), ("how many of those were solved?", May.Where(IsDone).Expected), ("by team", May.Where(IsDone).By(t => t.Group?.Name).Expected)],
        [("tickets in May", May.Expected), ("how many of them were billing?", May.Where(Category("billing")).Expected), ("and of those, how many came by email?", May.Where(Category("billing"), Channel("email")).Expected)],
        [("web tickets in May", May.Where(Channel("web")).Expected), ("only those from Globex", May.Where(Channel("web"), From("Globex")).Expected), ("and the others?", Refused)],
        [("chat tickets in May", May.Where(Channel("chat")).Expected), ("and the others?", May.Where(Not(Channel("chat"))).Expected), ("by channel", May.Where(Not(Channel("chat"))).By(t => t.Channel).Expected)],
        [("csat in May", InMay(Csat).Expected), ("and for Payments?", InMay(Csat).Where(Team("Payments")).Expected), ("and the rest?", InMay(Csat).Where(Not(Team("Payments"))).Expected)],
        [("tickets in May by category", May.By(t => t.Given.Category).Expected), ("top 3", May.By(t => t.Given.Category).Top(3).Expected), ("and the others?", Refused)],
        [("tickets with product Atlas in May", May.Where(Product("Atlas")).Expected), ("just the billing ones", May.Where(Product("Atlas"), Category("billing")).Expected), ("how many is that?", May.Where(Product("Atlas"), Category("billing")).Expected)],
        [("solved tickets in May by agent", InMay(Solved).By(t => t.Assignee?.Name).Expected), ("only those with more than 10", InMay(Solved).By(t => t.Assignee?.Name).Having(n => n > 10).Expected), ("in April", InApril(Solved).By(t => t.Assignee?.Name).Having(n => n > 10).Expected)],

        // ranks
        [("csat by team in May", InMay(Csat).By(t => t.Group?.Name).Expected), ("which one is worse?", InMay(Csat).By(t => t.Group?.Name).Least(1).Expected), ("and the best?", InMay(Csat).By(t => t.Group?.Name).Top(1).Expected)],
        [("tickets by team in May", May.By(t => t.Group?.Name).Expected), ("which one is bigger?", May.By(t => t.Group?.Name).Top(1).Expected), ("in April", April.By(t => t.Group?.Name).Top(1).Expected)],
        [("csat by channel in May", InMay(Csat).By(t => t.Channel).Expected), ("worst one", InMay(Csat).By(t => t.Channel).Least(1).Expected), ("all of them", InMay(Csat).By(t => t.Channel).Expected)],
        [("median resolution time in May by team", InMay(MedianResolution).By(t => t.Group?.Name).Expected), ("slowest one", InMay(MedianResolution).By(t => t.Group?.Name).Top(1).Expected), ("and in April?", InApril(MedianResolution).By(t => t.Group?.Name).Top(1).Expected)],
        [("tickets by organization in May", May.By(t => t.Organization?.Name).Expected), ("top 3", May.By(t => t.Organization?.Name).Top(3).Expected), ("no, top 2", May.By(t => t.Organization?.Name).Top(2).Expected)],

        // corrections
        [("tickets last month", May.Expected), ("no, I meant last week", LastWeek.Expected), ("by channel", LastWeek.By(t => t.Channel).Expected)],
        [("email tickets in May", May.Where(Channel("email")).Expected), ("no sorry, chat", May.Where(Channel("chat")).Expected), ("oops, I meant phone", May.Where(Channel("phone")).Expected)],
        [("tickets in May by channel", May.By(t => t.Channel).Expected), ("sorry, I meant by category", May.By(t => t.Given.Category).Expected), ("actually, only urgent priority", May.Where(Priority("urgent")).By(t => t.Given.Category).Expected)],
        [("tickets in April", April.Expected), ("I meant May", May.Expected), ("wait, no, April", April.Expected)],
        [("tickets in May", May.Expected), ("by team", May.By(t => t.Group?.Name).Expected), ("undo", May.Expected)],

        // side by side
        [("billing tickets in May", May.Where(Category("billing")).Expected), ("and shipping?", May.Where(Category("shipping")).Expected), ("both together", May.Where(Category("billing", "shipping")).Expected)],
        [("billing tickets in May", May.Where(Category("billing")).Expected), ("and shipping?", May.Where(Category("shipping")).Expected), ("compare them", May.Where(Category("billing", "shipping")).By(t => t.Given.Category).Expected), ("which one is bigger?", May.Where(Category("billing", "shipping")).By(t => t.Given.Category).Top(1).Expected)],
        [("tickets in April", April.Expected), ("and in May?", May.Expected), ("compare them", May.Versus("2026-04-01", "2026-04-30").Expected), ("by channel", May.Versus("2026-04-01", "2026-04-30").By(t => t.Channel).Expected)],
        [("tickets in May", May.Expected), ("and in April?", April.Expected), ("both together", T.In("2026-04-01", "2026-05-31").Expected)],
        [("tickets in May", May.Expected), ("and in February?", T.In("2026-02-01", "2026-02-28").Expected), ("both together", Refused)],
        [("tickets in May", May.Expected), ("compared to April", May.Versus("2026-04-01", "2026-04-30").Expected), ("and billing?", May.Where(Category("billing")).Versus("2026-04-01", "2026-04-30").Expected)],
        [("tickets in May compared with April", May.Versus("2026-04-01", "2026-04-30").Expected), ("drop the comparison", May.Expected), ("backlog", OpenOn("2026-05-31").Expected)],

        // the figure of surveys, and what is open
        [("csat by channel in May", InMay(Csat).By(t => t.Channel).Expected), ("response rate instead", InMay(CsatResponse).By(t => t.Channel).Expected), ("only email", InMay(CsatResponse).By(t => t.Channel).Where(Channel("email")).Expected)],
        [("How many tickets are open?", OpenNow.Expected), ("how many of them are billing?", OpenNow.Where(Category("billing")).Expected), ("by team", OpenNow.Where(Category("billing")).By(t => t.Group?.Name).Expected)],
        [("backlog by team", OpenNow.By(t => t.Group?.Name).Expected), ("how many in total?", OpenNow.Expected), ("at the end of May", OpenOn("2026-05-31").Expected)],
        [("open tickets", OpenNow.Expected), ("only chat", OpenNow.Where(Channel("chat")).Expected), ("and the others?", OpenNow.Where(Not(Channel("chat"))).Expected)],

        // a new topic
        [("chat tickets in May by agent", May.Where(Channel("chat")).By(t => t.Assignee?.Name).Expected), ("How many tickets were created in February?", T.In("2026-02-01", "2026-02-28").Expected), ("by channel", T.In("2026-02-01", "2026-02-28").By(t => t.Channel).Expected)],
        [("urgent priority tickets in May", May.Where(Priority("urgent")).Expected), ("median first reply time in April by channel", InApril(MedianReply).By(t => t.Channel).Expected), ("only email", InApril(MedianReply).By(t => t.Channel).Where(Channel("email")).Expected)],
        [("tickets in May by channel", May.By(t => t.Channel).Expected), ("How many tickets did Globex send in Q1?", Q1.Where(From("Globex")).Expected), ("and Initech?", Q1.Where(From("Initech")).Expected)],
        [("csat in May", InMay(Csat).Expected), ("solved tickets by agent in April", InApril(Solved).By(t => t.Assignee?.Name).Expected), ("only Tier 2", InApril(Solved).By(t => t.Assignee?.Name).Where(Team("Tier 2")).Expected)],

        // what could be meant two ways is asked back
        [("tickets in May", May.Expected), ("exclude billing", May.Where(Not(Category("billing"))).Expected), ("and shipping too", Refused), ("exclude shipping too", May.Where(Not(Category("billing")), Not(Category("shipping"))).Expected)],
        [("tickets in May by channel", May.By(t => t.Channel).Expected), ("in percent", May.By(t => t.Channel).AsPart().Expected), ("only email and chat", Refused)],
        [("tickets last month", May.Expected), ("and this month?", T.In("2026-06-01", "2026-06-18").Expected), ("compare them", Refused)],

        // periods of several parts, and of two clocks
        [("tickets created in April and solved in May", April.Where(SolvedIn("2026-05-01", "2026-05-31")).Expected), ("and in June?", Refused), ("by channel", April.Where(SolvedIn("2026-05-01", "2026-05-31")).By(t => t.Channel).Expected)],
        [("tickets this year not in May", Year.Where(Not(Created("2026-05-01", "2026-05-31"))).Expected), ("by channel", Year.Where(Not(Created("2026-05-01", "2026-05-31"))).By(t => t.Channel).Expected), ("and in April?", April.By(t => t.Channel).Expected)],
        [("tickets in March, April and May", T.In("2026-03-01", "2026-05-31").Per(AsMonth).Expected), ("only chat", T.In("2026-03-01", "2026-05-31").Where(Channel("chat")).Per(AsMonth).Expected), ("in total", T.In("2026-03-01", "2026-05-31").Where(Channel("chat")).Expected)],

        // places in an order, one of several demands, ends of times, and what leans on them
        [("second busiest channel in May", May.By(t => t.Channel).Nth(2).Expected), ("and in April?", April.By(t => t.Channel).Nth(2).Expected), ("and the third?", April.By(t => t.Channel).Nth(3).Expected), ("top 3", April.By(t => t.Channel).Top(3).Expected)],
        [("top 2 categories for each product this year", Year.By(t => t.Product).By(t => t.Given.Category).TopOfEach(2).Expected), ("only chat", Year.Where(Channel("chat")).By(t => t.Product).By(t => t.Given.Category).TopOfEach(2).Expected), ("in total", Refused)],
        [("billing tickets or tickets from Globex in May", May.Where(t => Category("billing")(t) || From("Globex")(t)).Expected), ("and in April?", April.Where(t => Category("billing")(t) || From("Globex")(t)).Expected), ("by channel", April.Where(t => Category("billing")(t) || From("Globex")(t)).By(t => t.Channel).Expected)],
        [("weekday vs weekend tickets in May", May.By(WeekPart).Expected), ("and in April?", April.By(WeekPart).Expected), ("only chat", April.Where(Channel("chat")).By(WeekPart).Expected)],
        [("tickets Olivia Marsh solved in May", InMay(Solved).Where(By("Olivia Marsh")).Expected), ("her CSAT", InMay(Csat).Where(By("Olivia Marsh")).Expected), ("and by channel?", InMay(Csat).Where(By("Olivia Marsh")).By(t => t.Channel).Expected)],
        [("share of refund requests by product in Q1", new Ask(Share(t => t.Given.Subcategory == "refund request")).In("2026-01-01", "2026-03-31").By(t => t.Product).Expected), ("in May", InMay(Share(t => t.Given.Subcategory == "refund request")).By(t => t.Product).Expected), ("in absolute numbers", May.Where(t => t.Given.Subcategory == "refund request").By(t => t.Product).Expected)],
        [("median resolution time by team in Q1", new Ask(MedianResolution).In("2026-01-01", "2026-03-31").By(t => t.Group?.Name).Expected), ("slowest two", new Ask(MedianResolution).In("2026-01-01", "2026-03-31").By(t => t.Group?.Name).Top(2).Expected), ("how many tickets is that?", Refused)],
        [("csat by agent this year", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Assignee?.Name).Expected), ("worst three", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Assignee?.Name).Least(3).Expected), ("what about their median resolution time?", Refused)],
        [("tickets in May by channel", May.By(t => t.Channel).Expected), ("never mind. Total tickets in April", April.Expected), ("by team", April.By(t => t.Group?.Name).Expected)],

        // words that lean on nothing
        [("tickets in May", May.Expected), ("by shoe size", _ => new Expected("refusal") { Names = "shoe" }), ("by channel", May.By(t => t.Channel).Expected)],
        [("tickets in May", May.Expected), ("only purple ones", _ => new Expected("refusal") { Names = "purple" }), ("only email", May.Where(Channel("email")).Expected)],
    ];
}
