using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>What was once answered wrong at the demo desk, asked of this one.</summary>
internal static class FoundLater
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("tickets about parcel from Globex", T.Where(Mentions("parcel"), From("Globex")).Expected),
        ("how many customers of Globex wrote about escalated problems with their parcel?", _ => new Expected("refusal")),
        ("what percentage of tickets are reopened within Payments?", new Ask(Reopened).Where(Team("Payments")).Expected),
        ("tickets solved last month by people in Payments, by agent", new Ask(Solved).In("2026-05-01", "2026-05-31").Where(Team("Payments")).By(t => t.Assignee?.Name).Expected),
        ("How many of May's tickets are solved?", May.Where(IsDone).Expected),
        ("tickets per weekday per hour in May", May.By(t => Local(t.CreatedAt!.Value).DayOfWeek.ToString()).By(t => $"{Local(t.CreatedAt!.Value):HH}:00").Expected),
        ("agents with more than 20 tickets by CSAT in May", _ => new Expected("refusal")),
        ("top 3 agents by CSAT with at least 10 ratings this year", _ => new Expected("refusal")),
        ("change in CSAT by group since last quarter", desk => new("answer")
        {
            // This quarter so far against the last one: all of it, or as much of it as of this one.
            AnyOf = [.. new[] { "2026-03-31", "2026-03-20", "2026-03-21", "2026-03-19" }.Select(last => new Ask(Csat).In("2026-04-01", "2026-06-18").Versus("2026-01-01", last).By(t => t.Group?.Name)).SelectMany(ask => ask.Expected(desk).AnyOf)],
        }),
        ("tickets mentioning invoice but not refund in May", May.Where(Mentions("invoice"), Not(Mentions("refund"))).Expected),
        ("tickets with the word parcel in the subject last month", May.Where(t => t.Subject!.Contains("parcel", StringComparison.OrdinalIgnoreCase)).Expected),
        ("tickets between 12 May and 5 May", _ => new Expected("refusal")),
        ("Share of vip tickets by month this year", Ask.Either(
            new Ask(Share(Tagged("vip"))).In("2026-01-01", "2026-06-18").Per(AsMonth), T.In("2026-01-01", "2026-06-18").Where(Tagged("vip")).Per(AsMonth).AsPart())),
        ("phone vs chat May", May.Where(Channel("phone", "chat")).By(t => t.Channel).Expected),
    ];
}
