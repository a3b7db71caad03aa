using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>Single days that need no calendar page: yesterday, three days ago, last Friday, Monday of last week, the last day of March.</summary>
internal static class DayRules
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at) =>
        Near(scan, at)
            .Concat(DayRange.Ago(scan, at))
            .Concat(Weekdays.At(scan, at))
            .Concat(InPeriod(scan, at))
            .Concat(Holidays.At(scan, at));

    private static IEnumerable<Read<Span>> Near(Scan scan, int at)
    {
        var today = scan.Today;
        if (scan.IsAny(at, "today")) yield return Day(at + 1, 0, "today");
        if (scan.IsAny(at, "yesterday", "yday")) yield return Day(at + 1, -1, "yesterday");
        if (scan.IsAny(at, "tomorrow", "tmrw", "tmr")) yield return Day(at + 1, 1, "tomorrow");
        var noun = scan.Skip(at, "the");
        if (scan.After(noun, "day", "before", "yesterday") is > 0 and var before) yield return Day(before, -2, "the day before yesterday");
        if (scan.After(noun, "day", "after") is > 0 and var after && scan.IsAny(after, "tomorrow", "tmrw")) yield return Day(after + 1, 2, "the day after tomorrow");
        if (scan.IsAny(noun, "previous", "preceding", "prior") && scan.Is(noun + 1, "day")) yield return Day(noun + 2, -1, "yesterday");
        if (scan.IsAny(noun, "this", "current") && scan.IsAny(noun + 1, "day", "date")) yield return Day(noun + 2, 0, "today");
        if (scan.Is(noun, "next") && scan.Is(noun + 1, "day")) yield return Day(noun + 2, 1, "tomorrow");

        Read<Span> Day(int end, int shift, string label) => new(end, Span.Day(today.PlusDays(shift), label, .98));
    }

    /// <summary>The first day of March, the last day of last month, the last Monday in April, the second Friday of this month.</summary>
    private static IEnumerable<Read<Span>> InPeriod(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var isLast = scan.IsAny(start, "last", "final");
        var nth = isLast ? new Read<int>(start + 1, 0) : scan.Ordinal(start);
        if (nth is not { Value: <= 31 } place) yield break;
        var isDay = scan.Is(place.End, "day");
        var hasWeekday = Lexicon.Weekdays.TryGetValue(scan.Text(place.End), out var weekday);
        if (!isDay && !hasWeekday) yield break;
        var of = scan.Skip(place.End + 1, "of", "in");
        if (of == place.End + 1 && isDay) yield break;
        foreach (var period in scan.Periods(scan.Skip(of, "the")))
        {
            if (period.Value.Kind is not (DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year)) continue;
            var (first, last) = (period.Value.First, period.Value.Last);
            var day = (isDay, isLast) switch
            {
                (true, true) => last,
                (true, false) => first.PlusDays(place.Value - 1),
                (false, true) => Calendar.LatestNotAfter(last, weekday.Day),
                _ => Calendar.LatestNotAfter(first.PlusDays(6), weekday.Day).PlusWeeks(place.Value - 1),
            };
            if (day >= first && day <= last) yield return new(period.End, Span.Day(day, DayText.Day(day), .93).Preferred(period.Value.Preference));
        }
    }
}
