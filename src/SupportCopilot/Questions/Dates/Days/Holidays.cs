using NodaTime;
using SupportCopilot.Questions.Dates.CalendarDates;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>
/// Holidays that are reckoned the same everywhere they are kept. Those that differ by country (Mother's Day, bank holidays,
/// Labour Day) and those set by sighting the moon are left out rather than guessed.
/// </summary>
internal static class Holidays
{
    private static readonly (string[] Words, string Name, Func<int, LocalDate> In)[] Known =
    [
        (["christmas", "eve"], "Christmas Eve", year => new(year, 12, 24)),
        (["christmas", "day"], "Christmas Day", year => new(year, 12, 25)),
        (["christmas"], "Christmas Day", year => new(year, 12, 25)),
        (["xmas"], "Christmas Day", year => new(year, 12, 25)),
        (["boxing", "day"], "Boxing Day", year => new(year, 12, 26)),
        (["new", "year", "'s", "eve"], "New Year's Eve", year => new(year, 12, 31)),
        (["new", "years", "eve"], "New Year's Eve", year => new(year, 12, 31)),
        (["new", "year", "eve"], "New Year's Eve", year => new(year, 12, 31)),
        (["new", "year", "'s", "day"], "New Year's Day", year => new(year, 1, 1)),
        (["new", "year", "'s"], "New Year's Day", year => new(year, 1, 1)),
        (["new", "years", "day"], "New Year's Day", year => new(year, 1, 1)),
        (["new", "year"], "New Year's Day", year => new(year, 1, 1)),
        (["valentine", "'s", "day"], "Valentine's Day", year => new(year, 2, 14)),
        (["valentines", "day"], "Valentine's Day", year => new(year, 2, 14)),
        (["valentines"], "Valentine's Day", year => new(year, 2, 14)),
        (["epiphany"], "Epiphany", year => new(year, 1, 6)),
        (["martin", "luther", "king", "day"], "Martin Luther King Day", year => Nth(year, 1, IsoDayOfWeek.Monday, 3)),
        (["mlk", "day"], "Martin Luther King Day", year => Nth(year, 1, IsoDayOfWeek.Monday, 3)),
        (["presidents", "day"], "Presidents' Day", year => Nth(year, 2, IsoDayOfWeek.Monday, 3)),
        (["st", "patrick", "'s", "day"], "St Patrick's Day", year => new(year, 3, 17)),
        (["st", "patricks", "day"], "St Patrick's Day", year => new(year, 3, 17)),
        (["april", "fools", "day"], "April Fools' Day", year => new(year, 4, 1)),
        (["earth", "day"], "Earth Day", year => new(year, 4, 22)),
        (["anzac", "day"], "Anzac Day", year => new(year, 4, 25)),
        (["memorial", "day"], "Memorial Day", year => Calendar.LatestNotAfter(new LocalDate(year, 5, 31), IsoDayOfWeek.Monday)),
        (["juneteenth"], "Juneteenth", year => new(year, 6, 19)),
        (["canada", "day"], "Canada Day", year => new(year, 7, 1)),
        (["bastille", "day"], "Bastille Day", year => new(year, 7, 14)),
        (["columbus", "day"], "Columbus Day", year => Nth(year, 10, IsoDayOfWeek.Monday, 2)),
        (["veterans", "day"], "Veterans Day", year => new(year, 11, 11)),
        (["singles", "day"], "Singles' Day", year => new(year, 11, 11)),
        (["ash", "wednesday"], "Ash Wednesday", year => Easter(year).PlusDays(-46)),
        (["palm", "sunday"], "Palm Sunday", year => Easter(year).PlusDays(-7)),
        (["ascension", "day"], "Ascension Day", year => Easter(year).PlusDays(39)),
        (["whit", "sunday"], "Whit Sunday", year => Easter(year).PlusDays(49)),
        (["whit", "monday"], "Whit Monday", year => Easter(year).PlusDays(50)),
        (["pentecost"], "Pentecost", year => Easter(year).PlusDays(49)),
        (["all", "saints", "day"], "All Saints' Day", year => new(year, 11, 1)),
        (["halloween"], "Halloween", year => new(year, 10, 31)),
        (["good", "friday"], "Good Friday", year => Easter(year).PlusDays(-2)),
        (["easter", "monday"], "Easter Monday", year => Easter(year).PlusDays(1)),
        (["easter", "sunday"], "Easter Sunday", Easter),
        (["easter"], "Easter Sunday", Easter),
        (["thanksgiving", "day"], "Thanksgiving", Thanksgiving),
        (["thanks", "giving", "day"], "Thanksgiving", Thanksgiving),
        (["thanksgiving"], "Thanksgiving", Thanksgiving),
        (["black", "friday"], "Black Friday", year => Thanksgiving(year).PlusDays(1)),
        (["cyber", "monday"], "Cyber Monday", year => Thanksgiving(year).PlusDays(4)),
    ];

