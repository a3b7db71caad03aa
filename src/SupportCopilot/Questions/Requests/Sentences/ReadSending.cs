namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«Send weekly refunds here every Monday at 9», «send me open tickets by priority every weekday at 8:30».</summary>
internal static class ReadSending
{
    private const string How = "Say what, and when: «send it here every Monday at 9», «send weekly refunds to this channel on the first of each month».";

    /// <param name="words">The sentence.</param>
    /// <param name="at">The word after the verb.</param>
    /// <param name="mine">What there is.</param>
    /// <param name="mayBeNoun">Whether the verb may be no verb: «report …».</param>
    public static Wish? Of(Tokens words, int at, IReadOnlyList<SavedThing> mine, bool mayBeNoun)
    {
        var isToMe = words.MatchAny(at, "me") > 0 && words[at + 1].Length > 0;
        var start = words.Skip(at, "me", "us", "out");
        string? problem = null;
        for (var end = start; end <= words.Count; end++)
        {
            // Places may stand before what is sent: «send here every Monday at 9 open tickets» is read from its other end.
            var (times, said) = ReadTimes.Of(words, end, words.Count);
            problem ??= said;
            if (times is null || end == start) continue;
            var what = Referents.Of(words, start, end, mine);
            if (what is { IsIt: false, Things.Count: 0 } && mayBeNoun) return null;
            if (Enumerable.Range(start, end - start).Select(at => TimesProblems.Never(words, at)).FirstOrDefault(never => never is not null) is { } against) return new UnclearWish(against);
            return new SendWish(what, times with { IsToMe = times.IsToMe || isToMe });
        }

        // «send it at 10 instead»: the time alone, of what has its days already.
        if (ReadTimes.TimeOnly(words, start, mine) is { } retimed) return retimed;
        if (FromTheFront(words, start, mine) is { } turned) return turned;
        // Without times it is only a request where it points to something: «share of tickets» and «post to us» are words of questions.
        for (var end = words.Count; end > start; end--)
            if (Referents.Of(words, start, end, mine) is var pointed && (pointed.IsIt || pointed.Things.Count > 0)) return new UnclearWish(problem ?? How);
        return null;
    }

    /// <summary>«Every Monday at 9 send me weekly refunds».</summary>
    public static Wish? TimesFirst(Tokens words, int at, string[] verbs, IReadOnlyList<SavedThing> mine)
    {
        for (var verb = at + 1; verb < words.Count; verb++)
        {
            if (words.MatchAny(verb, verbs) is not (> 0 and var taken)) continue;
            var (times, problem) = ReadTimes.Of(words, at, words.Skip(verb, ",", "please"));
            if (problem is not null) return new UnclearWish(problem);
            if (times is null) return null;
            var start = words.Skip(verb + taken, "me", "us", "here");
            return start < words.Count ? new SendWish(Referents.Of(words, start, words.Count, mine), times with { IsToMe = times.IsToMe || words[verb + taken] is "me" }) : new UnclearWish(How);
        }

        return null;
    }

    private static SendWish? FromTheFront(Tokens words, int start, IReadOnlyList<SavedThing> mine)
    {
        for (var end = words.Count - 1; end > start; end--)
            if (ReadTimes.Of(words, start, end) is { Times: { } times } && Referents.Of(words, end, words.Count, mine) is var what && (what.IsIt || what.Things.Count > 0)) return new SendWish(what, times);
        return null;
    }
}
