using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.Tables.Expecting;

namespace SupportCopilot.Tests.Questions.Tables;

/// <summary>Averages, medians, percentiles, shares and sums.</summary>
internal static class TimesAndShares
{
    public static IReadOnlyList<(string Question, Func<QuestionDesk, Expected> Expected)> All { get; } =
    [
        ("average first reply time last month", Figure(FirstReply, Mean, Created("2026-02-01", "2026-02-28"))),
        ("median first reply time for billing tickets", Figure(FirstReply, Median, t => t.Given.Category == "billing")),
        ("p90 of the first response time in March", Figure(FirstReply, P90, Created("2026-03-01", "2026-03-31"))),
        ("how quickly do we reply to urgent priority tickets?", Figure(FirstReply, Median, t => t.Given.Priority == "urgent")),
        ("how long does it take on average to resolve a ticket", Figure(ResolutionHours, Mean)),
        ("average resolution time by priority in Q1", FigureBy(t => t.Given.Priority, ResolutionHours, Mean, Solved("2026-01-01", "2026-03-31"))),
        ("resolution time of tickets created last month", Figure(ResolutionHours, Median, Created("2026-02-01", "2026-02-28"))),
        ("MTTR by agent", FigureBy(t => t.Assignee?.Name, ResolutionHours, Median)),
        ("average and median first reply time in March", desk =>
        {
            var found = desk.Live.Where(t => Created("2026-03-01", "2026-03-31")(t) && FirstReply(t) is not null).ToList();
            var times = found.Select(t => FirstReply(t)!.Value).ToList();
            return new([new([], [Mean(times), Median(times)])], found);
        }),
        ("average number of replies per ticket", Figure(t => t.Replies, Mean)),
        ("total replies last month", Figure(t => t.Replies, Sum, Created("2026-02-01", "2026-02-28"))),
        ("CSAT last month", Figure(t => t.Csat, Mean, Solved("2026-02-01", "2026-02-28"))),
        ("customer satisfaction for tickets created in February", Figure(t => t.Csat, Mean, Created("2026-02-01", "2026-02-28"))),
        ("SLA met by group", FigureBy(t => t.Group?.Name, Met, Mean)),
        ("what percentage of tickets met the SLA last month?", Figure(Met, Mean, Created("2026-02-01", "2026-02-28"))),
        ("reopen rate in March", Figure(t => t.Reopens > 0 ? 1 : 0, Mean, Created("2026-03-01", "2026-03-31"))),
        ("what share of tickets are high priority", Share(t => t.Given.Priority == "high")),
        ("percentage of billing tickets", Share(t => t.Given.Category == "billing")),
        ("what share of billing tickets are from Contoso?", Share(t => t.Organization?.Name == "Contoso", t => t.Given.Category == "billing")),
        ("what fraction of shipping tickets missed the SLA in March", Share(t => t.SlaMet == false, t => t.Given.Category == "shipping", Created("2026-03-01", "2026-03-31"))),
        ("how many replies does it take to solve a billing ticket on average", Figure(t => t.Replies, Mean, IsDone, t => t.Given.Category == "billing")),
        ("p90 of replies per ticket", Figure(t => t.Replies, P90)),
        ("first reply time in March, on average", Figure(FirstReply, Mean, Created("2026-03-01", "2026-03-31"))),
        ("what proportion of tickets is negative in March", Share(t => t.Given.Sentiment == "negative", Created("2026-03-01", "2026-03-31"))),
        ("tickets and CSAT by channel", desk =>
        {
            var rows = desk.Live.GroupBy(t => t.Channel).Select(group => new Row([group.Key], [group.Count(), Mean([.. group.Where(t => t.Csat is not null).Select(t => t.Csat!.Value)])]));
            return new([.. rows], [.. desk.Live]);
        }),
        ("how many different customers wrote in March", desk =>
        {
            var found = desk.Live.Where(Created("2026-03-01", "2026-03-31")).ToList();
            return new([new([], [found.Select(t => t.Requester!.ExternalId).Distinct().Count()])], found);
        }),
        ("share of tickets by priority", desk =>
        {
            var all = By(t => t.Given.Priority)(desk);
            return new([.. all.Rows.Select(row => row with { Figures = [row.Figures[0] / all.Tickets.Count] })], all.Tickets) { Total = 1 };
        }),
        ("agent with the best CSAT", Top(1, FigureBy(t => t.Assignee?.Name, t => t.Csat, Mean), t => t.Assignee?.Name)),
        ("which group has the longest median resolution time", Top(1, FigureBy(t => t.Group?.Name, ResolutionHours, Median), t => t.Group?.Name)),
    ];

    private static double? Met(IncomingTicket t) => t.SlaMet is { } met ? met ? 1 : 0 : null;
}
