using System.Globalization;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>
/// Times of day as a demand: «after 6 pm», «before 8am», «between 9 and 5», «from 22:00 to 6:00». Whole hours alone, for the
/// plan knows no other; what is vague («at night», «outside business hours») has no reading.
/// </summary>
internal static class HourRules
{
    private const string Field = "hourOfDay";

    private static readonly string[] PartsOfDay = ["evening", "evenings", "night", "nights", "nighttime", "overnight", "daytime", "morning", "mornings", "afternoon", "afternoons"];

    public static void Apply(Chart chart)
    {
        Read(chart);
        // «evening tickets (after 6pm)»: the hours say what an evening is
        var hasHours = Enumerable.Range(0, chart.Words.Count).Any(at => chart.Of<FilterPart>(at).Any(edge => edge.Part is FilterPart { Filters.All: [{ Field: Field }] }));
        for (var at = 0; hasHours && at < chart.Words.Count; at++)
        {
            if (!PartsOfDay.Contains(chart.Words[at].Text)) continue;
            var isTime = at + 2 < chart.Words.Count && chart.Words[at + 1].Text is "-" && chart.Words[at + 2].Text is "time";
            chart.Add(at, isTime ? at + 3 : at + 1, new FillerPart(FillerKind.Plain), 0.3);
        }
    }

    private static void Read(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            switch (chart.Words[start].Text)
            {
                case "after" or "since" or "past": OneEnded(chart, start, hour => Hours(hour, 24)); break;
                case "before" or "until" or "till": OneEnded(chart, start, hour => Hours(0, hour)); break;
                case "between": Between(chart, start, start + 1, "and", "to", "-"); break;
                case "from": Between(chart, start, start + 1, "to", "until", "till", "-"); break;
                case "outside" when start + 1 < chart.Words.Count: Outside(chart, start); break;
                default: Between(chart, start, start, "to", "-"); break;
            }
        }
    }

    private static void OneEnded(Chart chart, int start, Func<int, string[]> hours)
    {
        if (At(chart, start + 1) is not { IsTime: true, Hour: { } hour } time || hour is 0 or 24) return;
        Add(chart, start, time.End, hours(hour), "is");
    }

    private static void Between(Chart chart, int start, int at, params string[] joins)
    {
        if (Range(chart, at, start < at && chart.Words[start].Text == "between", joins) is { } range) Add(chart, start, range.End, Hours(range.From, range.To), "is");
    }

    private static void Outside(Chart chart, int start)
    {
        var at = chart.Words[start + 1].Text is "of" or "the" ? start + 2 : start + 1;
        if (Range(chart, at, true, ["to", "-", "and"]) is { } range) Add(chart, start, range.End, Hours(range.From, range.To), "isNot");
    }

    /// <summary>Two times: one at least says that it is one; «between 9 and 5», from the morning to the afternoon, can be nothing else.</summary>
    private static (int From, int To, int End)? Range(Chart chart, int at, bool isBetween, string[] joins)
    {
        if (At(chart, at) is not { Hour: { } from } first || first.End >= chart.Words.Count || !joins.Contains(chart.Words[first.End].Text)) return null;
        if (At(chart, first.End + 1) is not { Hour: { } to } last) return null;
        var isPlain = !first.IsTime && !last.IsTime;
        var isDay = from is >= 5 and < 12 && to is >= 13 and <= 22 && (chart.Words[first.End].Text is "and" || at > 0 && chart.Words[at - 1].Text is "outside") && !IsMonth(chart, last.End);   // «between 9 and 17»
        if (isPlain && !(isBetween && (from > to && from <= 12 || isDay) && !IsCounted(chart, last.End))) return null;
        if (last.IsAfternoon is true && !first.IsTime && from < 12 && from + 12 < to) from += 12;   // «2–5pm»
        if (last.IsAfternoon is null && to <= from && to <= 12 && (isPlain || first.IsAfternoon is false)) to += 12;
        return from == to ? null : (from, to, last.End);
    }

    private static bool IsMonth(Chart chart, int at) => at < chart.Words.Count && (Dates.Grammar.Lexicon.Months.ContainsKey(chart.Words[at].Text) || chart.Words[at].Text is "of" or "/" or "." or "-" or "tickets" or "replies");

    private static bool IsCounted(Chart chart, int end) => end < chart.Words.Count && (chart.From(end).Any(edge => edge.Part is DimensionPart or MeasurePart or GrainPart or SharePart) || chart.Words[end].Text is "minutes" or "hours" or "days");

    /// <summary>A whole hour: 6pm, 6 pm, 18:00, noon, 9 o'clock; or a bare number that may be one.</summary>
    private static (int? Hour, bool IsTime, bool? IsAfternoon, int End) At(Chart chart, int at)
    {
        var words = chart.Words;
        if (at >= words.Count) return default;
        var text = words[at].Text;
        if (text is "noon" or "midday") return (12, true, null, at + 1);
        if (text is "midnight") return (24, true, null, at + 1);
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 2) return default;
        var hour = int.Parse(text[..digits], CultureInfo.InvariantCulture);
        if (hour > 24) return default;
        var (half, end) = digits < text.Length ? (text[digits..], at + 1) : (Next(at + 1), at + 2);
        if (half is "am" or "pm") return hour is >= 1 and <= 12 ? (hour % 12 + (half == "pm" ? 12 : 0), true, half == "pm", end) : default;
        if (half is "h" && digits < text.Length) return (hour, true, null, end);
        if (digits < text.Length) return default;
        if (half is "o'clock") return (hour, true, null, end);
        if (half is "." or ":" && words[at].Touches(words[at + 1]) && Next(at + 2) is { Length: 2 } minutes && minutes.All(char.IsAsciiDigit))
        {
            if (minutes != "00") return default;
            return Next(at + 3) is "am" or "pm" && hour is >= 1 and <= 12 ? (hour % 12 + (Next(at + 3) == "pm" ? 12 : 0), true, Next(at + 3) == "pm", at + 4) : half == ":" ? (hour, true, null, at + 3) : default;
        }

        return (hour, false, null, at + 1);

        string Next(int place) => place < words.Count ? words[place].Text : "";
    }

    private static string[] Hours(int from, int to) =>
        [.. Enumerable.Range(0, 24).Where(hour => from < to ? hour >= from && hour < to : hour >= from || hour < to).Select(hour => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:00"))];

    // Dearer than a time of a day that is named, which is one moment and not an hour of each day.
    private static void Add(Chart chart, int start, int end, string[] hours, string op)
    {
        if (hours.Length is > 0 and < 24) chart.Add(start, end, new FilterPart(Field, op, hours), 1.6);
    }
}