    /// <summary>The words that their names begin with.</summary>
    public static IEnumerable<string> FirstWords => Known.Select(holiday => holiday.Words[0]).Distinct();

    public static IEnumerable<Read<Span>> At(Scan scan, int at)
    {
        var start = scan.Skip(at, "the");
        var shift = Numbers.Shift(scan, start);
        var first = scan.Text(shift is null ? start : start + 1);
        foreach (var (words, name, dayIn) in Known)
        {
            if (words[0] != first) continue;
            var end = scan.After(shift is null ? start : start + 1, words);
            if (end < 0) continue;
            var today = scan.Today;
            var thisYear = dayIn(today.Year) <= today ? today.Year : today.Year - 1;
            if (shift is null) yield return Of(end, thisYear, .85);
            if (shift == -1) yield return Of(end, thisYear, .92);
            if (shift == 0) yield return Of(end, today.Year, .9);
            if (shift == 1) yield return Of(end, thisYear + 1, .9);
            foreach (var year in LooseRules.YearsAfter(scan, end)) yield return Of(year.End, year.Value, .97);

            foreach (var around in Around(scan, name, dayIn, shift, end)) yield return around;

            Read<Span> Of(int end, int year, double score) => new(end, Span.Day(dayIn(year), $"{name} {year}", score));
        }
    }

    /// <summary>«Black Friday week», «the Easter weekend»: the week that the day is in; of Easter the two days or, with the holidays beside them, four.</summary>
    private static IEnumerable<Read<Span>> Around(Scan scan, string name, Func<int, LocalDate> dayIn, int? shift, int end)
    {
        var isWeek = scan.Is(end, "week") && !name.StartsWith("Easter", StringComparison.Ordinal);   // the one before Easter or the one after it: nobody can tell
        var isWeekend = name == "Easter Sunday" && scan.Is(end, "weekend");
        if (!isWeek && !isWeekend) yield break;
        var today = scan.Today;
        var latest = First(today.Year) <= today ? today.Year : today.Year - 1;
        if (shift is null or -1)
            foreach (var span in In(latest)) yield return new(end + 1, span);
        if (shift == 0)
            foreach (var span in In(today.Year)) yield return new(end + 1, span);
        foreach (var year in LooseRules.YearsAfter(scan, end + 1))
            foreach (var span in In(year.Value)) yield return new(year.End, span);

        LocalDate First(int year) => isWeek ? scan.Calendar.StartOfWeek(dayIn(year)) : dayIn(year).PlusDays(-1);

        IEnumerable<Span> In(int year)
        {
            if (isWeek)
            {
                yield return new Span(First(year), First(year).PlusDays(6), DateReadingKind.Week, $"the week of {name} {year}", .97);
                yield break;
            }

            yield return new Span(dayIn(year).PlusDays(-2), dayIn(year).PlusDays(1), DateReadingKind.Range, $"Good Friday to Easter Monday {year}", .97);
            yield return new Span(dayIn(year).PlusDays(-1), dayIn(year), DateReadingKind.Range, $"the Saturday and Sunday of Easter {year}", .97);
        }
    }

    /// <summary>Easter Sunday by the Gregorian computus (J. Meeus, «Astronomical Algorithms», chapter 8).</summary>
    public static LocalDate Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var (d, e) = (b / 4, b % 4);
        var g = (b - (b + 8) / 25 + 1) / 3;
        var h = (19 * a + b - d - g + 15) % 30;
        var l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return new LocalDate(year, n / 31, n % 31 + 1);
    }

    private static LocalDate Nth(int year, int month, IsoDayOfWeek day, int nth) => Calendar.LatestNotAfter(new LocalDate(year, month, 7 * nth), day);

    // The fourth Thursday of November.
    private static LocalDate Thanksgiving(int year) => Calendar.LatestNotAfter(new LocalDate(year, 11, 28), IsoDayOfWeek.Thursday);
}
