using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.CalendarDates;

/// <summary>Dates by the calendar: days, months, quarters, halves, weeks, years, with what was said of their year.</summary>
internal static class LooseRules
{
    public static IEnumerable<Read<Loose>> At(Scan scan, int at) =>
        NumericDates.At(scan, at)
            .Concat(MonthFirst(scan, at))
            .Concat(MonthNoun(scan, at))
            .Concat(DayFirst(scan, at))
            .Concat(YearFirst(scan, at))
            .Concat(WithWeekday(scan, at))
            .Concat(Quarters.At(scan, at))
            .Concat(Weeks(scan, at))
            .Concat(YearsAlone(scan, at));

    /// <summary>March, March 2025, March last year, 3 March's mirror: March 3rd, March the 3rd 2025.</summary>
    private static IEnumerable<Read<Loose>> MonthFirst(Scan scan, int at)
    {
        if (!Lexicon.Months.TryGetValue(scan.Text(at), out var named)) yield break;
        var end = scan.Skip(at + 1, ".");
        var month = new Loose(Unit.Month, named.Surely) { Month = named.Month };
        yield return new(at + 1, month);
        if (scan.Is(at + 1, "month")) yield return new(at + 2, month with { Surely = .95 });   // «May month»
        foreach (var year in YearsAfter(scan, end)) yield return new(year.End, month with { Year = year.Value, Surely = .97 });
        foreach (var year in scan.ShortYears(end))   // «Mar 25» is rather a day, but «Mar 95» is none
            yield return new(year.End, month with { Year = year.Value, Surely = .95, Preference = scan.Is(end, "'") ? 1 : year.Value is >= 2000 and <= 2031 ? .89 : .95 });
        if (scan.Is(end, "of"))
            foreach (var year in scan.ShortYears(end + 1)) yield return new(year.End, month with { Year = year.Value, Surely = .85 });

        var day = scan.IsAny(end, "-", "/") && scan.Touches(end) && scan.Touches(end + 1) ? end + 1 : scan.Skip(end, "the");
        foreach (var number in scan.DaysOfMonth(day))
            foreach (var date in WithYear(scan, number.End, new Loose(Unit.Day, .93) { Month = named.Month, Day = number.Value })) yield return date;
    }

    /// <summary>Month May, the month of May 2025.</summary>
    private static IEnumerable<Read<Loose>> MonthNoun(Scan scan, int at)
    {
        var noun = scan.Skip(at, "the");
        if (!scan.Is(noun, "month")) yield break;
        var name = scan.Skip(noun + 1, "of");
        foreach (var month in MonthFirst(scan, name))
            if (month.Value is { Unit: Unit.Month }) yield return new(month.End, month.Value with { Surely = .95 });
    }

    /// <summary>3 May, the 3rd of May 2025, 3rd day of May; the 3rd alone, and a bare 3.</summary>
    private static IEnumerable<Read<Loose>> DayFirst(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        foreach (var number in scan.DaysOfMonth(start))
        {
            var noun = scan.Is(number.End, "day") ? number.End + 1 : scan.Skip(number.End, ".");
            var of = scan.IsAny(noun, "-", "/") && scan.Touches(noun) ? noun + 1 : scan.Skip(noun, "of");
            if (Lexicon.Months.TryGetValue(scan.Text(of), out var named))
            {
                var monthEnd = scan.Skip(of + 1, ".");
                var separator = scan.IsAny(monthEnd, "-", "/") && scan.Touches(monthEnd) && scan.Touches(monthEnd + 1) ? monthEnd + 1 : monthEnd;
                var date = new Loose(Unit.Day, .95) { Month = named.Month, Day = number.Value };
                yield return new(of + 1, date);
                foreach (var read in WithYear(scan, separator, date)) yield return read;
            }
            foreach (var month in RelativeMonths(scan, scan.Skip(scan.Skip(noun, "of"), "the")))
                yield return new(month.End, new Loose(Unit.Day, .92) { Year = month.Value.Year, Month = month.Value.Month, Day = number.Value });
            var isOrdinal = scan.Ordinal(start) is not null;
            foreach (var year in YearsAfter(scan, number.End))   // of a range: May 3 – 9, 2025
                yield return new(year.End, new Loose(Unit.Day, .3) { Day = number.Value, Year = year.Value, IsBareNumber = true });
            yield return new(number.End, new Loose(Unit.Day, isOrdinal && start > at ? .6 : .3) { Day = number.Value, IsBareNumber = !isOrdinal });
        }
    }

    /// <summary>2025 March, 2025-mar-03.</summary>
    private static IEnumerable<Read<Loose>> YearFirst(Scan scan, int at)
    {
        foreach (var year in scan.Years(at))
        {
            var month = scan.Skip(year.End, ",", "-", "/", ".");
            if (!Lexicon.Months.TryGetValue(scan.Text(month), out var named)) continue;
            yield return new(month + 1, new Loose(Unit.Month, .95) { Year = year.Value, Month = named.Month });
            foreach (var day in scan.DaysOfMonth(scan.Skip(month + 1, "-", "/", ".")))
                yield return new(day.End, new Loose(Unit.Day, .95) { Year = year.Value, Month = named.Month, Day = day.Value });
        }
    }

