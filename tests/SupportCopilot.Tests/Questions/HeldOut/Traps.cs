using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>Questions of which a careless reading gives a figure that looks right: each was once answered wrong. Right or refused is as good here, another figure is not.</summary>
internal static class Traps
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    private static Ask Q1 => T.In("2026-01-01", "2026-03-31");

    private static Ask SolvedInMay => new Ask(Solved).In("2026-05-01", "2026-05-31");

    private static Ask InMay(params Figure[] figures) => new Ask(figures).In("2026-05-01", "2026-05-31");

    private static Figure Of(Figure share) => share with { Clock = t => t.SolvedAt };

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("tickets not solved within SLA in May", May.Where(t => t.SlaMet == false).Expected),
        ("tickets not resolved on time last month", May.Where(t => t.SlaMet == false).Expected),
        ("count and csat for each channel in Q1", Ask.Either(new Ask(Arrived, Csat).In("2026-01-01", "2026-03-31").By(t => t.Channel), new Ask(Solved, Csat).In("2026-01-01", "2026-03-31").By(t => t.Channel))),
        ("number and median resolution time by team in May", Ask.Either(InMay(Arrived, MedianResolution).By(t => t.Group?.Name), InMay(Solved, MedianResolution).By(t => t.Group?.Name))),
        ("share of reopened tickets among solved ones in May", Ask.Either(InMay(Share(t => t.Reopens > 0, IsDone)), InMay(Of(Share(t => t.Reopens > 0, IsDone))))),
        ("what share did Chen Wei have of all solved tickets in May", Ask.Either(InMay(Of(Share(By("Chen Wei"), IsDone))), InMay(Share(By("Chen Wei"), IsDone)))),
        ("how many tickets total and how many high priority in May", Ask.Either(InMay(Arrived, Arrived with { Takes = Priority("high") }))),
        ("how many replies does it take to solve a ticket", Ask.Either(new Ask(Mean(t => ReplyCount(t), t => t.SolvedAt, IsDone)))),

        // ranked within each, and not over all
        ("top 3 categories per team in May", InMay(Arrived).By(t => t.Group?.Name).By(t => t.Given.Category).TopOfEach(3).Expected),
        ("most common tag per team in May", InMay(Arrived).By(t => t.Group?.Name).ByEach(t => t.Tags!).TopOfEach(1).Expected),
        ("best agent per team by csat in Q1", new Ask(Csat).In("2026-01-01", "2026-03-31").By(t => t.Group?.Name).By(t => t.Assignee?.Name).TopOfEach(1).Expected),

        // no figure at all is what is right
        .. new[]
        {
            "bottom three agents by csat in 2026 with at least 2000 solved tickets", "organizations with CSAT below 0.6 and at least 500 tickets",
            "tickets that may be high priority", "tickets that should have been solved yesterday", "tickets that would miss SLA", "tickets of Can", "tickets from Total", "tickets from Show in May",
            "tickets for Help Desk", "tickets about Becon 2", "tickets solved by customers", "share of open tickets older than 30 days", "last month's tickets minus the month before",
        }.Select(question => (question, (Func<SetDesk, Expected>)(_ => new Expected("refusal")))),
    ];
}
