using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace SupportCopilot.Reports.Wishes;

/// <summary>
/// Reads «send the digest here every Monday at 9» and «stop the digest». Every word must find its place: one that does not
/// is named, because a wish half understood would come true at the wrong time.
/// </summary>
internal static partial class ReadDigestWish
{
    private const int NineOClock = 9 * 60;

    private static readonly string[] Starting = ["send", "post", "schedule", "start", "give", "deliver", "show", "get", "want", "need", "set", "move", "change", "resume", "make", "publish", "bring"];
    private static readonly string[] Stopping = ["stop", "cancel", "end", "remove", "delete", "unsubscribe", "disable", "pause", "quit", "no"];
    private static readonly string[] Filling =
    [
        "please", "can", "could", "would", "will", "you", "i", "we", "i'd", "we'd", "like", "us", "me", "the", "a", "our", "my", "this", "that", "here", "to", "in", "into", "for", "of", "up", "it", "any", "more", "from",
        "channel", "chat", "conversation", "team", "every", "each", "on", "at", "week", "weekly", "once", "per", "and", "hey", "hi", "thanks", "now", "o'clock", "oclock", "sharp", "posting", "sending", "time", "morning",
    ];

    /// <summary>What a message wishes; null when it is about something else.</summary>
    public static DigestWish? Of(string text)
    {
        var words = Words().Matches(text).Select(match => match.Value.TrimEnd('.', ',', '!', '?', ';', ':')).Where(word => word.Length > 0).ToList();
        if (!words.Exists(IsDigest)) return null;
        var verb = words.Find(word => !Has(Filling, word));
        var stops = Has(Stopping, verb);
        if (!stops && !Has(Starting, verb)) return null;

        var left = words.Where(word => !IsDigest(word) && !Has(Filling, word) && !Has(stops ? Stopping : Starting, word)).ToList();
        return stops ? Stop(left) : Start(left);
    }

    private static DigestWish Stop(List<string> left) =>
        left.Count == 0 ? new DigestWish() : NotPlaced(left);

    private static DigestWish Start(List<string> left)
    {
        if (left.Exists(word => word.ToLowerInvariant() is "daily" or "day" or "monthly" or "month" or "hourly" or "hour" or "weekday" or "weekdays"))
            return new() { Problem = "The digest tells about a week, so it comes once a week: say on which day and at what time." };
        var days = Take(left, word => DayOf(word));
        var zones = Take(left, ZoneOf);
        var times = TakeTimes(left);
        if (left.Count > 0) return NotPlaced(left);
        if (days.Distinct().Count() > 1 || times.Distinct().Count() > 1 || zones.Count > 1) return new() { Problem = "The digest comes once a week: say one day and one time." };

        return new() { Times = new(days.Count > 0 ? days[0] : DayOfWeek.Monday, times.Count > 0 ? times[0] : NineOClock, zones.FirstOrDefault()) };
    }

    private static DigestWish NotPlaced(List<string> left) =>
        new() { Problem = $"I do not know what to do with «{string.Join(' ', left)}». Say, for example, «send the digest here every Monday at 9» or «stop the digest»." };

    private static List<T> Take<T>(List<string> words, Func<string, T?> read) where T : notnull
    {
        var taken = words.Select(word => (Word: word, Value: read(word))).Where(pair => pair.Value is not null).ToList();
        words.RemoveAll(word => taken.Exists(pair => pair.Word == word));
        return [.. taken.Select(pair => pair.Value!)];
    }

    private static List<DayOfWeek> Take(List<string> words, Func<string, DayOfWeek?> read)
    {
        var taken = words.Where(word => read(word) is not null).ToList();
        words.RemoveAll(taken.Contains);
        return [.. taken.Select(word => read(word)!.Value)];
    }

    /// <summary>Times, where «pm» may be a word of its own.</summary>
    private static List<int> TakeTimes(List<string> words)
    {
        var times = new List<int>();
        for (var i = 0; i < words.Count; i++)
        {
            var half = i + 1 < words.Count && words[i + 1].Replace(".", "", StringComparison.Ordinal).ToLowerInvariant() is "am" or "pm" ? words[i + 1] : "";
            if (MinuteOf(words[i] + half) is not { } minute) continue;
            times.Add(minute);
            words.RemoveRange(i--, half.Length > 0 ? 2 : 1);
        }

        return times;
    }

    private static int? MinuteOf(string word)
    {
        word = word.ToLowerInvariant();
        if (word is "noon" or "midday") return 12 * 60;
        if (word is "midnight") return 0;
        var match = Time().Match(word);
        if (!match.Success) return null;
        var hour = int.Parse(match.Groups["h"].Value, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"].Success ? int.Parse(match.Groups["m"].Value, CultureInfo.InvariantCulture) : 0;
        if (match.Groups["half"].Success)
        {
            if (hour is 0 or > 12) return null;
            hour = hour % 12 + (match.Groups["half"].Value[0] == 'p' ? 12 : 0);
        }

        return hour < 24 && minute < 60 ? hour * 60 + minute : null;
    }

    private static DayOfWeek? DayOf(string word)
    {
        word = word.ToLowerInvariant();
        if (word.EndsWith('s') && word.Length > 5) word = word[..^1];
        foreach (var day in Enum.GetValues<DayOfWeek>())
        {
            var name = day.ToString().ToLowerInvariant();
            if (word == name || word == name[..3] || (word.Length == 4 && word is "tues" or "thur" && name.StartsWith(word, StringComparison.Ordinal)) || (word == "thurs" && day is DayOfWeek.Thursday)) return day;
        }

        return null;
    }

    private static string? ZoneOf(string word) => word.ToUpperInvariant() is "UTC" or "GMT"
        ? "UTC"
        : word.Contains('/', StringComparison.Ordinal) ? DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(word, StringComparison.OrdinalIgnoreCase)) : null;

    private static bool IsDigest(string word) => word.ToLowerInvariant() is "digest" or "digests";

    private static bool Has(string[] list, string? word) => word is not null && list.Contains(word.ToLowerInvariant());

    [GeneratedRegex(@"[^\s«»""“”]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^(?<h>\d{1,2})(?:[:.h](?<m>\d{2}))?h?(?<half>[ap]\.?m\.?)?$")]
    private static partial Regex Time();
}

/// <summary>A wish about the digest: that it comes at some time, or, without one, no more.</summary>
internal sealed record DigestWish
{
    /// <summary>When it shall come; null to stop it.</summary>
    public DigestTimes? Times { get; init; }

    /// <summary>What is not clear about the wish, and how it can be said.</summary>
    public string? Problem { get; init; }
}
