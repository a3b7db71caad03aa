using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.QuestionSet.Answers;

/// <summary>Each way to say when.</summary>
internal static class SpokenDates
{
    private static Ask T => new(Arrived);

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("tickets the week before last", T.In("2026-06-01", "2026-06-07").Expected),
        ("tickets 3–9 May", T.In("2026-05-03", "2026-05-09").Expected),
        ("tickets since last Friday", T.In("2026-06-12", "2026-06-18").Expected),
        ("tickets from March to May", T.In("2026-03-01", "2026-05-31").Expected),
        ("tickets in the last full quarter", T.In("2026-01-01", "2026-03-31").Expected),
        ("tickets in the first week of June", Ask.Either(T.In("2026-06-01", "2026-06-07"))),
        ("tickets between Easter and Memorial Day", T.In("2026-04-05", "2026-05-25").Expected),
        ("tickets on Black Friday", T.In("2025-11-28").Expected),
        ("tickets in H1 2025", T.In("2025-01-01", "2025-06-30").Expected),
        ("tickets month to date", T.In("2026-06-01", "2026-06-18").Expected),
        ("tickets two days ago", T.In("2026-06-16").Expected),
        ("tickets in the last fiscal quarter", T.In("2026-01-01", "2026-03-31").Expected),
        ("tickets this fiscal year", T.In("2026-01-01", "2026-06-18").Expected),
        ("tickets after 6pm in May", T.In("2026-05-01", "2026-05-31").Where(Hours(18, 24)).Expected),
        ("tickets over the last 3 weekends", T.In("2026-05-30", "2026-06-14").Where(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday)).Expected),
        ("tickets in the week of Thanksgiving", T.In("2025-11-24", "2025-11-30").Expected),
        ("tickets same week last year", Ask.Either(T.In("2025-06-16", "2025-06-22"), T.In("2025-06-16", "2025-06-19"))),
    ];
}
