using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace SupportCopilot.Questions.Answers;

/// <summary>Days as people write them: «9–15 Mar 2026».</summary>
internal static class DayWords
{
    private static readonly LocalDatePattern Iso = LocalDatePattern.Iso;

    /// <summary>The days of a plan, from <c>2026-03-09 – 2026-03-15</c>.</summary>
    public static string Of(string days)
    {
        if (days.StartsWith("until ", StringComparison.Ordinal)) return "until " + One(days[6..]);
        return days.Split(" – ") is [var first, var last] && first != last ? Between(Iso.Parse(first).Value, Iso.Parse(last).Value) : One(days.Split(" – ")[0]);
    }

    private static string Between(LocalDate first, LocalDate last)
    {
        if (first.Year != last.Year) return $"{Full(first)} – {Full(last)}";
        return first.Month != last.Month
            ? $"{first.ToString("d MMM", CultureInfo.InvariantCulture)} – {Full(last)}"
            : $"{first.Day.ToString(CultureInfo.InvariantCulture)}–{Full(last)}";
    }

    private static string One(string day) => Full(Iso.Parse(day).Value);

    private static string Full(LocalDate day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
