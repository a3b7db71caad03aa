using System.Globalization;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>A length of time in minutes: a number in the unit that the column's name gives (minutes where none), or h:mm, or h:mm:ss.</summary>
internal static class DurationCell
{
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
        var minutes = number * Unit(header.ToLowerInvariant());
        return minutes is >= 0 and <= int.MaxValue ? (int)Math.Round(minutes) : null;
    }

    private static double Unit(string header)
    {
        if (header.Contains("sec", StringComparison.Ordinal) || header.Contains("sek", StringComparison.Ordinal)) return 1.0 / 60;
        if (header.Contains("hour", StringComparison.Ordinal) || header.Contains("hrs", StringComparison.Ordinal) || header.Contains("std", StringComparison.Ordinal) || header.Contains("stunden", StringComparison.Ordinal)) return 60;
        return header.Contains("day", StringComparison.Ordinal) || header.Contains("tage", StringComparison.Ordinal) ? 1440 : 1;
    }
}
