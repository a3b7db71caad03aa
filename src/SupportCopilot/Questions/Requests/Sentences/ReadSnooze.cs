namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«Snooze that for 2 hours», «snooze backlog until tomorrow at 9», «mute it until Monday».</summary>
internal static class ReadSnooze
{
    private static readonly string[] Weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    public static Wish Of(Tokens words, int start, IReadOnlyList<SavedThing> mine)
    {
        for (var at = start; at < words.Count; at++)
        {
            if (At(words, at) is not { } time || words.Skip(time.End, "please", "thanks") < words.Count) continue;
            return new SnoozeWish(at == start ? new Referent { IsIt = true, Kind = "alert", Words = "it" } : Referents.Of(words, start, at, mine), time.For);
        }

        if (words.MatchAny(start, "for", "until", "till") > 0 || Enumerable.Range(start, Math.Max(0, words.Count - start)).Any(at => words[at] is "until" or "till"))
            return new UnclearWish("Until when? Say, for example, «snooze that for 2 hours» or «snooze that until tomorrow at 9».");
        return new SnoozeWish(start < words.Count ? Referents.Of(words, start, words.Count, mine) : new Referent { IsIt = true, Kind = "alert", Words = "it" }, new SnoozeTime(60));
    }

    private static (SnoozeTime For, int End)? At(Tokens words, int at)
    {
        if (words[at] is "for" && NumberWords.Span(words, words.Skip(at + 1, "another", "the next", "about")) is { } span) return (new SnoozeTime(span.Minutes), span.End);
        if (words[at] is not ("until" or "till")) return null;
        var start = words.Skip(at + 1, "the", "next");
        SnoozeDay? day = words[start] switch
        {
            "tomorrow" => new SnoozeDay(1, null),
            "today" => new SnoozeDay(0, null),
            var name when Array.IndexOf(Weekdays, name) is >= 0 and var weekday => new SnoozeDay(null, weekday + 1),
            _ => null,
        };
        var then = day is null ? start : start + 1;
        if (words[then] is "morning" && day is not null) then++;
        var clock = NumberWords.TimeOfDay(words, words.Skip(then, "at"));
        if (clock is null && day is null) return null;
        return (new SnoozeTime(null, day, clock?.Minute), clock?.End ?? then);
    }
}
