namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>
/// Reads what asks for something to be saved, sent, watched, listed or changed. Nearly every such sentence begins with its
/// verb; what does not is a question, and null is given for it. Every word must find its place, and one that does not is named:
/// a wish half understood would come true at the wrong time, or about the wrong figure.
/// </summary>
internal static class ReadRequest
{
    private static readonly string[] Polite = ["please", "can you", "could you", "would you", "will you", "can we", "i want you to", "i would like you to", "i ' d like you to", "i'd like you to", "hey", "hi", "ok", "okay", "now", "then", "and", ",", "kindly", "also"];
    private static readonly string[] Sending = ["send", "post", "deliver", "schedule", "email", "mail", "share", "publish", "report"];
    private static readonly string[] Telling = ["tell me", "tell us", "let me know", "let us know", "message me", "inform me", "inform us", "remind me", "give me a shout", "shout"];
    private static readonly string[] Alerting = ["alert me", "alert us", "notify me", "notify us", "warn me", "warn us", "ping me", "ping us", "alert", "notify", "warn", "ping", "alert this channel", "notify this channel", "create an alert", "set an alert", "set up an alert", "add an alert", "raise an alert", "watch"];
    private static readonly string[] When = ["when", "if", "once", "whenever", "as soon as", "the moment", "in case", "should", "every time", "each time", "for when"];

    /// <summary>Whether a sentence begins like one of these, so that it is worth looking up what there is.</summary>
    public static bool MayBe(Tokens words)
    {
        if (words.Count == 0) return false;
        var at = words.Skip(0, Polite);
        return words.MatchAny(at, Sending) + words.MatchAny(at, Telling) + words.MatchAny(at, Alerting) + words.MatchAny(at, When) + words.MatchAny(at, "save", "export", "download", "give me", "get me", "can i have", "can i get", "put", "keep this", "keep that", "keep it", "bookmark", "store this", "name this", "call this") > 0
            || words.MatchAny(at, "every", "each", "on", "daily", "weekly", "monthly", "at") > 0 && Enumerable.Range(at, words.Count - at).Any(i => Sending.Contains(words[i]))
            || words[at] is "snooze" or "mute" or "unsnooze" or "rename" or "stop" or "cancel" or "delete" or "remove" or "pause" or "resume" or "restart" or "run" or "rerun" or "unsubscribe" or "disable" or "enable" or "move" or "change" or "set" or "raise" or "lower" or "adjust" or "update" or "increase" or "reduce" or "reschedule" or "forget" or "don't" or "do"
            || ReadExport.Of(words, at) is not null || ReadListing.Of(words, at) is not null;
    }

    /// <returns>What is wished; null where the sentence is something else.</returns>
    public static Wish? Of(Tokens words, IReadOnlyList<SavedThing> mine)
    {
        var at = words.Skip(0, Polite);
        if (ReadListing.Of(words, at) is { } listing) return listing;
        if (words.MatchAny(at, When) is > 0 and var early && words.MatchAny(at, "every", "each") == 0) return WatchedFirst(words, at + early);
        if (words.MatchAny(at, Telling) is > 0 and var telling) return Watch(words, at + telling, isCertain: false);
        if (words.MatchAny(at, Alerting) is > 0 and var alerting) return Watch(words, at + alerting, isCertain: true);
        if (ReadExport.Of(words, at) is { } export) return export;
        if (ReadSaving.Of(words, at) is { } saving) return saving;
        if (words.MatchAny(at, Sending) is > 0 and var sending) return ReadSending.Of(words, at + sending, mine, words[at] is not ("send" or "deliver") && !(words[at] is "email" or "mail" && words[at + 1] is "me" or "us" or "it" or "this" or "that"));
        if (ReadChanging.Of(words, at, mine) is { } changing) return changing;
        return ReadSending.TimesFirst(words, at, Sending, mine);
    }

    private static Wish? Watch(Tokens words, int at, bool isCertain)
    {
        var when = words.Skip(at, "please", ",", "here", "in this channel");
        if (words.MatchAny(when, When) is not (> 0 and var taken)) return null;
        if (ReadWatch.Of(words, when + taken) is { } watch) return watch is WatchWish wish ? wish with { IsCertain = isCertain } : watch;
        return isCertain ? new UnclearWish("I can watch a figure against a bound: «alert me when backlog passes 200», «tell me if CSAT falls below 80 % this week».") : null;
    }

    /// <summary>«When backlog passes 200, tell me.»</summary>
    private static Wish? WatchedFirst(Tokens words, int at)
    {
        for (var end = at + 3; end < words.Count; end++)
        {
            var verb = words.Skip(end, ",", "then", "please");
            if (verb == end) continue;
            var taken = Math.Max(words.MatchAny(verb, Telling), words.MatchAny(verb, Alerting));
            if (taken == 0 || words.Skip(verb + taken, "please", "here") < words.Count) continue;
            return ReadWatch.Of(new Tokens(words.Raw(0, end)), at);
        }

        return null;
    }
}
