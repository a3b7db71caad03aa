using System.Globalization;

namespace SupportCopilot.Reports.Times;

/// <summary>One field of a cron line: <c>*</c>, <c>5</c>, <c>1-5</c>, <c>*/2</c>, <c>1,15</c>, and names of days and months.</summary>
internal static class CronField
{
    /// <returns>The values in order; null where the text is none.</returns>
    public static IReadOnlyList<int>? Read(string text, int least, int most, IReadOnlyList<string>? names = null)
    {
        var values = new SortedSet<int>();
        foreach (var part in text.Split(','))
        {
            var step = 1;
            var range = part;
            if (part.Split('/') is [var before, var after])
            {
                if (!int.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out step) || step < 1) return null;
                range = before;
            }

            if (RangeOf(range, least, most, names) is not var (from, to) || from > to) return null;
            for (var value = from; value <= to; value += step) values.Add(value);
        }

        return [.. values];
    }

    private static (int From, int To)? RangeOf(string text, int least, int most, IReadOnlyList<string>? names)
    {
        if (text == "*") return (least, most);
        var ends = text.Split('-');
        if (ends.Length > 2 || ValueOf(ends[0], least, most, names) is not { } from || ValueOf(ends[^1], least, most, names) is not { } to) return null;
        return (from, to);
    }

    private static int? ValueOf(string text, int least, int most, IReadOnlyList<string>? names)
    {
        if (names is not null)
            for (var i = 0; i < names.Count; i++)
                if (names[i].Equals(text, StringComparison.OrdinalIgnoreCase)) return i + least;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;
    }
}
