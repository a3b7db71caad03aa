using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.CalendarDates;

/// <summary>How fiscal years are written. A fiscal year is named after the calendar year it ends in: FY25, FY2024/25, financial year 2025.</summary>
internal static class Fiscal
{
    /// <summary>«fiscal year», «FY», or «calendar year», «CY»: whether it is fiscal.</summary>
    public static Read<bool>? YearNoun(Scan scan, int at)
    {
        if (scan.IsAny(at, "fy", "cy")) return new(at + 1, scan.Is(at, "fy"));
        if (scan.IsAny(at, "fiscal", "financial", "calendar")) return new(scan.Skip(at + 1, "year", "yr"), !scan.Is(at, "calendar"));
        return null;
    }

    /// <summary>2025, 25, '25, 2024/25, 24-25: the year it ends in.</summary>
    public static IEnumerable<Read<int>> Years(Scan scan, int at)
    {
        foreach (var year in scan.Years(at).Concat(scan.ShortYears(at)))
        {
            yield return year;
            if (!scan.IsAny(year.End, "/", "-") || !scan.Touches(year.End)) continue;
            foreach (var last in scan.Years(year.End + 1).Concat(scan.ShortYears(year.End + 1)))
                if (last.Value == year.Value + 1) yield return last;
        }
    }

    /// <summary>«this fiscal year», «last FY», «the financial year», each with the word that says so.</summary>
    public static IEnumerable<Read<int>> NamedYears(Scan scan, int at)
    {
        var start = scan.Skip(at, "the", "our");
        var shift = Numbers.Shift(scan, start);
        if (shift is null && start == at) yield break;
        var noun = shift is null ? start : start + 1;
        if (YearNoun(scan, noun) is { Value: true } year && (scan.Is(noun, "fy") || year.End == noun + 2))
            yield return new(year.End, scan.Calendar.YearOf(scan.Today, fiscal: true) + (shift ?? 0));
    }

    /// <summary>This fiscal year, last FY.</summary>
    public static IEnumerable<Read<int>> RelativeYears(Scan scan, int at)
    {
        at = scan.Skip(at, "the");
        if (Numbers.Shift(scan, at) is not { } shift) yield break;
        if (YearNoun(scan, at + 1) is { Value: true } noun && (scan.Is(at + 1, "fy") || noun.End == at + 3))
            yield return new(noun.End, scan.Calendar.YearOf(scan.Today, fiscal: true) + shift);
        else if (scan.Is(at + 1, "year")) yield return new(at + 2, scan.Calendar.YearOf(scan.Today, fiscal: true) + shift);
    }
}
