using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Times, shares, satisfaction, service levels, replies and what is told apart.</summary>
internal static class Times
{
    private static Ask Of(params Figure[] figures) => new(figures);

    private static readonly (string First, string Last) May = ("2026-05-01", "2026-05-31");
    private static readonly (string First, string Last) Q1 = ("2026-01-01", "2026-03-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("average first response time last month", InMay(MeanReply).Expected),
        ("What is our mean time to resolution this quarter?", Of(MeanResolution).In("2026-04-01", "2026-06-18").Expected),
        ("How long did it take us, on average, to give a first reply in May?", InMay(MeanReply).Expected),
        ("median resolution time for billing tickets in Q1", InQ1(MedianResolution).Where(Category("billing")).Expected),
        ("What's the 90th percentile of first reply time last month?", InMay(P90Reply).Expected),
        ("How quickly do we answer urgent priority tickets?", Ask.Either(Of(MedianReply).Where(Priority("urgent")), Of(MeanReply).Where(Priority("urgent")))),
        ("p90 resolution time by priority, last quarter", InQ1(P90Resolution).By(t => t.Given.Priority).Expected),
        ("How long do customers wait for the first answer, by channel, in May?", Ask.Either(InMay(MedianReply).By(t => t.Channel), InMay(MeanReply).By(t => t.Channel))),
        ("Average time to resolve per agent in May 2026", InMay(MeanResolution).By(t => t.Assignee?.Name).Expected),
        ("Which group is the slowest to reply this year?", Ask.Either(
            ThisYear(MedianReply).By(t => t.Group?.Name).Top(1), ThisYear(MeanReply).By(t => t.Group?.Name).Top(1))),
        ("Which category takes longest to resolve?", Ask.Either(Of(MedianResolution).By(t => t.Given.Category).Top(1), Of(MeanResolution).By(t => t.Given.Category).Top(1))),
        ("median first reply time per week since April", Of(MedianReply).In("2026-04-01", "2026-06-18").Per(AsWeek).Expected),
        ("Who answers the fastest?", Ask.Either(Of(MedianReply).By(t => t.Assignee?.Name).Least(1), Of(MeanReply).By(t => t.Assignee?.Name).Least(1))),
        ("average handling of shipping tickets: how long until solved, in May?", InMay(MeanResolution).Where(Category("shipping")).Expected),

        ("What's our CSAT for May?", InMay(Csat).Expected),
        ("customer satisfaction by agent last quarter", InQ1(Csat).By(t => t.Assignee?.Name).Expected),
        ("What percentage of tickets met the SLA last month?", InMay(Sla).Expected),
        ("SLA compliance by priority in Q1", InQ1(Sla).By(t => t.Given.Priority).Expected),
        ("How many tickets breached their SLA in May?", InMay(Arrived).Where(t => t.SlaMet == false).Expected),
        ("CSAT response rate in Q1 2026", InQ1(CsatResponse).Expected),
        ("What share of tickets was billing last month?", InMay(Share(Category("billing"))).Expected),
        ("What proportion of May's tickets came from Globex?", InMay(Share(From("Globex"))).Expected),
        ("percentage of tickets reopened last month", InMay(Reopened).Expected),
        ("reopen rate by agent this year", ThisYear(Reopened).By(t => t.Assignee?.Name).Expected),
        ("What fraction of the tickets had negative sentiment in May?", InMay(Share(Sentiment("negative"))).Expected),
        ("share of negative tickets by product this quarter", Ask.EitherOrAsked(
            Of(Share(Sentiment("negative"))).In("2026-04-01", "2026-06-18").By(t => t.Product),
            Of(Arrived).In("2026-04-01", "2026-06-18").Where(Sentiment("negative")).By(t => t.Product).AsPart())),
        ("How satisfied are Acme's customers this year?", ThisYear(Csat).Where(From("Acme")).Expected),
        ("one-touch resolution rate last month", Ask.Either(SolvedShare(t => ReplyCount(t) <= 1), SolvedShare(t => ReplyCount(t) == 1), SolvedShare(t => ReplyCount(t) == 1 && t.Reopens == 0), SolvedShare(t => ReplyCount(t) <= 1 && t.Reopens == 0))),
        ("How many tickets were solved with a single reply in May?", Ask.Either(Of(Solved).In(May.First, May.Last).Where(t => ReplyCount(t) == 1), InMay(Arrived).Where(IsDone, t => ReplyCount(t) == 1))),
        ("What percent of tickets is unassigned?", Of(Share(t => t.Assignee is null)).Expected),
        ("What percentage of high priority tickets was solved within 24 hours in May?", Ask.Either(
            InMay(Share(t => Resolution(t) <= 24)).Where(Priority("high")), InMay(Share(t => Resolution(t) <= 24, IsDone) with { Clock = t => t.SolvedAt }).Where(Priority("high")))),
        ("Share of chat among all tickets by month this year", ThisYear(Share(Channel("chat"))).Per(AsMonth).Expected),
        ("share of each channel in May", InMay(Arrived).By(t => t.Channel).AsPart().Expected),
        ("SLA attainment for the Payments team in April", Of(Sla).In("2026-04-01", "2026-04-30").Where(Team("Payments")).Expected),

        ("How many replies does it take on average to solve a billing ticket?", Of(MeanReplies).Where(IsDone, Category("billing")).Expected),
        ("average number of replies per ticket by category last month", InMay(MeanReplies).By(t => t.Given.Category).Expected),
        ("How many comments were written in May?", CommentsIn(May.First, May.Last)),
        ("average comments per ticket in Q1", InQ1(Mean(t => t.Comments!.Count, t => t.CreatedAt)).Expected),
        ("How many escalations did we have last month?", InMay(Arrived).Where(Tagged("escalated")).Expected),
        ("How many tickets were escalated in Q1, by group?", InQ1(Arrived).Where(Tagged("escalated")).By(t => t.Group?.Name).Expected),
        ("number of public replies sent by agent in May", InMay(RepliesSent).By(t => t.Assignee?.Name).Expected),

        ("How many different customers contacted us in May?", InMay(Different(t => t.Requester?.Name)).Expected),
        ("number of unique requesters by organization this year", ThisYear(Different(t => t.Requester?.Name)).By(t => t.Organization?.Name).Expected),
        ("How many agents worked on tickets last week?", Ask.Either(
            Of(Different(t => t.Assignee?.Name)).In("2026-06-08", "2026-06-14"), Of(Different(t => t.Assignee?.Name) with { Clock = t => t.UpdatedAt }).In("2026-06-08", "2026-06-14"))),
        ("How many organizations wrote to us in Q1?", InQ1(Different(t => t.Organization?.Name)).Expected),
        ("How many distinct customers wrote about Atlas this year?", ThisYear(Different(t => t.Requester?.Name)).Where(Product("Atlas")).Expected),
    ];

    private static Ask InMay(Figure figure) => Of(figure).In(May.First, May.Last);

    private static Ask InQ1(Figure figure) => Of(figure).In(Q1.First, Q1.Last);

    private static Ask ThisYear(Figure figure) => Of(figure).In("2026-01-01", "2026-06-18");

    private static Ask SolvedShare(Func<IncomingTicket, bool> part) => InMay(Share(part, IsDone) with { Clock = t => t.SolvedAt });

    /// <summary>By the comments' own days.</summary>
    private static Func<SetDesk, Expected> CommentsIn(string first, string last) => desk =>
    {
        bool IsIn(IncomingComment comment) => Day(comment.CreatedAt) is { } day && string.CompareOrdinal(day, first) >= 0 && string.CompareOrdinal(day, last) <= 0;
        var found = desk.Live.Where(t => t.Comments!.Any(IsIn)).ToList();
        return new("answer") { AnyOf = [new([new([], [found.Sum(t => t.Comments!.Count(IsIn))])], found)] };
    };
}
