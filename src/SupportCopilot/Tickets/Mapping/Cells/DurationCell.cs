using System.Globalization;
using System.Text.RegularExpressions;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>A length of time in minutes: a number in the unit that the column's name gives (minutes where none), or h:mm, or h:mm:ss.</summary>
internal static partial class DurationCell
{
    private static readonly (string[] Names, double Minutes)[] Units =
    [
        (["m", "min", "mins", "minute", "minutes", "minuten"], 1),
        (["s", "sec", "secs", "second", "seconds", "sek", "sekunden"], 1.0 / 60),
        (["h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden"], 60),
        (["d", "day", "days", "tag", "tage", "tagen"], 1440),
    ];

    public static int? Read(string cell, string header)
    {
        var text = cell.Trim();
        if (text.Contains(':', StringComparison.Ordinal))
        {
            var parts = text.Split(':');
            if (parts.Length > 3 || !Array.TrueForAll(parts, part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out _))) return null;
            return (int.Parse(parts[0], CultureInfo.InvariantCulture) * 60) + int.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        if (!double.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        var minutes = number * Unit(header);
        return minutes is >= 0 and <= int.MaxValue ? (int)Math.Round(minutes) : null;
    }

    /// <summary>How many minutes one is: what stands in brackets counts first, for «First reply time - Business hours (min)» is in minutes.</summary>
    private static double Unit(string header)
    {
        var brackets = Brackets().Match(header);
        return (brackets.Success ? Named(brackets.Groups[1].Value.ToLowerInvariant()) : null) ?? Words().Matches(header).Select(word => word.Length > 1 ? Named(word.Value.ToLowerInvariant()) : null).FirstOrDefault(unit => unit is not null) ?? 1;
    }

    /// <summary>By the whole word or by its end, for «resolutiontimehours» is one word as well.</summary>
    private static double? Named(string word)
    {
        foreach (var (names, minutes) in Units)
            if (Array.Exists(names, name => name == word || name.Length > 2 && word.EndsWith(name, StringComparison.Ordinal))) return minutes;
        return null;
    }

    [GeneratedRegex(@"[\(\[]([^)\]]*)[\)\]]\s*$")]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+")]
    private static partial Regex Words();
}
