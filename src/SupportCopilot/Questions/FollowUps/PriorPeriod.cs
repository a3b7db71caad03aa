using NodaTime;
using NodaTime.Text;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>The period of a plan as days again, so that a follow-up can compare it, move it, or carry it to another zone.</summary>
internal static class PriorPeriod
{
    /// <returns>The days; null for a plan of all time.</returns>
    public static DateReading? Of(Plan plan, DateContext dates)
    {
        if (plan.Days is not { } days || plan.To is not { } to) return null;
        var zone = DateTimeZoneProviders.Tzdb[plan.TimeZone];
        var hasBeginning = plan.From is not null;
        var named = days.StartsWith("until ", StringComparison.Ordinal) ? days[6..] : days;
        var (first, last) = named.Split(" – ") is [var from, var until] ? (Day(from), Day(until)) : (Day(named), Day(named));
        var isWhole = hasBeginning && IsMidnight(plan.From!.Value, zone);
        var kind = hasBeginning ? KindOf(first, last, to > dates.AsOf.ToDateTimeUtc() || last >= dates.Today, dates) : DateReadingKind.OneEnded;
        var end = kind switch
        {
            DateReadingKind.Week => first.PlusDays(6),
            DateReadingKind.Month => first.PlusMonths(1).PlusDays(-1),
            DateReadingKind.Quarter => first.PlusMonths(3).PlusDays(-1),
            DateReadingKind.Year => first.PlusYears(1).PlusDays(-1),
            _ => last,
        };
        var isCalendar = kind is DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Year;
        return new DateReading(0, 0, hasBeginning ? first : LocalDate.MinIsoValue, end, "", kind, 1)
        {
            From = !hasBeginning || isWhole ? null : Instant.FromDateTimeUtc(plan.From!.Value),
            To = isCalendar || IsMidnight(to, zone) ? null : Instant.FromDateTimeUtc(to),
            IsPartial = isCalendar && first <= dates.Today && end >= dates.Today,
        };
    }

    /// <summary>«the week before», said of this period and not of today.</summary>
    public static DateReading Shifted(DateReading prior, DateReading said)
    {
        var (first, last) = said.Kind switch
        {
            DateReadingKind.Year => (prior.FirstDay.PlusYears(-1), prior.LastDay.PlusYears(-1)),
            _ when Period.DaysBetween(said.FirstDay, said.LastDay) is var _ && said.Label.Contains("year", StringComparison.Ordinal) => (prior.FirstDay.PlusYears(-1), prior.LastDay.PlusYears(-1)),
            DateReadingKind.Month => (prior.FirstDay.PlusMonths(-1), prior.FirstDay.PlusDays(-1)),
            DateReadingKind.Quarter => (prior.FirstDay.PlusMonths(-3), prior.FirstDay.PlusDays(-1)),
            DateReadingKind.Week => (prior.FirstDay.PlusDays(-7), prior.FirstDay.PlusDays(-1)),
            DateReadingKind.Day => (prior.FirstDay.PlusDays(-1), prior.FirstDay.PlusDays(-1)),
            _ => (prior.FirstDay.PlusDays(-1 - Period.DaysBetween(prior.FirstDay, prior.LastDay)), prior.FirstDay.PlusDays(-1)),
        };
        return prior with { FirstDay = first, LastDay = last, From = null, To = null, IsPartial = false, Label = "" };
    }

    private static DateReadingKind KindOf(LocalDate first, LocalDate last, bool isCurrent, DateContext dates)
    {
        bool Ends(LocalDate end) => last == end || isCurrent && last == dates.Today && last < end;
        if (first.DayOfWeek == dates.FirstDayOfWeek && Ends(first.PlusDays(6))) return last == first && !isCurrent ? DateReadingKind.Day : first == last ? DateReadingKind.Day : DateReadingKind.Week;
        if (first == last) return DateReadingKind.Day;
        if (first.Day != 1) return DateReadingKind.Range;
        if (Ends(first.PlusMonths(1).PlusDays(-1))) return DateReadingKind.Month;
        if (first.Month % 3 == 1 && Ends(first.PlusMonths(3).PlusDays(-1))) return DateReadingKind.Quarter;
        return first.Month == 1 && Ends(first.PlusYears(1).PlusDays(-1)) ? DateReadingKind.Year : DateReadingKind.Range;
    }

    private static bool IsMidnight(DateTime instant, DateTimeZone zone) =>
        Instant.FromDateTimeUtc(instant) is var at && at == zone.AtStartOfDay(at.InZone(zone).Date).ToInstant();

    private static LocalDate Day(string day) => LocalDatePattern.Iso.Parse(day).Value;
}
