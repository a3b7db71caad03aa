using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Parsing;

/// <summary>A day that no calendar has: «31 November», «29 Feb 2025». Whoever names it is told so, and not answered for another.</summary>
internal static class NoSuchDay
{
    /// <returns>What to say of it; null where there is none.</returns>
    public static string? In(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!Dates.Grammar.Lexicon.Months.TryGetValue(words[i].Text, out var month)) continue;
            var before = i > 0 && words[i - 1].Text == "of" ? i - 2 : i - 1;
            foreach (var (at, next) in new[] { (before, i + 1), (i + 1, i + 2) })
            {
                if (DayAt(words, at) is not { } day) continue;
                var year = YearAt(words, next < words.Count && words[next].Text is "," ? next + 1 : next);
                if (day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2024, month.Month))
                    return $"There is no {day.ToString(CultureInfo.InvariantCulture)} {CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month.Month)}{(year is { } named ? $" {named.ToString(CultureInfo.InvariantCulture)}" : "")}.";
            }
        }

        return null;
    }

    private static int? DayAt(IReadOnlyList<Word> words, int at)
    {
        if (at < 0 || at >= words.Count) return null;
        var digits = words[at].Text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 2 || words[at].Text[digits..] is not ("" or "st" or "nd" or "rd" or "th")) return null;
        return int.Parse(words[at].Text[..digits], CultureInfo.InvariantCulture) is >= 29 and <= 31 and var day ? day : null;
    }

    private static int? YearAt(IReadOnlyList<Word> words, int at) =>
        at < words.Count && words[at].Text is { Length: 4 } text && text.All(char.IsAsciiDigit) && int.Parse(text, CultureInfo.InvariantCulture) is >= 1900 and <= 2199 and var year ? year : null;
}
