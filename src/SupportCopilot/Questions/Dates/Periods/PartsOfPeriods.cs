using NodaTime;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>
/// Whole units inside a longer period: the first week of March, the last two weeks of 2025, the third month of last year,
/// first half of last month. A week belongs to the period that has most of its days; days 1–7 are read besides.
/// </summary>
internal static class PartsOfPeriods
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var isLast = scan.IsAny(start, "last", "final");
        var ordinal = isLast ? new Read<int>(start + 1, 1) : scan.Ordinal(start);
        if (ordinal is not { Value: <= 53 } place) yield break;
        if (scan.Is(place.End, "half"))
        {
            foreach (var whole in Wholes(scan, place.End + 1))
                if (Half(whole.Value, place.Value, isLast) is { } half) yield return new(whole.End, half);
            yield break;
        }
        if (scan.IsAny(place.End, "working", "business", "work") && scan.Is(place.End + 1, "day") || scan.IsAny(place.End, "workday", "weekday"))
        {
            foreach (var whole in Wholes(scan, scan.IsAny(place.End, "workday", "weekday") ? place.End + 1 : place.End + 2))
                if (WorkingDay(whole.Value, place.Value, isLast) is { } day) yield return new(whole.End, day);
            yield break;
        }
        var counts = isLast || place.Value == 1 ? scan.Counts(place.End).Prepend(new Read<int>(place.End, 1)) : [new Read<int>(place.End, 1)];
        foreach (var count in counts)
        {
            if (DayRange.UnitAt(scan, count.End, false) is not { Value: Unit.Day or Unit.Week or Unit.Month or Unit.Quarter } unit) continue;
            if (unit.Value == Unit.Day && count.End == place.End) continue;   // a single day has a rule of its own
            foreach (var whole in Wholes(scan, unit.End))
                foreach (var span in Inside(scan, whole.Value, unit.Value, place.Value, count.Value, isLast)) yield return new(whole.End, span);
        }
    }

    /// <summary>The first or last of the days from Monday to Friday; of public holidays nothing is known.</summary>
    private static Span? WorkingDay(Span whole, int place, bool isLast)
    {
        var day = isLast ? whole.Last : whole.First;
        for (var left = isLast ? 1 : place; day >= whole.First && day <= whole.Last; day = day.PlusDays(isLast ? -1 : 1))
            if (day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && --left == 0) return Span.Day(day, DayText.Day(day), .95) with { Days = DayFilters.WorkingDays, Preference = whole.Preference };
        return null;
    }

    private static IEnumerable<Read<Span>> Wholes(Scan scan, int at)
    {
        var of = scan.Skip(at, "of", "in");
        foreach (var whole in scan.Periods(scan.Skip(of, "the")))
            if (whole.Value.Kind is DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year) yield return whole;
    }

    private static IEnumerable<Span> Inside(Scan scan, Span whole, Unit unit, int place, int count, bool isLast)
    {
        var first = unit == Unit.Week
            ? isLast ? scan.Calendar.LastWeekIn(whole.Last).PlusWeeks(1 - count) : scan.Calendar.FirstWeekIn(whole.First).PlusWeeks(place - 1)
            : isLast ? Calendar.Plus(whole.Last.PlusDays(1), unit, -count) : Calendar.Plus(whole.First, unit, place - 1);
        var last = Calendar.Plus(first, unit, count).PlusDays(-1);
        if (unit == Unit.Week)
        {
            if (first > whole.Last || last < whole.First) yield break;
            var byDate = isLast ? whole.Last.PlusDays(1 - 7 * count) : whole.First.PlusWeeks(place - 1);
            if (byDate != first && byDate.PlusWeeks(count).PlusDays(-1) <= whole.Last) yield return Of(byDate, byDate.PlusWeeks(count).PlusDays(-1), .92);
        }
        else if (first < whole.First || last > whole.Last) yield break;
        yield return Of(first, last, 1);

        Span Of(LocalDate from, LocalDate to, double preference) =>
            new(from, to, count == 1 ? DayRange.KindOf(unit) : DateReadingKind.Range, DayText.Range(from, to), .95) { Preference = whole.Preference * preference };
    }

    /// <summary>Half of a month or a quarter or a year, by days; halves of years by months.</summary>
    private static Span? Half(Span whole, int place, bool isLast)
    {
        if (place > 2) return null;
        var isSecond = isLast || place == 2;
        var days = Period.Between(whole.First, whole.Last, PeriodUnits.Days).Days + 1;
        var middle = whole.Kind == DateReadingKind.Year ? whole.First.PlusMonths(6) : whole.First.PlusDays(days / 2);
        var (first, last) = isSecond ? (middle, whole.Last) : (whole.First, middle.PlusDays(-1));
        return new Span(first, last, whole.Kind == DateReadingKind.Year ? DateReadingKind.Half : DateReadingKind.Range, DayText.Range(first, last), .9) { Preference = whole.Preference };
    }
}
