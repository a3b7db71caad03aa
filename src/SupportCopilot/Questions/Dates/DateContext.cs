using NodaTime;

namespace SupportCopilot.Questions.Dates;

/// <summary>What relative dates are relative to, and the customs they are read by.</summary>
/// <param name="AsOf">Now, as far as the question goes.</param>
/// <param name="Zone">The zone whose days are meant.</param>
/// <param name="FirstDayOfWeek">The day that weeks begin on.</param>
/// <param name="FiscalYearStartMonth">The month that fiscal years begin in, 1–12; a fiscal year is named after the calendar year it ends in.</param>
internal sealed record DateContext(
    Instant AsOf, DateTimeZone Zone, IsoDayOfWeek FirstDayOfWeek = IsoDayOfWeek.Monday, int FiscalYearStartMonth = 1)
{
    /// <summary>Whether 03/04 is rather 4 March than 3 April; both are always given.</summary>
    public bool MonthFirst { get; init; }

    /// <summary>The day it is in the zone.</summary>
    public LocalDate Today { get; } = AsOf.InZone(Zone).Date;
}
