using NodaTime;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>The steps of a trend by the tenant's own calendar: weeks from its first weekday, and quarters and years of its fiscal year where those are meant.</summary>
internal static class PlanSteps
{
    /// <summary>«per fiscal quarter», as the lexicon has it.</summary>
    public const string FiscalQuarter = "fiscalQuarter", FiscalYear = "fiscalYear";

    /// <summary>The step without «fiscal».</summary>
    public static string Plain(string grain) => grain switch { FiscalQuarter => "quarter", FiscalYear => "year", _ => grain };

    /// <summary>Whether a step was said to be fiscal.</summary>
    public static bool IsFiscal(string? grain) => grain is FiscalQuarter or FiscalYear;

    /// <summary>The plan with its steps by a calendar.</summary>
    /// <param name="plan">The plan; what it says of weeks and fiscal years is put right.</param>
    /// <param name="dates">The customs of the calendar.</param>
    /// <param name="isFiscal">Whether steps of quarters and years are fiscal ones.</param>
    public static Plan By(Plan plan, DateContext dates, bool isFiscal) => plan with
    {
        WeekStart = plan.Grain == "week" && dates.FirstDayOfWeek is not IsoDayOfWeek.Monday ? dates.FirstDayOfWeek.ToString().ToLowerInvariant() : null,
        FiscalYearStart = isFiscal && plan.Grain is ("quarter" or "year") && dates.FiscalYearStartMonth > 1 ? dates.FiscalYearStartMonth : null,
    };

    /// <summary>A step in words: «fiscal quarter», «week from Sunday».</summary>
    public static string? InWords(Plan plan) => plan switch
    {
        { Grain: { } grain, FiscalYearStart: not null } => $"fiscal {grain}",
        { Grain: "week", WeekStart: { } day } => $"week from {char.ToUpperInvariant(day[0])}{day[1..]}",
        _ => plan.Grain,
    };
}
