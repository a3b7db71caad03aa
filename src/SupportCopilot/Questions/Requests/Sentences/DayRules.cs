using System.Globalization;

namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«every Monday and Thursday», «on weekdays», «monthly», «on the first of each month», «on the last Friday of the month».</summary>
internal static class DayRules
{
    private static readonly string[] Names = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
    private static readonly string[] Ordinals = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    private static readonly string[] OfMonths = ["of each month", "of every month", "of the month", "of a month", "every month", "each month", "of month", "a month", "monthly"];

    public static (DayRule Rule, int End)? At(Tokens words, int at)
    {
        foreach (var (phrase, rule) in Plain)
            if (words.Match(at, phrase) is > 0 and var taken) return (rule, at + taken);
        if (OfMonth(words, at) is { } month) return month;
        var start = words.Skip(at, "every", "each", "on", "the");
        return Weekdays(words, start);
    }

    // Longer phrases before shorter ones that begin them.
    private static readonly (string Phrase, DayRule Rule)[] Plain =
    [
        ("every working day", Weekday), ("every business day", Weekday), ("each working day", Weekday), ("every work day", Weekday), ("every workday", Weekday), ("every weekday", Weekday),
        ("each weekday", Weekday), ("on weekdays", Weekday), ("on working days", Weekday), ("weekdays", Weekday), ("on every weekday", Weekday), ("on business days", Weekday), ("on workdays", Weekday),
        ("every day of the week", Daily), ("every single day", Daily), ("every day", Daily), ("each day", Daily), ("daily", Daily), ("once a day", Daily), ("a day", Daily),
        ("every morning", Daily), ("each morning", Daily), ("every evening", Daily with { UsualMinute = 18 * 60 }), ("each evening", Daily with { UsualMinute = 18 * 60 }), ("every noon", Daily with { UsualMinute = 12 * 60 }),
        ("every week", Step("week")), ("each week", Step("week")), ("weekly", Step("week")), ("once a week", Step("week")),
        ("every month", Step("month")), ("each month", Step("month")), ("monthly", Step("month")), ("once a month", Step("month")),
        ("every quarter", Step("quarter")), ("each quarter", Step("quarter")), ("quarterly", Step("quarter")), ("once a quarter", Step("quarter")),
        ("every weekend", new DayRule(null, null, "0,6")), ("on weekends", new DayRule(null, null, "0,6")),
    ];

    private static DayRule Daily => new("*", null, "*");

    private static DayRule Weekday => new(null, null, "1-5");

    private static DayRule Step(string step) => new(null, null, null) { Step = step };

    private static (DayRule, int)? Weekdays(Tokens words, int at)
    {
        var (days, end) = (new List<int>(), at);
        while (NameAt(words, end) is { } day)
        {
            days.Add(day);
            end++;
            var next = words.Skip(end, "and", ",", "&", "or", "on", "every");
            if (NameAt(words, next) is null) break;
            end = next;
        }

        if (days.Count == 0) return null;
        if (words[end] is "-" or "to" or "through" && days.Count == 1 && NameAt(words, end + 1) is { } last && last > days[0])
            return (new DayRule(null, null, string.Create(CultureInfo.InvariantCulture, $"{days[0]}-{last}")), end + 2);
        return (new DayRule(null, null, string.Join(',', days.Distinct().Order())), end);
    }

    private static int? NameAt(Tokens words, int at)
    {
        var word = words[at];
        if (word.Length < 3) return null;
        var name = word.EndsWith('s') && word.Length > 5 ? word[..^1] : word;
        for (var day = 0; day < 7; day++)
            if (name == Names[day] || name == Names[day][..3] || name is "tues" && day == 2 || name is "thur" or "thurs" && day == 4) return day;
        return null;
    }

    /// <summary>«on the 1st and 15th of each month», «the last day of the month», «the first Monday of every month».</summary>
    private static (DayRule, int)? OfMonth(Tokens words, int at)
    {
        var start = words.Skip(at, "every", "each", "on", "the");
        if (words[start] is "last" or "final" || words.MatchAny(start, "end of") > 0 && words.MatchAny(start + 1, OfMonths) > 0)
        {
            if (words[start] is "end") return (new DayRule("L", null, null), start + 1 + words.MatchAny(start + 1, OfMonths));
            if (NameAt(words, start + 1) is { } lastDay && words.MatchAny(start + 2, OfMonths) is > 0 and var of) return (new DayRule(null, null, $"{lastDay}L"), start + 2 + of);
            return words[start + 1] is "day" && words.MatchAny(start + 2, OfMonths) is > 0 and var month ? (new DayRule("L", null, null), start + 2 + month) : null;
        }

        var (days, end) = (new List<int>(), start);
        while (DayOfMonth(words, end) is { } day)
        {
            days.Add(day.Day);
            end = day.End;
            var next = words.Skip(end, "and", ",", "&", "the", "on");
            if (next == end || DayOfMonth(words, next) is null) break;
            end = next;
        }

        if (days.Count == 0) return null;
        if (days is [<= 5] && NameAt(words, end) is { } weekday && words.MatchAny(end + 1, OfMonths) is > 0 and var nth) return (new DayRule(null, null, $"{weekday}#{days[0]}"), end + 1 + nth);
        end = words.Skip(end, "day", "days");
        var rule = new DayRule(string.Join(',', days.Distinct().Order()), null, null);
        if (words.MatchAny(end, "of each quarter", "of every quarter", "of the quarter") is > 0 and var quarter) return (rule with { Months = "1,4,7,10" }, end + quarter);
        return words.MatchAny(end, OfMonths) is > 0 and var each ? (rule, end + each) : start > at ? (rule, end) : null;
    }

    private static (int Day, int End)? DayOfMonth(Tokens words, int at)
    {
        if (Array.IndexOf(Ordinals, words[at]) is >= 0 and var ordinal) return (ordinal + 1, at + 1);
        var digits = words[at].TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 2 || words[at][digits..] is not ("st" or "nd" or "rd" or "th")) return null;
        var day = int.Parse(words[at][..digits], CultureInfo.InvariantCulture);
        return day is >= 1 and <= 31 ? (day, at + 1) : null;
    }
}
