namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«Save this as weekly refunds», «save it as weekly refunds and send it here every Monday at 9».</summary>
internal static class ReadSaving
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 80;

    private static readonly string[] What = ["this", "that", "it", "this report", "this question", "this answer", "that answer", "this as a report", "the answer", "the question", "this one"];
    private static readonly string[] Verbs = ["save", "keep", "bookmark", "store", "name", "call"];

    public static Wish? Of(Tokens words, int at)
    {
        if (!Verbs.Contains(words[at])) return null;
        var (isSure, what) = (words[at] is "save" or "bookmark", words.MatchAny(at + 1, What));
        if (what == 0 && !(isSure && (words[at + 1] is "as" || words.Count == at + 1))) return isSure ? Unclear : null;
        var name = words.Skip(at + 1 + what, "as", "under", "under the name", "with the name", "named", "called", ":");
        if (name == at + 1 + what && words[at] is not ("name" or "call") && name < words.Count) return isSure ? Unclear : null;
        var (end, times, problem) = Ended(words, name);
        if (problem is not null) return new UnclearWish(problem);
        return NameOf(words, name, end) is { } said ? new SaveWish(said, times) : new UnclearWish("What shall it be called? Say, for example, «save this as weekly refunds».");
    }

    /// <summary>A name as it was said, without quotes around it.</summary>
    public static string? NameOf(Tokens words, int start, int end)
    {
        var name = words.Raw(start, end).Trim().Trim('"', '“', '”', '«', '»', '\'', '‘', '’').Trim();
        return name.Length == 0 ? null : name;
    }

    /// <summary>Where the name ends: before «and send it here every Monday at 9», if the rest is that.</summary>
    private static (int End, TimesRead? Times, string? Problem) Ended(Tokens words, int start)
    {
        for (var end = start + 1; end < words.Count; end++)
        {
            var verb = words.Skip(end, ",", "and", "then");
            if (verb == end || words[verb] is not ("send" or "post" or "deliver" or "schedule" or "share")) continue;
            var (times, problem) = ReadTimes.Of(words, words.Skip(verb + 1, "it", "this", "that"), words.Count);
            if (problem is not null) return (end, null, problem);
            if (times is not null) return (end, times, null);
        }

        return (words.Count, null, null);
    }

    private static UnclearWish Unclear => new("I can save the answer given last: «save this as weekly refunds».");
}
