using System.Text.RegularExpressions;

namespace SupportCopilot.Teams.Cards;

/// <summary>Readings and questions as the words of buttons: days as people write them, and of several only what sets them apart.</summary>
internal static partial class Labels
{
    private const string Gap = "…";
    private const string Part = ", ";

    /// <summary>The same words with their days written out: “2026-10-01 – 2026-10-31” is “1–31 Oct 2026”. A button sends the exact words all the same.</summary>
    public static string Spoken(string words) => Quoted().Replace(OneDay().Replace(Between().Replace(words, Period), match => Day(match.Value)), "$1");

    /// <summary>
    /// Names of readings side by side. Where one is too long, what stands in all of them is left out first; what is still too long
    /// loses its middle, because a reading ends with what it was asked to be about. Two that would look the same are numbered.
    /// </summary>
    public static IReadOnlyList<string> Apart(IReadOnlyList<string> readings, int characters)
    {
        string[] spoken = [.. readings.Select(Spoken)];
        if (spoken.All(reading => reading.Length <= characters)) return spoken;

        string[] cut = [.. (spoken.Length == 1 ? spoken : Differing(spoken)).Select(reading => CutMiddle(reading, characters))];
        return cut.Distinct().Count() == cut.Length ? cut : [.. cut.Select((reading, i) => $"{i + 1}: {reading}")];
    }

    private static string[] Differing(string[] readings)
    {
        string[][] parts = [.. readings.Select(reading => reading.Split(Part))];
        string[] shared = [.. parts[0].Where(part => parts.All(others => others.Contains(part)))];
        // A reading that has nothing of its own is told whole: it is the one without the others' demands.
        return [.. parts.Select((own, i) => own.Except(shared).ToArray() is { Length: > 0 } rest ? string.Join(Part, rest) : readings[i])];
    }

    private static string CutMiddle(string words, int characters)
    {
        if (words.Length <= characters) return words;
        var half = Math.Max(1, (characters - Gap.Length) / 2);
        var (end, begin) = (half, words.Length - half);
        if (char.IsHighSurrogate(words[end - 1])) end--;
        if (char.IsLowSurrogate(words[begin])) begin++;
        return words[..end].TrimEnd() + Gap + words[begin..].TrimStart();
    }

    private static string Period(Match match)
    {
        if (!Days.TryRead(match.Groups["first"].Value, out var first) || !Days.TryRead(match.Groups["last"].Value, out var last)) return match.Value;
        return Days.Between(first, last);
    }

    private static string Day(string iso) => Days.TryRead(iso, out var day) ? Days.Day(day) : iso;

    [GeneratedRegex(@"(?<![\w-])(?:from )?(?<first>\d{4}-\d\d-\d\d) (?:–|to) (?<last>\d{4}-\d\d-\d\d)(?![\w-]| \d\d:)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"(?<![\w-])\d{4}-\d\d-\d\d(?![\w-]| \d\d:)", RegexOptions.CultureInvariant)]
    private static partial Regex OneDay();

    [GeneratedRegex("(?<!\\w)\"([\\w-]+)\"(?!\\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
