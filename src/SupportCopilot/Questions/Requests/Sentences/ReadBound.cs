using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«Change the backlog alert to 300», «raise the bound of that alert to 250», «set it to at least 10».</summary>
internal static class ReadBound
{
    private static readonly string[] Verbs = ["change", "set", "raise", "lower", "move", "adjust", "update", "increase", "reduce"];
    private static readonly string[] Bounds = ["the bound of", "the bound for", "the bound on", "the threshold of", "the threshold for", "the threshold on", "the limit of", "the limit for", "the limit on", "the value of"];

    /// <param name="words">The sentence.</param>
    /// <param name="at">Where its verb is.</param>
    /// <param name="mine">What there is.</param>
    /// <param name="takesIt">Whether «it» will do, which may be a report as well.</param>
    public static BoundWish? Of(Tokens words, int at, IReadOnlyList<SavedThing> mine, bool takesIt)
    {
        if (words.MatchAny(at, Verbs) is not (> 0 and var verb)) return null;
        var start = words.Skip(at + verb, Bounds);
        for (var to = words.Count - 2; to > start; to--)
        {
            if (words[to] is not ("to" or "at")) continue;
            var bound = ReadWatch.BoundAt(words, to + 1);
            if (NumberWords.Number(words, bound?.End ?? to + 1) is not { } number) continue;
            var (unit, value, end) = ReadWatch.UnitAt(words, number.Value, number.End);
            if (end == words.Count && AlertAt(words, start, to, mine) is { } what && (takesIt || what.Things.Count > 0)) return new BoundWish(what, bound?.Op, value, unit);
        }

        return null;
    }

    /// <summary>An alert by its name, or by the words of its figure where only one has them.</summary>
    private static Referent? AlertAt(Tokens words, int start, int end, IReadOnlyList<SavedThing> mine)
    {
        var what = Referents.Of(words, start, end, mine);
        if (what.IsIt) return what.Kind is "report" ? null : what;
        if (what.Things.Count > 0) return what.Things.All(thing => thing.Kind == "alert") ? what : null;
        var from = words.Skip(start, "the", "my", "our");
        var last = words[end - 1] is "alert" && end - 1 > from ? end - 1 : end;
        var key = words.Key(from, last);
        var alerts = mine.Where(thing => thing is { Kind: "alert", Owner: null } && WordReader.Key(thing.Name).StartsWith(key + " ", StringComparison.Ordinal)).ToList();
        return alerts.Count == 0 ? null : new Referent { Things = alerts, Kind = "alert", Words = words.Raw(from, last) };
    }
}
