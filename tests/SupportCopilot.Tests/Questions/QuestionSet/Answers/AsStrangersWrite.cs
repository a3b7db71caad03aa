using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Headings of reports, telephone spelling, tickets that nothing happened to, ratings, and words that are said by the way elsewhere.</summary>
internal static class AsStrangersWrite
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Func<SetDesk, Expected> Refused => _ => new Expected("refusal");

    private static Figure Open => new(t => t.CreatedAt, OpenAt(SetDesk.AsOf), tickets => tickets.Count);

    private static Func<IncomingTicket, bool> Idle(double days) => t => t.UpdatedAt is { } at && (SetDesk.AsOf - at).TotalDays > days;

    private static Figure Rated => Share(t => t.Csat is not null, IsDone) with { Clock = t => t.SolvedAt };

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("Median first reply time (hrs) by group", new Ask(MedianReply).By(t => t.Group?.Name).Expected),
        ("Full resolution time (hours) - median by ticket channel, Q1 2026", new Ask(MedianResolution).In("2026-01-01", "2026-03-31").By(t => t.Channel).Expected),
        ("Reopened tickets (%) by ticket priority, May", new Ask(Reopened).In("2026-05-01", "2026-05-31").By(t => t.Given.Priority).Expected),
        ("reopen % by product", new Ask(Reopened).By(t => t.Product).Expected),
        ("top3 organizations in May", May.By(t => t.Organization?.Name).Top(3).Expected),
        ("hw many opn tkts hav no agent", new Ask(Open).Where(t => t.Assignee is null).Expected),
        ("solved tickets by every agent in May", new Ask(Solved).In("2026-05-01", "2026-05-31").By(t => t.Assignee?.Name).Expected),
        ("how many tickets was Sana able to solve in May?", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(By("Sana Iqbal")).Expected),
        ("tickets in March or in May by team", T.Where(t => Created("2026-03-01", "2026-03-31")(t) || Created("2026-05-01", "2026-05-31")(t)).By(t => t.Group?.Name).Expected),

        ("open tickets not updated in 7 days", new Ask(Open).Where(Idle(7)).Expected),
        ("open tickets untouched for more than three days, by group", new Ask(Open).Where(Idle(3)).By(t => t.Group?.Name).Expected),
        ("open tickets with no activity for two weeks", new Ask(Open).Where(Idle(14)).Expected),
        ("open tickets not updated since 10 June", new Ask(Open).Where(t => t.UpdatedAt is not { } at || string.CompareOrdinal(AsDay(Local(at)), "2026-06-10") < 0).Expected),
        ("open tickets older than a month", new Ask(Open).Where(t => t.CreatedAt < SetDesk.AsOf.AddMonths(-1)).Expected),
        ("tickets with more than one tag in May", May.Where(t => t.Tags!.Count > 1).Expected),
        ("how many tickets have at least two tags?", T.Where(t => t.Tags!.Count >= 2).Expected),

        ("how many tickets got a rating in May?", May.Where(t => t.Csat is not null).Expected),
        ("what % of solved tickets in May got a rating, by channel", new Ask(Rated).In("2026-05-01", "2026-05-31").By(t => t.Channel).Expected),
        ("bad ratings in May by agent", May.Where(t => t.Csat < 0.5).By(t => t.Assignee?.Name).Expected),
        ("CSAT below 60 % by team", new Ask(Csat).By(t => t.Group?.Name).Having(csat => csat < 0.6).Expected),
        ("CSAT below 3 in May", Refused),

        ("did we solve more than we received in May?", new Ask(Solved, Arrived).In("2026-05-01", "2026-05-31").Expected),
        ("did Sana solve more than Chen in May?", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(t => t.Assignee?.Name is "Sana Iqbal" or "Chen Wei").By(t => t.Assignee?.Name).Expected),
        ("Top 3 agents by solved tickets in May with CSAT", new Ask(Solved, Csat).In("2026-05-01", "2026-05-31").By(t => t.Assignee?.Name).Top(3).Expected),
        ("how many calls did Sana answer in May?", May.Where(Channel("phone"), By("Sana Iqbal"), IsAnswered).Expected),

        ("tickets yet to be answered", T.Where(t => !IsAnswered(t)).Expected),
        ("tickets still to do by team", new Ask(Open).By(t => t.Group?.Name).Expected),
        ("May tickets by team where the first reply took more than a day", May.Where(t => FirstReply(t) > 1440).By(t => t.Group?.Name).Expected),
        ("typical first response time in May", new Ask(MedianReply).In("2026-05-01", "2026-05-31").Expected),
        ("share of negative tickets by team in May, chat", new Ask(Share(Sentiment("negative"))).In("2026-05-01", "2026-05-31").Where(Channel("chat")).By(t => t.Group?.Name).Expected),
        ("critical tickets in May", May.Where(Priority("urgent")).Expected),
        ("medium priority tickets in May", May.Where(Priority("normal")).Expected),

        ("what's the split of tickets between channels in May?", May.By(t => t.Channel).Expected),
        ("what percentage of May's tickets are billing related?", new Ask(Share(Category("billing"))).In("2026-05-01", "2026-05-31").Expected),
        ("average agent replies per ticket by group in May", new Ask(MeanReplies).In("2026-05-01", "2026-05-31").By(t => t.Group?.Name).Expected),
        ("left over from May", May.Where(IsOpen).Expected),

        ("tickets not updated in 7 days", Refused),
        ("open tickets not updated in 7 days at the end of March", Refused),
        ("tickets that are both billing and technical", Refused),
        ("how many agents were active last month?", Refused),
        ("It's urgent! How many tickets came in yesterday?", Refused),
        ("how many tickets do we have to answer?", Refused),
        ("tickets to solve by team", Refused),
        ("tickets no agent answered in May by team", May.Where(t => !IsAnswered(t)).By(t => t.Group?.Name).Expected),
        ("tickets handled by both Sana Iqbal and Chen Wei", Refused),
        ("medium CSAT in May", Refused),
        ("bad ratings as a percentage of ratings, May", Refused),
        ("who wrote the most replies in May?", Refused),
        ("do vip tickets get a faster first reply?", Refused),
        ("data tickets in May", Refused),
        ("figure tickets in May", Refused),
        ("tickets with low CSAT in May", Refused),
        ("teams without open tickets", Refused),
        ("organizations with no tickets in May", Refused),
        ("tickets with a phone number in May", Refused),
        ("tickets we should solve today", Refused),
        ("tickets over an hour in May", Refused),
        ("tickets escalated by Sana in May", Refused),
        ("deflection rate last month", Refused),
        ("top category of each month in Q1", Refused),
    ];
}
