using NodaTime;
using SupportCopilot.Questions.Dates.CalendarDates;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Periods;

/// <summary>
/// Spring, summer, autumn and winter as meteorologists count them: whole months, March to May and so on, half a year later
/// south of the equator. «winter 2025» begins in that year or ends in it: both are read.
/// </summary>
internal static class Seasons
{
    private const int Months = 3;
    private static readonly string[] Southern = ["Australia/", "Antarctica/", "Pacific/Auckland", "Pacific/Chatham", "America/Sao_Paulo", "America/Argentina/", "America/Santiago", "America/Montevideo", "America/Asuncion", "Africa/Johannesburg", "Africa/Windhoek", "Africa/Maputo", "Africa/Harare", "Indian/Mauritius"];

    /// <summary>The words that they begin with.</summary>
    public static IReadOnlyList<string> Words { get; } = ["spring", "springtime", "summer", "summertime", "autumn", "winter", "wintertime", "fall"];

    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var shift = Numbers.Shift(scan, start);
        var noun = shift is null ? start : start + 1;
        if (FirstMonth(scan, noun) is not { } month) yield break;
        var end = scan.Skip(scan.Is(noun + 1, "season") ? noun + 2 : noun + 1, "months");
        var name = scan.Is(noun, "fall") ? "autumn" : scan.Text(noun).Replace("time", "", StringComparison.Ordinal);
        var isVerb = scan.Is(noun, "fall") && shift is null && !(scan.Is(noun - 1, "the") || scan.Is(noun - 1, "in") || start > at);   // «did tickets fall in May?»
        var today = scan.Today;
        var latest = new LocalDate(today.Year, month, 1) is var thisYears && thisYears <= today ? today.Year : today.Year - 1;
        if (!isVerb && shift is null) yield return new(end, Of(latest, .85));
        if (shift == -1)
        {
            var over = new LocalDate(latest, month, 1).PlusMonths(Months) <= today ? latest : latest - 1;
            yield return new(end, Of(over, .95));
        }

        if (shift == 0) yield return new(end, Of(month == 12 && today.Month < 3 ? today.Year - 1 : today.Year, .95));
        if (shift == 1) yield return new(end, Of(latest + 1, .9));
        foreach (var year in LooseRules.YearsAfter(scan, end))
        {
            if (month + Months - 1 <= 12)
            {
                yield return new(year.End, Of(year.Value, .97));
                continue;
            }

            if (scan.Atoms[year.End - 1].Digits == 4 && scan.IsAny(year.End, "/", "-"))   // winter 2025/26
            {
                foreach (var last in scan.Years(year.End + 1).Concat(scan.ShortYears(year.End + 1)))
                    if (last.Value == year.Value + 1) yield return new(last.End, Of(year.Value, .98));
            }

            yield return new(year.End, Of(year.Value - 1, .97));
            if (new LocalDate(year.Value, month, 1) <= today) yield return new(year.End, Of(year.Value, .97));
        }

        Span Of(int year, double surely)
        {
            var first = new LocalDate(year, month, 1);
            var last = first.PlusMonths(Months).PlusDays(-1);
            return new Span(first, last, DateReadingKind.Range, $"meteorological {name} {(first.Year == last.Year ? $"{first.Year}" : $"{first.Year}/{last.Year % 100:00}")}", surely);
        }
    }

    private static int? FirstMonth(Scan scan, int at)
    {
        var north = scan.Text(at) switch
        {
            "spring" or "springtime" => 3,
            "summer" or "summertime" => 6,
            "autumn" or "fall" => 9,
            "winter" or "wintertime" => 12,
            _ => 0,
        };
        if (north == 0) return null;
        return Array.Exists(Southern, zone => scan.Context.Zone.Id.StartsWith(zone, StringComparison.Ordinal)) ? (north + 5) % 12 + 1 : north;
    }
}
