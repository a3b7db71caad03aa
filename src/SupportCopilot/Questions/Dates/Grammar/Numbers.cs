namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>Numbers in digits and in words, ordinals, years.</summary>
internal static class Numbers
{
    private const int MostUnits = 999;   // «the last 5000 weeks» is no question about tickets

    /// <summary>A count: 7, seven, twenty-four, a couple of, a.</summary>
    public static IEnumerable<Read<int>> Counts(this Scan scan, int at)
    {
        if (scan.IsNumber(at, 1, MostUnits)) yield return new(at + 1, scan.Atoms[at].Number);
        else if (scan.Words(at) is { } words && words.Value > 0) yield return words;
        if (scan.Skip(at, "a") is var noun && scan.Is(noun, "couple")) yield return new(scan.Skip(noun + 1, "of"), 2);
        if (scan.Is(at, "dozen") || scan.After(at, "a", "dozen") > 0) yield return new(scan.Skip(at, "a") + 1, 12);
    }

    /// <summary>A number below a thousand in words.</summary>
    public static Read<int>? Words(this Scan scan, int at)
    {
        if (!Lexicon.Cardinals.TryGetValue(scan.Text(at), out var value)) return null;
        var end = at + 1;
        if (value is >= 20 && scan.Skip(end, "-") is var ones && Lexicon.Cardinals.TryGetValue(scan.Text(ones), out var one) && one is > 0 and < 10)
            (value, end) = (value + one, ones + 1);
        if (value is > 0 and < 10 && scan.Is(end, "hundred"))
        {
            (value, end) = (value * 100, end + 1);
            if (scan.Words(scan.Skip(end, "and")) is { } rest && rest.Value < 100) (value, end) = (value + rest.Value, rest.End);
        }
        return new(end, value);
    }

    /// <summary>A place in a row: 3rd, third, twenty-first.</summary>
    public static Read<int>? Ordinal(this Scan scan, int at)
    {
        if (scan.IsNumber(at, 1, 99, 2))
            return scan.Touches(at + 1) && scan.IsAny(at + 1, "st", "nd", "rd", "th") ? new(at + 2, scan.Atoms[at].Number) : null;
        if (Lexicon.Ordinals.TryGetValue(scan.Text(at), out var value)) return new(at + 1, value);
        if (Lexicon.Cardinals.TryGetValue(scan.Text(at), out var tens) && tens is >= 20 &&
            scan.Skip(at + 1, "-") is var next && Lexicon.Ordinals.TryGetValue(scan.Text(next), out var one) && one < 10)
            return new(next + 1, tens + one);
        return null;
    }

    /// <summary>A day of a month; in digits, as an ordinal, or in words.</summary>
    public static IEnumerable<Read<int>> DaysOfMonth(this Scan scan, int at)
    {
        if (scan.IsNumber(at, 1, 31, 2) && scan.IsCutShort(at) && scan.Is(at + 3, "/")) yield break;
        if (scan.Ordinal(at) is { } ordinal)
        {
            if (ordinal.Value <= 31) yield return ordinal;
        }
        else if (scan.IsNumber(at, 1, 31, 2)) yield return new(at + 1, scan.Atoms[at].Number);
        else if (scan.Words(at) is { } words && words.Value is > 0 and <= 31) yield return words;
    }

    /// <summary>A year in four digits or in words.</summary>
    public static IEnumerable<Read<int>> Years(this Scan scan, int at)
    {
        if (scan.IsNumber(at, 1900, 2199)) yield return new(at + 1, scan.Atoms[at].Number);
        else if (scan.Is(at, "two") && scan.Is(at + 1, "thousand"))
        {
            yield return new(at + 2, 2000);
            if (scan.Words(scan.Skip(at + 2, "and")) is { } rest && rest.Value is > 0 and < 100) yield return new(rest.End, 2000 + rest.Value);
        }
        else if (scan.IsAny(at, "nineteen", "twenty") && scan.Words(scan.Skip(at + 1, "-")) is { } tail && tail.Value is >= 10 and < 100)
            yield return new(tail.End, (scan.Is(at, "nineteen") ? 1900 : 2000) + tail.Value);
    }

    /// <summary>A year that may be written in two digits, after something that says it is one: '25, FY25, Q4 25.</summary>
    public static IEnumerable<Read<int>> ShortYears(this Scan scan, int at)
    {
        var digits = scan.Is(at, "'") ? at + 1 : at;
        if ((uint)digits < (uint)scan.Atoms.Length && scan.Atoms[digits].Digits == 2 && !scan.IsCutShort(digits))
            yield return new(digits + 1, Century(scan.Atoms[digits].Number));
    }

    /// <summary>Whether a number is but the head of a date in digits: the 05 of 05/10/2026.</summary>
    private static bool IsCutShort(this Scan scan, int at) =>
        scan.Is(at + 1, "/") && scan.Touches(at + 1) && scan.Touches(at + 2) && (uint)(at + 2) < (uint)scan.Atoms.Length && scan.Atoms[at + 2].Digits > 0;

    /// <summary>The year of two digits: up to 2049, from 1950.</summary>
    public static int Century(int twoDigits) => twoDigits < 50 ? 2000 + twoDigits : 1900 + twoDigits;

    /// <summary>A year by its distance: this year, last year, the previous year.</summary>
    public static IEnumerable<Read<int>> RelativeYears(this Scan scan, int at)
    {
        at = scan.Skip(at, "the");
        var shift = Shift(scan, at);
        if (shift is null) yield break;
        var noun = scan.Skip(at + 1, "calendar");
        if (scan.IsAny(noun, "year", "yr")) yield return new(noun + 1, scan.Today.Year + shift.Value);
    }

    /// <summary>How far away the word says: this 0, last −1, next +1; null for other words.</summary>
    public static int? Shift(Scan scan, int at) => scan.Text(at) switch
    {
        "this" or "current" => 0,
        "last" or "previous" or "past" or "prior" or "preceding" => -1,
        "next" or "coming" or "following" or "upcoming" => 1,
        _ => null,
    };
}
