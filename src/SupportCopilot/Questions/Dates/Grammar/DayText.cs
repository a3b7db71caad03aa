using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>Days in words, as labels name them.</summary>
internal static class DayText
{
    private static readonly LocalDatePattern Full = LocalDatePattern.Create("d MMM uuuu", CultureInfo.InvariantCulture),
        WithoutYear = LocalDatePattern.Create("d MMM", CultureInfo.InvariantCulture), WithWeekday = LocalDatePattern.Create("ddd d MMM uuuu", CultureInfo.InvariantCulture);

    public static string Day(LocalDate day) => WithWeekday.Format(day);

    public static string Month(int year, int month) => $"{CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month)} {year}";

    /// <summary>Two ends: <c>3–9 May 2025</c>.</summary>
    public static string Range(LocalDate first, LocalDate last) =>
        first == last ? Full.Format(first)
        : first.Year != last.Year ? $"{Full.Format(first)} – {Full.Format(last)}"
        : first.Month != last.Month ? $"{WithoutYear.Format(first)} – {Full.Format(last)}"
        : $"{first.Day}–{Full.Format(last)}";
}
