using System.Globalization;
using NodaTime;

namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>
/// Reads when and where something is to come: «here every Monday at 9», «to this channel on the first of each month», «every
/// weekday at 8:30 Europe/London». Every word must have its place in it.
/// </summary>
internal sealed class ReadTimes
{
    /// <summary>The time where none is said.</summary>
    public const int UsualMinute = 9 * 60;

    private static readonly string[] Fillers = ["please", "and", ",", "then", "also", "automatically", "again", "starting now", "from now on", "thanks", "thank you", "instead", "for me", "for us", "for"];
    private static readonly string[] Places = ["here", "in here", "to here", "over here"];

    private readonly Tokens _words;
    private readonly int _end;
    private DayRule? _days;
    private readonly List<int> _minutes = [];
    private string? _zone;
    private bool _isToMe, _isHourly;

    private ReadTimes(Tokens words, int end) => (_words, _end) = (words, end);

    /// <summary>Reads all words of a stretch as times and places.</summary>
    /// <returns>The times; a problem where the words are times that cannot be kept; neither where some word is something else.</returns>
    public static (TimesRead? Times, string? Problem) Of(Tokens words, int start, int end)
    {
        var reader = new ReadTimes(words, end);
        for (var at = start; at < end;)
        {
            if (TimesProblems.At(words, at) is { } problem) return (null, problem);
            var next = reader.Step(at);
            if (next <= at || next > end) return (null, null);
            at = next;
        }

        return reader.Made();
    }

    /// <summary>«it at 10 instead», «weekly refunds to 10:30»: a time without days, for something that has some.</summary>
    public static RetimeWish? TimeOnly(Tokens words, int start, IReadOnlyList<SavedThing> mine)
    {
        for (var to = start + 1; to < words.Count; to++)
        {
            if (Referents.Of(words, start, to, mine) is not { } what || !what.IsIt && what.Things.Count == 0) continue;
            var reader = new ReadTimes(words, words.Count);
            var at = words.Skip(to, "to");
            while (at < words.Count && (words.MatchAny(at, Fillers) is > 0 and var filler ? at + filler : reader.TimesAt(at, isSaid: at > to)) is var next && next > at) at = next;
            if (at == words.Count && reader._minutes.Count > 0) return new RetimeWish(what, [.. reader._minutes.Distinct().Order()]);
        }

        return null;
    }

    private int Step(int at)
    {
        if (_words.MatchAny(at, Fillers) is > 0 and var filler) return at + filler;
        if (PlaceAt(at) is > 0 and var place) return place;
        if (DayRules.At(_words, at) is { } days && Take(days.Rule)) return days.End;
        if (_words.MatchAny(at, "every hour", "hourly", "each hour") is > 0 and var hourly)
        {
            _isHourly = true;
            return at + hourly;
        }

        if (ZoneAt(at) is { } zone) return zone;
        return TimesAt(at);
    }

    private int PlaceAt(int at)
    {
        if (_words.MatchAny(at, Places) is > 0 and var here) return at + here;
        if (_words.MatchAny(at, "to me", "me") is > 0 and var me)
        {
            _isToMe = true;
            return at + me;
        }

        if (_words.MatchAny(at, "to us", "us", "to everyone here", "to everybody here", "to the team", "to all of us") is > 0 and var us) return at + us;
        var noun = _words.Skip(at, "to", "in", "into");
        if (noun == at) return 0;
        if (_words[noun] is not ("this" or "the" or "our")) return 0;
        return _words[noun + 1] is "channel" or "chat" or "conversation" or "thread" or "group" or "team" ? noun + 2 : 0;
    }

    private int TimesAt(int at, bool isSaid = false)
    {
        var start = _words.Skip(at, "at", "@", "around");
        if (NumberWords.TimeOfDay(_words, start) is not { } first || start == at && !isSaid && !SaysTime(start, first.End)) return 0;
        _minutes.Add(first.Minute);
        var end = first.End;
        while (_words[end] is "and" or "," or "&" && NumberWords.TimeOfDay(_words, _words.Skip(end, "and", ",", "&", "at")) is { } more)
        {
            _minutes.Add(more.Minute);
            end = more.End;
        }

        return end;
    }

    /// <summary>A bare number is a time only behind «at»; «9:30» and «9am» say it themselves.</summary>
    private bool SaysTime(int start, int end) => end - start > 1 || _words[start].Any(char.IsAsciiLetter) && _words[start].Any(char.IsAsciiDigit) || _words[start] is "noon" or "midday" or "midnight";

    private int? ZoneAt(int at)
    {
        var start = _words.Skip(at, "in", "(");
        if (_words[start] is "utc" or "gmt") return Zone("UTC", _words.Skip(start + 1, "time", ")"));
        for (var words = 5; words >= 1; words--)
        {
            if (start + words > _end) continue;
            var raw = _words.Raw(start, start + words).Replace(' ', '_');
            if (raw.Contains('/', StringComparison.Ordinal) && DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id => id.Equals(raw, StringComparison.OrdinalIgnoreCase)) is { } id)
                return Zone(id, _words.Skip(start + words, "time", ")"));
            if (_words[start + words] is not "time" || raw.Length < 3) continue;
            var cities = DateTimeZoneProviders.Tzdb.Ids.Where(known => known.Contains('/', StringComparison.Ordinal) && known[(known.LastIndexOf('/') + 1)..].Equals(raw, StringComparison.OrdinalIgnoreCase)).ToList();
            if (cities.Count == 1) return Zone(cities[0], start + words + 1);
        }

        return null;
    }

    private int? Zone(string id, int end)
    {
        if (_zone is not null && _zone != id) return null;
        _zone = id;
        return end;
    }

    /// <summary>Days join where one fills in the other, as «every week» and «on Monday»; two that differ are no times.</summary>
    private bool Take(DayRule rule)
    {
        if (_days is null) _days = rule;
        else if (_days.With(rule) is { } both) _days = both;
        else return false;
        return true;
    }

    private (TimesRead?, string?) Made()
    {
        if (_isHourly) return _days is null && _minutes.Count == 0 ? (Times("0 * * * *"), null) : (null, "Say either every hour or at which times.");
        if (_days is null) return (null, null);
        var minutes = _minutes.Count > 0 ? _minutes.Distinct().Order().ToList() : [_days.UsualMinute ?? UsualMinute];
        if (minutes.Select(minute => minute % 60).Distinct().Count() > 1) return (null, "Several times a day have to be at the same minute of the hour, as 9:30 and 17:30.");
        var hours = string.Join(',', minutes.Select(minute => (minute / 60).ToString(CultureInfo.InvariantCulture)));
        return (Times(string.Create(CultureInfo.InvariantCulture, $"{minutes[0] % 60} {hours} {_days.Cron}")), null);
    }

    private TimesRead Times(string cron) => new(new ReportTimes(cron, _zone), _isToMe);
}
