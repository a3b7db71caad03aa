using SupportCopilot.Questions.Dates.Grammar;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>Days that have a name and no date that is the same everywhere, and days that come again each month or year: said by name instead of guessed.</summary>
internal static class UnknownDays
{
    private static readonly string[] Named =
    [
        "bank holiday", "bank holidays", "public holiday", "public holidays", "may day", "labour day", "labor day", "mothers day", "mother 's day", "fathers day", "father 's day", "ramadan", "eid", "diwali", "hanukkah", "passover",
        "chinese new year", "lunar new year", "easter week", "easter holidays", "school holidays", "holiday season", "christmas holidays", "christmas period", "prime day", "golden week",
    ];

    /// <returns>Why such days cannot be counted; null where none are named.</returns>
    public static string? In(IReadOnlyList<Word> words)
    {
        var text = " " + string.Join(' ', words.Select(word => word.Text)) + " ";
        if (Array.Find(Named, name => text.Contains($" {name} ", StringComparison.Ordinal)) is { } days)
            return $"I do not know which days «{days.Replace(" '", "'", StringComparison.Ordinal)}» are here: they differ by country or by year. Name the dates: «tickets on 4 May 2026».";
        for (var at = 0; at + 1 < words.Count; at++)
        {
            if (words[at].Text is not ("every" or "each")) continue;
            if (Lexicon.Months.ContainsKey(words[at + 1].Text)) return "A month that comes again each year I cannot take together. Name the years: «tickets in July 2025 and July 2026».";
            if (at > 1 && words[at - 1].Text is "of" or "in" && words[at + 1].Text is "month" or "quarter" or "year" or "week") return $"Days that come again each {words[at + 1].Text} I cannot pick out; name them, or ask for all of a weekday: «tickets on Mondays in October».";
        }

        return null;
    }
}
