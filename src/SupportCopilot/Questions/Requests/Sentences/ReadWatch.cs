namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>Reads «backlog passes 200», «CSAT falls below 80 % this week», «there are more than 20 urgent tickets».</summary>
internal static class ReadWatch
{
    private static readonly string[] Alone = ["passes", "pass", "exceeds", "exceed", "surpasses", "surpass", "tops", "crosses", "cross", "breaks", "outgrows", "has passed", "has exceeded", "exceeded", "passed"];
    private static readonly string[] Reaching = ["reaches", "reach", "hits", "hit", "has reached", "reached", "gets to", "climbs to", "rises to", "grows to", "goes up to"];
    private static readonly string[] Sinking = ["falls to", "fall to", "drops to", "drop to", "goes down to", "sinks to"];
    private static readonly string[] Moving =
    [
        "is", "are", "was", "goes", "go", "gets", "get", "rises", "rise", "climbs", "climb", "grows", "grow", "jumps", "jump", "increases", "increase", "moves", "move", "falls", "fall", "drops", "drop", "dips", "dip",
        "sinks", "sink", "slips", "slip", "decreases", "decrease", "shrinks", "shrink", "runs", "stands", "stays", "gets back", "goes back", "exceeds", "has gone", "has risen", "has fallen", "has dropped", "went", "becomes", "become",
    ];

    private static readonly string[] More = ["above", "over", "past", "beyond", "more than", "higher than", "greater than", "larger than", "longer than", "exceeding", "up above", "up over", ">", "bigger than", "worse than"];
    private static readonly string[] Less = ["below", "under", "beneath", "less than", "lower than", "fewer than", "smaller than", "shorter than", "down below", "down under", "<"];
    private static readonly string[] AtLeast = ["at least", "at or above", "no less than", "> =", "equal to or above"];
    private static readonly string[] AtMost = ["at most", "at or below", "no more than", "< =", "equal to or below"];

    /// <summary>A sentence from one word up to the end.</summary>
    /// <returns>The wish; null where no crossing of a bound stands in it.</returns>
    public static Wish? Of(Tokens words, int start)
    {
        var counted = words.Skip(start, "there are", "there is", "we have", "we get", "i have", "we ' ve got", "we have got", "it has");
        if (BoundAt(words, counted) is { } first && first.End > counted && NumberWords.Number(words, first.End) is { } many)
            return words.Count > many.End ? new WatchWish(InLast(words, many.End), first.Op, many.Value, null) : null;

        for (var at = start + 1; at < words.Count; at++)
        {
            if (CrossingAt(words, at) is not { } crossing || NumberWords.Number(words, crossing.End) is not { } number) continue;
            var (unit, value, end) = UnitAt(words, number.Value, number.End);
            var rest = Within(words, words.Skip(end, ","));
            return new WatchWish($"{words.Raw(start, at)} {rest}".Trim(), crossing.Op, value, unit);
        }

        return null;
    }

    /// <summary>«tickets come in within an hour», «urgent tickets in 2 hours»: those of the last so many hours, whenever it is looked.</summary>
    private static string InLast(Tokens words, int start)
    {
        for (var at = start + 1; at < words.Count; at++)
            if (words.MatchAny(at, "within the last", "in the last", "within the space of", "in the space of", "within", "in", "inside", "per", "over") is > 0 and var lead && words[at] is not "over"
                && NumberWords.Span(words, at + lead) is { End: var end, Minutes: var minutes } && end == words.Count && minutes is >= 1 and < 1440)
                return $"{words.Raw(start, words[at - 1] is "in" && words[at - 2] is "come" ? at - 2 : at)} in the last {(minutes % 60 == 0 ? $"{minutes / 60:0} hours" : $"{minutes:0} minutes")}".Replace(" 1 hours", " 1 hour", StringComparison.Ordinal);
        return words.Raw(start, words.Count);
    }

    /// <summary>What follows the bound; «20 in a day» is watched day by day, as today's count.</summary>
    private static string Within(Tokens words, int at)
    {
        var taken = words.MatchAny(at, "in a", "in one", "per", "a", "within a", "each", "every", "in any");
        return (taken, words[at + taken]) switch
        {
            ( > 0, "day") when words.Count == at + taken + 1 => "today",
            ( > 0, "week" or "month" or "quarter" or "year") when words.Count == at + taken + 1 => $"this {words[at + taken]}",
            _ => words.Raw(at, words.Count),
        };
    }

    /// <summary>What stands behind a number.</summary>
    public static (string? Unit, double Value, int End) UnitAt(Tokens words, double value, int at)
    {
        if (words.MatchAny(at, "%", "percent", "per cent", "pct") is > 0 and var percent) return ("share", value / 100, at + percent);
        if (NumberWords.MinutesOf(words[at]) is { } minutes) return ("minutes", value * minutes, at + 1);
        return words[at] is "tickets" or "ticket" or "cases" or "requests" ? ("tickets", value, at + 1) : (null, value, at);
    }

    private static (string Op, int End)? CrossingAt(Tokens words, int at)
    {
        if (words.MatchAny(at, Reaching) is > 0 and var reaching) return ("atLeast", at + reaching);
        if (words.MatchAny(at, Sinking) is > 0 and var sinking) return ("atMost", at + sinking);
        if (words.MatchAny(at, Alone) is > 0 and var alone) return ("moreThan", at + alone);
        var moved = at + words.MatchAny(at, Moving);
        moved = words.Skip(moved, "to", "ever", "again", "back", "down", "up");
        return BoundAt(words, moved);
    }

    /// <summary>«more than», «at most».</summary>
    public static (string Op, int End)? BoundAt(Tokens words, int at)
    {
        if (words.MatchAny(at, AtLeast) is > 0 and var least) return ("atLeast", at + least);
        if (words.MatchAny(at, AtMost) is > 0 and var most) return ("atMost", at + most);
        if (words.MatchAny(at, More) is > 0 and var more) return ("moreThan", at + more);
        return words.MatchAny(at, Less) is > 0 and var less ? ("lessThan", at + less) : null;
    }
}