    /// <summary>Friday 3 May, Friday the 11th; a bare Friday.</summary>
    private static IEnumerable<Read<Loose>> WithWeekday(Scan scan, int at)
    {
        if (!Lexicon.Weekdays.TryGetValue(scan.Text(at), out var named)) yield break;
        yield return new(at + 1, new Loose(Unit.Day, named.Surely) { Weekday = named.Day });
        var rest = scan.Skip(scan.Skip(at + 1, "."), ",");
        foreach (var date in NumericDates.At(scan, rest).Concat(MonthFirst(scan, rest)).Concat(DayFirst(scan, rest)))
            if (date.Value is { Unit: Unit.Day, IsBareNumber: false })
                yield return new(date.End, date.Value with { Weekday = named.Day, Surely = Math.Max(date.Value.Surely, .85) });
    }

    /// <summary>Week 12, wk 12 of 2025, 2025-W12, calendar week 12.</summary>
    private static IEnumerable<Read<Loose>> Weeks(Scan scan, int at)
    {
        foreach (var year in scan.Years(at))
            if (scan.Skip(year.End, "-") is var w && scan.Is(w, "w") && scan.Touches(w + 1) && scan.IsNumber(w + 1, 1, 53, 2))
                yield return new(w + 2, Week(w + 1, .97) with { Year = year.Value });
        var noun = scan.Skip(at, "the", "calendar", "iso");
        noun = scan.Skip(noun, "calendar");
        var isLetter = scan.IsAny(noun, "w") && scan.Touches(noun + 1) || scan.IsAny(noun, "cw", "kw");
        if (!isLetter && !scan.IsAny(noun, "week", "weeks", "wk")) yield break;
        var number = scan.Skip(noun + 1, "number", "no");
        if (!scan.IsNumber(number, 1, 53, 2)) yield break;
        yield return new(number + 1, Week(number, isLetter ? .6 : .93));
        foreach (var year in YearsAfter(scan, number + 1)) yield return new(year.End, Week(number, .97) with { Year = year.Value });

        Loose Week(int number, double score) => new(Unit.Week, score) { Nth = scan.Atoms[number].Number };
    }

    /// <summary>2025, the year 2025, CY25, FY25, fiscal year 2025, financial year 2024/25.</summary>
    private static IEnumerable<Read<Loose>> YearsAlone(Scan scan, int at)
    {
        foreach (var year in scan.Years(at)) yield return new(year.End, new Loose(Unit.Year, .45) { Year = year.Value });
        if (scan.Is(at, "'"))
            foreach (var year in scan.ShortYears(at)) yield return new(year.End, new Loose(Unit.Year, .5) { Year = year.Value });
        var noun = scan.Skip(at, "the");
        if (Fiscal.YearNoun(scan, noun) is { } fiscal)
        {
            foreach (var year in Fiscal.Years(scan, fiscal.End)) yield return new(year.End, new Loose(Unit.Year, .96) { Year = year.Value, Fiscal = fiscal.Value });
        }
        else if (scan.Is(noun, "year"))
            foreach (var year in scan.Years(scan.Skip(noun + 1, "of"))) yield return new(year.End, new Loose(Unit.Year, .96) { Year = year.Value });
    }

    /// <summary>A year after what it belongs to: 2025, of 2025, in 2025, last year, of last year.</summary>
    public static IEnumerable<Read<int>> YearsAfter(Scan scan, int at)
    {
        var year = scan.Skip(scan.Skip(at, ",", "-", "/", "."), "of", "in", "the");
        year = scan.Skip(scan.Skip(year, "the"), "year");
        return scan.Years(year).Concat(scan.RelativeYears(year));
    }

    /// <summary>This month, last month: as year and month.</summary>
    private static IEnumerable<Read<NodaTime.LocalDate>> RelativeMonths(Scan scan, int at)
    {
        if (Numbers.Shift(scan, at) is { } shift && scan.Is(at + 1, "month")) yield return new(at + 2, scan.Today.PlusMonths(shift));
        else if (scan.Is(at, "month") && scan.IsAny(at - 1, "the", "of")) yield return new(at + 1, scan.Today);
    }

    private static IEnumerable<Read<Loose>> WithYear(Scan scan, int at, Loose date)
    {
        yield return new(at, date);
        foreach (var year in YearsAfter(scan, at)) yield return new(year.End, date with { Year = year.Value, Surely = .98 });
        foreach (var year in scan.ShortYears(scan.Skip(at, ",")))
            if (scan.Is(scan.Skip(at, ","), "'")) yield return new(year.End, date with { Year = year.Value, Surely = .96 });
    }
}
