using System.Globalization;

namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>Numbers with their units, spans and times of day, as requests write them.</summary>
internal static class NumberWords
{
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    /// <summary>200, 1,000, 0.8, twelve.</summary>
    /// <returns>The number and the place after it; null where none stands here.</returns>
    public static (double Value, int End)? Number(Tokens words, int at)
    {
        if (Array.IndexOf(Small, words[at]) is >= 0 and var small) return (small, at + 1);
        if (words[at].Length is 0 or > 9 || !words[at].All(char.IsAsciiDigit)) return null;
        var (digits, end) = (words[at], at + 1);
        while (words[end] == "," && words.Touches(end) && words.Touches(end + 1) && words[end + 1].Length == 3 && words[end + 1].All(char.IsAsciiDigit) && digits.Length < 12)
        {
            digits += words[end + 1];
            end += 2;
        }

        if (words[end] == "." && words.Touches(end) && words.Touches(end + 1) && words[end + 1].Length is > 0 and < 6 && words[end + 1].All(char.IsAsciiDigit))
        {
            digits += "." + words[end + 1];
            end += 2;
        }

        return (double.Parse(digits, CultureInfo.InvariantCulture), end);
    }

    /// <summary>Minutes in a unit of time; null where the word is none.</summary>
    public static double? MinutesOf(string unit) => unit switch
    {
        "second" or "seconds" or "sec" or "secs" => 1.0 / 60,
        "minute" or "minutes" or "min" or "mins" => 1,
        "hour" or "hours" or "hr" or "hrs" or "h" => 60,
        "day" or "days" => 1440,
        "week" or "weeks" => 10080,
        _ => null,
    };

    /// <summary>2 hours, an hour, half an hour, 90 min, 2h.</summary>
    public static (double Minutes, int End)? Span(Tokens words, int at)
    {
        if (words.Match(at, "half an hour") > 0) return (30, at + 3);
        if (words[at] is "a" or "an" or "one" && MinutesOf(words[at + 1]) is { } one) return (one, at + 2);
        if (Number(words, at) is { } number && MinutesOf(words[number.End]) is { } unit) return (number.Value * unit, number.End + 1);
        var split = words[at].TakeWhile(char.IsAsciiDigit).Count();
        if (split is 0 or > 5 || split == words[at].Length) return null;
        var letter = words[at][split..];
        return (letter is "m" ? 1 : letter is "d" ? 1440 : MinutesOf(letter)) is { } short_ ? (double.Parse(words[at][..split], CultureInfo.InvariantCulture) * short_, at + 1) : null;
    }

    /// <summary>9, 8:30, 8.30, 9am, 9 pm, 9 a.m., 14h, 9 o'clock, noon, midnight; «in the morning» and «in the evening» after it.</summary>
    /// <returns>Minutes after midnight.</returns>
    public static (int Minute, int End)? TimeOfDay(Tokens words, int at)
    {
        if (words[at] is "noon" or "midday") return (12 * 60, at + 1);
        if (words[at] is "midnight") return (0, at + 1);
        if (Spoken(words, at) is { } spoken) return spoken;
        var digits = words[at].TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 2) return null;
        var hour = int.Parse(words[at][..digits], CultureInfo.InvariantCulture);
        var (minute, end, half) = (0, at + 1, words[at][digits..]);
        if (half is "h") half = "";
        else if (half.Length > 0 && half is not ("am" or "pm")) return null;
        if (half.Length == 0 && words[end] is ":" or "." && words.Touches(end) && words.Touches(end + 1) && words[end + 1].TakeWhile(char.IsAsciiDigit).Count() == 2)
        {
            minute = int.Parse(words[end + 1][..2], CultureInfo.InvariantCulture);
            half = words[end + 1][2..];
            if (half.Length > 0 && half is not ("am" or "pm")) return null;
            end += 2;
        }

        if (half.Length == 0) (half, end) = Half(words, end);
        if (hour > 23 || minute > 59 || half is "am" or "pm" && hour is 0 or > 12) return null;
        if (half is "pm") hour = hour % 12 + 12;
        if (half is "am") hour %= 12;
        return (hour * 60 + minute, end);
    }

    /// <summary>Half past nine, quarter to five, nine o'clock, nine in the morning.</summary>
    private static (int Minute, int End)? Spoken(Tokens words, int at)
    {
        var start = words[at] is "a" && words[at + 1] is "quarter" ? at + 1 : at;
        var shift = (words[start], words[start + 1]) switch { ("half", "past") => 30, ("quarter", "past") => 15, ("quarter", "to") => -15, _ => 0 };
        if (shift == 0)
        {
            var half = Half(words, at + 1);
            return Array.IndexOf(Small, words[at]) is > 0 and var plain && half.End > at + 1 ? (Of(plain, half.Half) * 60, half.End) : null;
        }

        var place = start + 2;
        var hour = Array.IndexOf(Small, words[place]) is > 0 and var small ? small : words[place].Length is 1 or 2 && words[place].All(char.IsAsciiDigit) ? int.Parse(words[place], CultureInfo.InvariantCulture) : 0;
        if (hour is < 1 or > 12) return null;
        var (said, end) = Half(words, place + 1);
        return ((Of(hour, said) * 60 + shift + 1440) % 1440, end);

        static int Of(int hour, string half) => half is "pm" ? hour % 12 + 12 : half is "am" ? hour % 12 : hour;
    }

    private static (string Half, int End) Half(Tokens words, int at)
    {
        if (words[at] is "am" or "pm") return (words[at], at + 1);
        if (words[at] is "a" or "p" && words.Match(at + 1, ". m") > 0) return (words[at] + "m", words.Skip(at + 3, "."));
        if (words.MatchAny(at, "in the morning", "in the mornings") is > 0 and var morning) return ("am", at + morning);
        if (words.MatchAny(at, "in the afternoon", "in the evening", "at night") is > 0 and var evening) return ("pm", at + evening);
        if (words.MatchAny(at, "o'clock", "o ' clock", "oclock", "sharp") is > 0 and var clock) return Half(words, at + clock);
        return ("", at);
    }
}
