using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.CalendarDates;

/// <summary>Dates in digits: 2026-03-09, 09/03/2026, 9.3.26, 03/2026, 2026-03, 9/3. What can be read two ways is, and neither wins clearly.</summary>
internal static class NumericDates
{
    private const double Sure = .97, Other = .92;

    public static IEnumerable<Read<Loose>> At(Scan scan, int at)
    {
        if ((uint)at >= (uint)scan.Atoms.Length || scan.Atoms[at].Digits == 0) yield break;
        if (Joined(scan, at) is not { } mark || IsInside(scan, at, mark)) yield break;
        var (a, b) = (scan.Atoms[at], scan.Atoms[at + 2]);
        var third = Joined(scan, at + 2, mark) is not null ? scan.Atoms[at + 4]
            : mark == "/" && scan.Is(at + 3, ",") && scan.IsNumber(at + 4, 1900, 2199) ? scan.Atoms[at + 4] : default;

        if (a.Digits == 4)
        {
            if (!IsYear(a.Number)) yield break;
            if (third.Digits is 1 or 2 && IsMonth(b.Number) && IsDay(third.Number))
                yield return new(at + 5, new Loose(Unit.Day, .99) { Year = a.Number, Month = b.Number, Day = third.Number });
            if (b.Digits <= 2 && IsMonth(b.Number)) yield return new(at + 3, new Loose(Unit.Month, .9) { Year = a.Number, Month = b.Number });
            yield break;
        }
        if (b.Digits == 4)
        {
            if (a.Digits <= 2 && IsMonth(a.Number) && IsYear(b.Number)) yield return new(at + 3, new Loose(Unit.Month, .9) { Year = b.Number, Month = a.Number });
            yield break;
        }
        if (a.Digits > 2 || b.Digits > 2) yield break;

        var year = third.Digits == 4 && IsYear(third.Number) ? third.Number : third.Digits == 2 ? Numbers.Century(third.Number) : (int?)null;
        if (year is not null)
        {
            foreach (var date in BothWays(scan, a.Number, b.Number)) yield return new(at + 5, date with { Year = year });
            // 26-10-05 is as likely 5 October 2026, written from the year down
            if (mark == "-" && a.Digits == 2 && third.Digits == 2 && IsMonth(b.Number) && IsDay(third.Number) && Numbers.Century(a.Number) is var written && Math.Abs(written - scan.Today.Year) <= 10)
                yield return new(at + 5, new Loose(Unit.Day, Sure) { Year = written, Month = b.Number, Day = third.Number });
        }
        // Without a year a dash is rather a range and a dot a decimal point; a slash may be a share («24/7»).
        if (mark == "/" && scan.Touches(at + 1) && scan.Touches(at + 2))
            foreach (var date in BothWays(scan, a.Number, b.Number)) yield return new(at + 3, date with { Surely = .5 });
    }

    private static IEnumerable<Loose> BothWays(Scan scan, int a, int b)
    {
        var (dayFirst, monthFirst) = (IsDay(a) && IsMonth(b), IsMonth(a) && IsDay(b));
        var isEither = dayFirst && monthFirst && a != b;
        if (dayFirst) yield return new Loose(Unit.Day, Sure) { Preference = Preference(false), Day = a, Month = b, MonthFirst = isEither ? false : null, WrittenMonthFirst = a == b ? null : false };
        if (monthFirst && a != b) yield return new Loose(Unit.Day, Sure) { Preference = Preference(true), Day = b, Month = a, MonthFirst = isEither ? true : null, WrittenMonthFirst = true };

        double Preference(bool reading) => !isEither || reading == scan.Context.MonthFirst ? 1 : Other;
    }

    /// <summary>The mark between two numbers; a dot and a dash must touch both.</summary>
    private static string? Joined(Scan scan, int at, string? mark = null)
    {
        if (!scan.IsAny(at + 1, "-", "/", ".") || (mark is not null && !scan.Is(at + 1, mark))) return null;
        if ((uint)(at + 2) >= (uint)scan.Atoms.Length || scan.Atoms[at + 2].Digits == 0) return null;
        var touches = scan.Touches(at + 1) && scan.Touches(at + 2);
        var isMonthOfYear = !scan.Is(at + 1, ".") && (scan.Atoms[at].Digits == 4) != (scan.Atoms[at + 2].Digits == 4);
        return touches || isMonthOfYear ? scan.Text(at + 1) : null;
    }

    /// <summary>Whether these numbers are the tail of a longer date: 10/2026 of 05/10/2026.</summary>
    private static bool IsInside(Scan scan, int at, string mark) =>
        scan.Is(at - 1, mark) && scan.Touches(at) && scan.Touches(at - 1) && at >= 2 && scan.Atoms[at - 2].Digits is 1 or 2 && scan.Atoms[at].Digits <= 2;

    private static bool IsYear(int number) => number is >= 1900 and <= 2199;

    private static bool IsMonth(int number) => number is >= 1 and <= 12;

    private static bool IsDay(int number) => number is >= 1 and <= 31;
}
