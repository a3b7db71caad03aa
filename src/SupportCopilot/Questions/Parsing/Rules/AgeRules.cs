using NodaTime;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>«older than a month», «more than two years old»: months and years have no length of their own, but a date that lies so far back has.</summary>
internal static class AgeRules
{
    private static readonly string[] Small = ["a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static void Apply(Chart chart, DateContext dates)
    {
        for (var at = 0; at + 3 < chart.Words.Count; at++)
        {
            var isAge = chart.Words[at].Text is "older" or "younger" or "newer" && chart.Words[at + 1].Text is "than"
                || chart.Words[at].Text is "more" or "less" or "longer" && chart.Words[at + 1].Text is "than" && at + 4 < chart.Words.Count && chart.Words[at + 4].Text is "old";
            if (isAge && CountAt(chart, at + 2) is { } count && Back(dates, count, chart.Words[at + 3].Text) is { } minutes) chart.Add(at + 2, at + 4, new DurationPart(minutes), 0.5);
        }
    }

    private static int? CountAt(Chart chart, int at)
    {
        var text = chart.Words[at].Text;
        if (text is "an") return 1;
        if (Array.IndexOf(Small, text) is >= 0 and var small) return Math.Max(1, small);
        return int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 120 ? number : null;
    }

    private static double? Back(DateContext dates, int count, string unit)
    {
        var now = dates.AsOf.InZone(dates.Zone).LocalDateTime;
        LocalDateTime? then = unit switch
        {
            "month" or "months" => now.PlusMonths(-count),
            "quarter" or "quarters" => now.PlusMonths(-3 * count),
            "year" or "years" => now.PlusYears(-count),
            "day" or "week" or "fortnight" when count == 1 => now.PlusDays(unit switch { "week" => -7, "fortnight" => -14, _ => -1 }),
            _ => null,
        };
        return then is { } moment ? Math.Round((dates.AsOf - dates.Zone.AtLeniently(moment).ToInstant()).TotalMinutes) : null;
    }
}
