using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportCopilot.Triage.Reading;

/// <summary>
/// Days that a text names: 2026-03-01, 01.03.2026, March 1st, 1 de marzo de 2026. A day without a year is the one nearest
/// to the ticket's creation. 03/04/2026 is told by the language or by another date of the text; where neither says, it is left out.
/// </summary>
internal static partial class Dates
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "entity/date";

    private const int Most = 20;
    private const RegexOptions Plain = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // A named year outside these is a version, a price or a model («12.5.1», «3/4/5000»).
    private const int FirstYear = 1990;
    private const int LastYear = 2100;

    private const string Month = @"(?<month>january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)";

    // By the first letters, which the five languages share but for a few.
    private static readonly (string Start, int Month)[] Months =
    [
        ("jan", 1), ("ene", 1), ("feb", 2), ("fév", 2), ("mar", 3), ("mär", 3), ("apr", 4), ("avr", 4), ("abr", 4), ("may", 5), ("mai", 5), ("jun", 6), ("juin", 6),
        ("jul", 7), ("juil", 7), ("aug", 8), ("aoû", 8), ("ago", 8), ("sep", 9), ("oct", 10), ("okt", 10), ("nov", 11), ("dec", 12), ("dez", 12), ("déc", 12), ("dic", 12),
    ];

    /// <summary>The days as 2026-03-01, each once, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Its language, where known: in all but English the day comes first.</param>
    /// <param name="near">When the text was written (UTC); without it days without a year are left out.</param>
    public static IReadOnlyList<string> In(string text, string? language, DateTime? near)
    {
        if (!text.AsSpan().ContainsAnyInRange('0', '9')) return [];

        var numeric = Numeric().Matches(text);
        bool? dayFirst = language is not (null or "en") ? true : Settled(numeric);
        return
        [
            .. YearFirst().Matches(text).Select(match => (match.Index, Day: Of(Int(match, "year"), Int(match, "month"), Int(match, "day"))))
                .Concat(numeric.Select(match => (match.Index, Day: OfNumeric(match, dayFirst))))
                .Concat(DayMonth().Matches(text).Concat(MonthDay().Matches(text)).Select(match => (match.Index, Day: OfNamed(match, near))))
                .OrderBy(found => found.Index)
                .Select(found => found.Day)
                .OfType<DateOnly>()
                .Distinct()
                .Take(Most)
                .Select(day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Whether a date of the text can only be read one way: 31/01/2026, 01/31/2026; dots are always day-first.</summary>
    private static bool? Settled(MatchCollection numeric)
    {
        foreach (Match match in numeric)
        {
            if (Int(match, "one") > 12) return true;
            if (Int(match, "two") > 12) return false;
        }

        return null;
    }

    private static DateOnly? OfNumeric(Match match, bool? dayFirst)
    {
        var (one, two, year) = (Int(match, "one"), Int(match, "two"), Int(match, "year"));
        if (year < 100) year += 2000;
        if (match.Groups["mark"].Value is "." || one > 12 || one == two) return Of(year, two, one);
        if (two > 12) return Of(year, one, two);
        return dayFirst switch { true => Of(year, two, one), false => Of(year, one, two), null => null };
    }

    private static DateOnly? OfNamed(Match match, DateTime? near)
    {
        var month = Array.FindLast(Months, entry => match.Groups["month"].Value.StartsWith(entry.Start, StringComparison.OrdinalIgnoreCase)).Month;
        if (match.Groups["year"].Success) return Of(Int(match, "year"), month, Int(match, "day"));
        if (near is not { } written) return null;
        return Enumerable.Range(written.Year - 1, 3)
            .Select(year => Of(year, month, Int(match, "day")))
            .OfType<DateOnly>()
            .Cast<DateOnly?>()
            .MinBy(day => Math.Abs(day!.Value.DayNumber - DateOnly.FromDateTime(written).DayNumber));
    }

    private static DateOnly? Of(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static int Int(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\w.-])(?<year>(19|20)\d\d)[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?![\d-]|\.\d)", Plain)]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![\w.,/-])(?<one>\d{1,2})(?<mark>[./-])(?<two>\d{1,2})\k<mark>(?<year>(19|20)\d\d|\d\d)(?![\w/-]|\.\d)", Plain)]
    private static partial Regex Numeric();

    [GeneratedRegex(@"(?<![\w.,])(?<day>\d{1,2})(st|nd|rd|th|er|\.|º)?\s+(of\s+|de\s+)?" + Month + @"\b\.?(,?\s+(de\s+|del\s+)?(?<year>(19|20)\d\d)\b)?", Plain)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b" + Month + @"\.?\s+(the\s+)?(?<day>\d{1,2})(st|nd|rd|th)?\b(?![:\d%]|\s?(am|pm|%|people|users|days|times|orders|items))(,?\s+(?<year>(19|20)\d\d)\b)?", Plain)]
    private static partial Regex MonthDay();
}
