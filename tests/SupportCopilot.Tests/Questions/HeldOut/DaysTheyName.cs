using SupportCopilot.Tests.Questions.QuestionSet;
using static SupportCopilot.Tests.Questions.QuestionSet.Demands;
using static SupportCopilot.Tests.Questions.QuestionSet.Figure;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>Days as people name them on Thursday 18 June 2026, in New York.</summary>
internal static class DaysTheyName
{
    private static Ask T => new(Arrived);

    private static Ask May => T.In("2026-05-01", "2026-05-31");

    public static IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All { get; } =
    [
        ("tickets received on the first of June", T.In("2026-06-01").Expected),
        ("tickets in week 20", T.In("2026-05-11", "2026-05-17").Expected),
        ("how many tickets on Christmas Day last year", T.In("2025-12-25").Expected),
        ("tickets the day before yesterday", T.In("2026-06-16").Expected),
        ("tickets in the last 3 full months", T.In("2026-03-01", "2026-05-31").Expected),
        ("last weekend's tickets", T.In("2026-06-13", "2026-06-14").Expected),
        ("tickets in H2 2025 by month", T.In("2025-07-01", "2025-12-31").Per(AsMonth).Expected),
        ("tickets since Monday", T.In("2026-06-15", "2026-06-18").Expected),
        ("tickets between 9 and 11 June", T.In("2026-06-09", "2026-06-11").Expected),
        ("tickets from May 3rd through 7th", T.In("2026-05-03", "2026-05-07").Expected),
        ("tickets until the end of February 2026", T.Where(t => t.CreatedAt is not null && string.CompareOrdinal(Day(t.CreatedAt), "2026-02-28") <= 0).Expected),
        ("tickets in November 2025", T.In("2025-11-01", "2025-11-30").Expected),
        ("tickets created in the last quarter of 2025", T.In("2025-10-01", "2025-12-31").Expected),
        ("tickets 10 days ago", T.In("2026-06-08").Expected),
        ("tickets in May, excluding weekends", May.Where(Not(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday))).Expected),
        ("tickets on Mondays and Fridays in Q1", T.In("2026-01-01", "2026-03-31").Where(OnDays(DayOfWeek.Monday, DayOfWeek.Friday)).Expected),
        ("how many tickets came in on Saturday and Sunday in May", May.Where(OnDays(DayOfWeek.Saturday, DayOfWeek.Sunday)).Expected),
        ("how many tickets arrived before 9am in May?", May.Where(Hours(0, 9)).Expected),
        ("tickets after 6pm last week", T.In("2026-06-08", "2026-06-14").Where(Hours(18, 24)).Expected),
        ("tickets in the second half of May", T.In("2026-05-16", "2026-05-31").Expected),
        ("high tickets in the first ten days of May", T.In("2026-05-01", "2026-05-10").Where(Priority("high")).Expected),
        ("tickets on 8 March 2026 by hour of the day", T.In("2026-03-08").By(t => $"{Local(t.CreatedAt!.Value).Hour:00}:00").Expected),
        ("how many tickets did we get on 2 November 2025", T.In("2025-11-02").Expected),
        ("the week before last, how many tickets came in?", T.In("2026-06-01", "2026-06-07").Expected),
        ("tickets w/c 1 June", T.In("2026-06-01", "2026-06-07").Expected),
    ];
}
