using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Text;

/// <summary>Days as people write them, in the languages of the replies: 2026-03-04, 04.03.2026, 4 March 2026, 2026年3月4日.</summary>
internal static partial class WrittenDates
{
    private static readonly string[][] Months =
    [
        ["january", "jan", "januar", "jänner", "janvier", "enero", "gennaio", "janeiro", "januari", "يناير"],
        ["february", "feb", "februar", "février", "febrero", "febbraio", "fevereiro", "februari", "فبراير"],
        ["march", "mar", "märz", "mars", "marzo", "março", "maart", "مارس"],
        ["april", "apr", "avril", "abril", "aprile", "أبريل", "إبريل"],
        ["may", "mai", "mayo", "maggio", "maio", "mei", "مايو"],
        ["june", "jun", "juni", "juin", "junio", "giugno", "junho", "يونيو"],
        ["july", "jul", "juli", "juillet", "julio", "luglio", "julho", "يوليو"],
        ["august", "aug", "août", "agosto", "augustus", "أغسطس"],
        ["september", "sep", "sept", "septembre", "septiembre", "settembre", "setembro", "سبتمبر"],
        ["october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "outubro", "أكتوبر"],
        ["november", "nov", "novembre", "noviembre", "novembro", "نوفمبر"],
        ["december", "dec", "dezember", "dez", "décembre", "diciembre", "dicembre", "dezembro", "ديسمبر"],
    ];

    private static readonly Dictionary<string, int> MonthOf = Months.SelectMany((names, i) => names.Select(name => (name, i + 1))).ToDictionary(pair => pair.name, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    /// <summary>The days of a text as 2026-03-04, and the text without them. What is no day of the calendar stays.</summary>
    public static (IReadOnlyList<string> Dates, string Left) Taken(string text)
    {
        var dates = new List<string>();
        text = YearFirst().Replace(text, found => Take(found, Number(found, "y"), Number(found, "m"), Number(found, "d")));
        text = Dotted().Replace(text, found => Take(found, Number(found, "y"), Number(found, "m"), Number(found, "d")));
        text = DayFirst().Replace(text, found => MonthOf.TryGetValue(found.Groups["m"].Value, out var month) ? Take(found, Number(found, "y"), month, Number(found, "d")) : found.Value);
        text = MonthFirst().Replace(text, found => MonthOf.TryGetValue(found.Groups["m"].Value, out var month) ? Take(found, Number(found, "y"), month, Number(found, "d")) : found.Value);
        return (dates, text);

        string Take(Match found, int year, int month, int day)
        {
            if (month is < 1 or > 12 || year is < 1 or > 9999 || day < 1 || day > DateTime.DaysInMonth(year, month)) return found.Value;
            dates.Add(new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            return " ";
        }
    }

    /// <summary>The months that are named beside a number, 1–12, so that «4 March» does not become «4 April» where no year is said.</summary>
    public static HashSet<int> MonthsIn(string text) =>
        [.. BesideNumber().Matches(text).Select(found => MonthOf.GetValueOrDefault(found.Groups["m"].Value)).Where(month => month > 0), .. JapaneseMonth().Matches(text).Select(found => Number(found, "m"))];

    private static int Number(Match found, string group) => int.Parse(found.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<!\d)(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?!\d)|(?<!\d)(?<y>\d{4})年\s?(?<m>\d{1,2})月\s?(?<d>\d{1,2})日")]
    private static partial Regex YearFirst();

    // With points the day stands first wherever they are in use.
    [GeneratedRegex(@"(?<![\d.])(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?!\d)")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(?<m>\p{L}{3,10})\.?,?\s+(?:del?\s+)?(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex DayFirst();

    [GeneratedRegex(@"\b(?<m>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex MonthFirst();

    [GeneratedRegex(@"\d(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(?<m>\p{L}{3,10})\b|\b(?<m>\p{L}{3,10})\.?\s+\d", RegexOptions.IgnoreCase)]
    private static partial Regex BesideNumber();

    [GeneratedRegex(@"(?<m>\d{1,2})月")]
    private static partial Regex JapaneseMonth();
}
