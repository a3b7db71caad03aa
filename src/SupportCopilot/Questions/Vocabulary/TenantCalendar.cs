using NodaTime;

namespace SupportCopilot.Questions.Vocabulary;

/// <summary>The customs by which a tenant counts its days.</summary>
/// <param name="FiscalYearStart">The month that fiscal years begin in, 1–12; a fiscal year is named after the calendar year it ends in.</param>
/// <param name="WeekStart">The day that weeks begin on.</param>
internal sealed record TenantCalendar(int FiscalYearStart = 1, IsoDayOfWeek WeekStart = IsoDayOfWeek.Monday)
{
    /// <summary>Calendar years, and weeks from Monday to Sunday.</summary>
    public static TenantCalendar Usual { get; } = new();
}
