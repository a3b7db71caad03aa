using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Compiling;

/// <summary>Where weeks, quarters and years of a trend begin.</summary>
/// <param name="WeekStart">The day that weeks begin on.</param>
/// <param name="FiscalYearStart">The month that fiscal years begin in; null for quarters and years of the calendar.</param>
internal sealed record StepCalendar(IsoDayOfWeek WeekStart, int? FiscalYearStart)
{
    /// <summary>Weeks from Monday, quarters and years of the calendar.</summary>
    public static StepCalendar Usual { get; } = new(IsoDayOfWeek.Monday, null);

    /// <summary>The days that the first week reaches back before 1970-01-01, a Thursday.</summary>
    public int DaysBeforeEpoch => ((int)IsoDayOfWeek.Thursday - (int)WeekStart + 7) % 7;

    public static StepCalendar Of(Plan plan) => plan is { WeekStart: null, FiscalYearStart: null } ? Usual
        : new(plan.WeekStart is { } day ? Enum.Parse<IsoDayOfWeek>(day, ignoreCase: true) : IsoDayOfWeek.Monday, plan.FiscalYearStart);

    /// <summary>The first day of the step that a day is in.</summary>
    public LocalDate FirstDayOf(string grain, LocalDate day) => grain switch
    {
        "week" => day.PlusDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7)),
        "month" => new LocalDate(day.Year, day.Month, 1),
        "quarter" => FirstOfMonths(day, 3),
        "year" => FirstOfMonths(day, 12),
        _ => day,
    };

    /// <summary>2026-Q1; of fiscal years, which are named after the calendar year they end in, FY2026-Q1.</summary>
    public string Quarter(LocalDate first) => FiscalYearStart is { } start
        ? $"{Year(first)}-Q{(first.Month - start + 12) % 12 / 3 + 1}"
        : string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}-Q{(first.Month + 2) / 3}");

    /// <summary>2026, FY2026.</summary>
    public string Year(LocalDate first) => FiscalYearStart is { } start
        ? string.Create(CultureInfo.InvariantCulture, $"FY{first.Year + (first.Month >= start ? 1 : 0):0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{first.Year:0000}");

    private LocalDate FirstOfMonths(LocalDate day, int months)
    {
        var shift = (FiscalYearStart ?? 1) - 1;
        var shifted = new LocalDate(day.Year, day.Month, 1).PlusMonths(-shift);
        return new LocalDate(shifted.Year, (shifted.Month - 1) / months * months + 1, 1).PlusMonths(shift);
    }
}
