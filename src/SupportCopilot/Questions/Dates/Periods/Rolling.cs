using NodaTime;
using SupportCopilot.Questions.Dates.Days;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>
/// So many days, weeks or months up to now. «The last 7 days» are the seven whole days before today; that they end with
/// today, and for longer units that whole calendar units are meant, are read besides. Quarters are those of the calendar first.
/// </summary>
internal static class Rolling
{
    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var word = scan.IsAny(start, "trailing", "rolling", "latest", "recent") ? -1 : Numbers.Shift(scan, start);
        if (word is -1 or 1)
            foreach (var read in Counted(scan, start + 1, word.Value, scan.Is(start, "trailing") || scan.Is(start, "rolling"))) yield return read;
        // the 3 past weeks, 5 previous years
        foreach (var count in scan.Counts(start))
            if (Numbers.Shift(scan, count.End) is -1 or 1 && DayRange.UnitAt(scan, count.End + 1, false) is { } unit)
                foreach (var span in Spans(scan, unit.Value, count.Value, Numbers.Shift(scan, count.End)!.Value, false)) yield return new(unit.End, span);
        foreach (var read in LastHour(scan, start)) yield return read;
    }

    /// <summary>The whole days before today: one week is seven of them, one month reaches back to the same date.</summary>
    public static Span UpToToday(Scan scan, Unit unit, int count, double preference) =>
        new(Calendar.Plus(scan.Today, unit, -count), scan.Today.PlusDays(-1), DateReadingKind.Rolling, $"the {(unit == Unit.Week && count == 1 ? "7 days" : Amount(unit, count, count == 1))} before today", .95) { Preference = preference };

    private static IEnumerable<Read<Span>> Counted(Scan scan, int at, int sign, bool isRolling)
    {
        var full = scan.Skip(at, "full", "complete", "calendar", "whole", "completed");
        foreach (var (end, count, unit) in WithMiddle(scan, full))
        {
            var isFull = full > at || end.IsFull;
            if (unit is Unit.Minute or Unit.Hour) yield return new(end.At, Hours(scan, unit, count, sign));
            else if (end.IsWorking) yield return new(end.At, WorkingDays(scan, count, sign));
            else if (isFull) yield return new(end.At, Whole(scan, unit, count, sign, .96));
            else foreach (var span in Spans(scan, unit, count, sign, isRolling)) yield return new(end.At, span);
        }
    }

    /// <summary>A count and a unit with «full», «calendar», «working» between them.</summary>
    private static IEnumerable<((int At, bool IsFull, bool IsWorking) End, int Count, Unit Unit)> WithMiddle(Scan scan, int at)
    {
        foreach (var (end, count, unit) in DayRange.Counted(scan, at))
            if (!(count == 1 && scan.IsAny(at, "a", "an"))) yield return ((end, false, false), count, unit);
        if (scan.Is(at, "fortnight")) yield return ((at + 1, false, false), 1, Unit.Fortnight);
        foreach (var count in scan.Counts(at))
        {
            var isFull = scan.IsAny(count.End, "full", "complete", "calendar", "whole", "completed");
            var isWorking = scan.IsAny(count.End, "working", "business", "work");
            if ((isFull || isWorking) && DayRange.UnitAt(scan, count.End + 1, false) is { } unit && (isFull || unit.Value == Unit.Day))
                yield return ((unit.End, isFull, isWorking), count.Value, unit.Value);
        }
    }

    private static IEnumerable<Span> Spans(Scan scan, Unit unit, int count, int sign, bool isRolling)
    {
        if (unit is Unit.Minute or Unit.Hour)
        {
            yield return Hours(scan, unit, count, sign);
            yield break;
        }
        if (sign > 0)
        {
            yield return unit == Unit.Quarter ? Whole(scan, unit, count, sign, .9)
                : new Span(scan.Today.PlusDays(1), Calendar.Plus(scan.Today, unit, count), DateReadingKind.Rolling, $"the {Amount(unit, count)} after today", .9);
            yield break;
        }
        var calendarFirst = unit is Unit.Quarter or Unit.Fortnight && !isRolling;
        var before = UpToToday(scan, unit, count, calendarFirst ? unit == Unit.Fortnight ? .93 : .7 : 1);
        yield return before;
        yield return before with { First = Calendar.Plus(scan.Today, unit, -count).PlusDays(1), Last = scan.Today, Label = $"the {Amount(unit, count)} up to and with today", Preference = before.Preference * .8 };
        if (unit != Unit.Day && !isRolling) yield return Whole(scan, unit, count, -1, .95).Preferred(calendarFirst ? 1 : .81);
    }

    private static Span Whole(Scan scan, Unit unit, int count, int sign, double score)
    {
        var current = scan.Calendar.StartOf(unit, scan.Today);
        var amount = $"the {(count == 1 ? "" : $"{count} ")}{(unit == Unit.Day ? "" : "calendar ")}{Amount(unit, count, withoutNumber: true)}";
        return sign < 0
            ? new Span(Calendar.Plus(current, unit, -count), current.PlusDays(-1), DateReadingKind.Rolling, $"{amount} before this {(unit == Unit.Day ? "day" : "one")}", score)
            : new Span(Calendar.Plus(current, unit, 1), Calendar.Plus(current, unit, count + 1).PlusDays(-1), DateReadingKind.Rolling, $"{amount} after this one", score);
    }

    /// <summary>So many days of Monday to Friday before today; public holidays among them are not known.</summary>
    private static Span WorkingDays(Scan scan, int count, int sign)
    {
        var day = scan.Today;
        for (var left = count; left > 0;)
            if ((day = day.PlusDays(sign)).DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)) left--;
        var (first, last) = sign < 0 ? (day, scan.Today.PlusDays(-1)) : (scan.Today.PlusDays(1), day);
        return new Span(first, last, DateReadingKind.Rolling, $"the {count} days of Monday to Friday {(sign < 0 ? "before" : "after")} today", .9) { Days = DayFilters.WorkingDays };
    }

    private static IEnumerable<Read<Span>> LastHour(Scan scan, int at)
    {
        if (Numbers.Shift(scan, at) is -1 && scan.IsAny(at + 1, "hour", "minute")) yield return new(at + 2, Hours(scan, Lexicon.Units[scan.Text(at + 1)], 1, -1));
        if (Numbers.Shift(scan, at) is -1 && scan.IsAny(at, "past", "last") && scan.Is(at + 1, "day"))
        {
            yield return new(at + 2, Span.Day(scan.Today.PlusDays(-1), "yesterday", .93));
            yield return new(at + 2, Hours(scan, Unit.Hour, 24, -1) with { Surely = .93, Preference = .95 });
        }
    }

    private static Span Hours(Scan scan, Unit unit, int count, int sign)
    {
        var (now, length) = (scan.Context.AsOf, unit == Unit.Hour ? Duration.FromHours(count) : Duration.FromMinutes(count));
        var (from, to) = sign < 0 ? (now - length, now) : (now, now + length);
        var zone = scan.Context.Zone;
        return new Span(from.InZone(zone).Date, (to - Duration.Epsilon).InZone(zone).Date, DateReadingKind.Hours, $"the {Amount(unit, count)} {(sign < 0 ? "up to" : "from")} now", .95) { From = from, To = to };
    }

    private static string Amount(Unit unit, int count, bool withoutNumber = false) =>
        (withoutNumber ? "" : $"{count} ") + DayRange.NameOf(unit) + (count == 1 ? "" : "s");
}
