namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>Times that people wish for and that no schedule of ours can keep, with what can be said instead.</summary>
internal static class TimesProblems
{
    /// <summary>What stands against times that begin with this word.</summary>
    public static string? At(Tokens words, int at) => Never(words, at) ?? Once(words, at);

    /// <summary>Times that no question could hold as its own.</summary>
    public static string? Never(Tokens words, int at)
    {
        if (words.MatchAny(at, "every other", "every second", "every two weeks", "every 2 weeks", "biweekly", "fortnightly", "every fortnight") > 0)
            return "I can send it every week, but not every other one. Say, for example, «every Monday at 9» or «on the first and 15th of each month».";
        if (words.MatchAny(at, "every minute", "every five minutes") > 0 || words[at] is "every" && NumberWords.Span(words, at + 1) is { Minutes: < 60 })
            return "A report comes once an hour at most. For something urgent let me watch it: «tell me when backlog passes 200».";
        return null;
    }

    // A question may well tell of today: this is said only where nothing else can be made of the sentence.
    private static string? Once(Tokens words, int at)
    {
        if (words[at] is "tomorrow" or "today" or "tonight" || words.MatchAny(at, "in an hour", "next monday", "next week") > 0)
            return "I send what comes again and again, not a single time. Say how often: «every Monday at 9».";
        return null;
    }
}
