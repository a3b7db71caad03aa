using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>What lies at an end: second places, ranks within each, single tickets, and the longest and shortest of times.</summary>
internal static class RanksAndEnds
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Year => T.In("2026-01-01", "2026-06-18");

    private static Figure Age { get; } = new(t => null, OpenAt(SetDesk.AsOf), tickets => tickets.Count == 0 ? null : tickets.Max(t => (SetDesk.AsOf - t.CreatedAt!.Value).TotalHours));

    private static Figure Longest(Func<IncomingTicket, double?> of, Func<IncomingTicket, DateTime?> clock) => new(clock, t => of(t) is not null, tickets => tickets.Max(of));

    private static Figure Shortest(Func<IncomingTicket, double?> of, Func<IncomingTicket, DateTime?> clock) => new(clock, t => of(t) is not null, tickets => tickets.Min(of));

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        // second and further places
        ("second busiest channel in May", May.By(t => t.Channel).Nth(2).Expected),
        ("Which team had the second most tickets this year?", Year.By(t => t.Group?.Name).Nth(2).Expected),
        ("who solved the 3rd most tickets in May?", new Ask(Solved).In("2026-05-01", "2026-05-31").By(t => t.Assignee?.Name).Nth(3).Expected),
        ("third largest organization by tickets this year", Year.By(t => t.Organization?.Name).Nth(3).Expected),

        // within each
        ("top 3 categories for each product this year", Year.By(t => t.Product).By(t => t.Given.Category).TopOfEach(3).Expected),
        ("most common category per channel in May", May.By(t => t.Channel).By(t => t.Given.Category).TopOfEach(1).Expected),
        ("which agent solved the most tickets in each team this year?", new Ask(Solved).In("2026-01-01", "2026-06-18").By(t => t.Group?.Name).By(t => t.Assignee?.Name).TopOfEach(1).Expected),

        // single tickets
        ("10 oldest open tickets", new Ask(Age).By(t => t.ExternalId).Top(10).Expected),
        ("what's our oldest open ticket?", new Ask(Age).By(t => t.ExternalId).Top(1).Expected),
        ("which ticket took the longest to resolve in May?", new Ask(Longest(Resolution, t => t.SolvedAt)).In("2026-05-01", "2026-05-31").By(t => t.ExternalId).Top(1).Expected),
        ("the 3 slowest billing tickets solved in May", new Ask(Longest(Resolution, t => t.SolvedAt)).In("2026-05-01", "2026-05-31").Where(Category("billing")).By(t => t.ExternalId).Top(3).Expected),

        // ends of times
        ("longest first reply time in May", new Ask(Longest(FirstReply, t => t.CreatedAt)).In("2026-05-01", "2026-05-31").Expected),
        ("max resolution time by team in Q1", new Ask(Longest(Resolution, t => t.SolvedAt)).In("2026-01-01", "2026-03-31").By(t => t.Group?.Name).Expected),
        ("shortest resolution time last month", new Ask(Shortest(Resolution, t => t.SolvedAt)).In("2026-05-01", "2026-05-31").Expected),
        ("95th percentile of resolution time in May", new Ask(Quantile(0.95, Resolution, t => t.SolvedAt)).In("2026-05-01", "2026-05-31").Expected),
        ("p75 first response by channel this year", new Ask(Quantile(0.75, FirstReply, t => t.CreatedAt)).In("2026-01-01", "2026-06-18").By(t => t.Channel).Expected),

        // either, over several fields
        ("billing tickets or tickets from Globex in May", May.Where(t => Category("billing")(t) || From("Globex")(t)).Expected),
        ("tickets in May that are high priority or tagged vip", May.Where(t => Priority("high")(t) || Tagged("vip")(t)).Expected),
        ("chat or churn-risk tickets this year by team", Year.Where(t => Channel("chat")(t) || Tagged("churn-risk")(t)).By(t => t.Group?.Name).Expected),
        ("tickets without a category or without a product in May", May.Where(t => t.Given.Category is null || t.Product is null).Expected),

        // halves of the week
        ("weekday vs weekend tickets in May", May.By(t => t.CreatedAt is { } at ? Local(at).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : "weekday" : null).Expected),

        // two periods, each as long
        ("tickets MTD vs same time last month", desk => Elapsed(desk, "2026-06-01", "2026-05-01", 31)),
        ("tickets yesterday vs same day last week", T.In("2026-06-17").Versus("2026-06-10").Expected),
        ("last 7 days compared to the 7 days before", T.In("2026-06-11", "2026-06-17").Versus("2026-06-04", "2026-06-10").Expected),
        ("difference in tickets between April and May", May.Versus("2026-04-01", "2026-04-30").Expected),
        ("percentage change in solved tickets April to May by channel", new Ask(Solved).In("2026-05-01", "2026-05-31").Versus("2026-04-01", "2026-04-30").By(t => t.Channel).Expected),
        ("which brand has the lower CSAT this year?", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Brand).Least(1).Expected),

        // demands on each ticket beside a split
        ("tickets solved within 24 hours in May by team", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(t => Resolution(t) <= 24).By(t => t.Group?.Name).Expected),
        ("what share of tickets does Globex account for in May?", new Ask(Share(From("Globex"))).In("2026-05-01", "2026-05-31").Expected),
        ("which team missed the most SLAs this year?", Year.Where(t => t.SlaMet == false).By(t => t.Group?.Name).Top(1).Expected),
        ("# of tix in May", May.Expected),
        ("lowest CSAT brand this year", new Ask(Csat).In("2026-01-01", "2026-06-18").By(t => t.Brand).Least(1).Expected),
        ("break the tickets of April down by channel", T.In("2026-04-01", "2026-04-30").By(t => t.Channel).Expected),

        // what no plan says
        ("created minus solved by week in May", _ => new Expected("refusal")),
        ("tickets by number of replies in May", _ => new Expected("refusal")),
        ("tickets from 1 May, not including weekends", _ => new Expected("refusal")),
        ("tickets Olivia Marsh and Chen Wei both worked on", _ => new Expected("refusal")),
    ];

    /// <summary>As much of an earlier month as there has been of this one.</summary>
    private static Expected Elapsed(SetDesk desk, string first, string before, int days)
    {
        var then = Midnight(DateTime.Parse(before, System.Globalization.CultureInfo.InvariantCulture));
        var now = desk.Live.Where(Created(first, "2026-06-18")).ToList();
        double earlier = desk.Live.Count(t => t.CreatedAt >= then && t.CreatedAt < SetDesk.AsOf.AddDays(-days));
        return new("answer") { AnyOf = [new([new([], [now.Count, earlier, (now.Count - earlier) / earlier])], now)] };
    }
}
