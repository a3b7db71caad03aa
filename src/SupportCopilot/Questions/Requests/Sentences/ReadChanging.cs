namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>«Snooze that for 2 hours», «rename it to …», «stop sending weekly refunds», «delete it», «run weekly refunds», «move it to Friday at 10».</summary>
internal static class ReadChanging
{
    public static Wish? Of(Tokens words, int at, IReadOnlyList<SavedThing> mine)
    {
        var verb = words[at];
        var after = at + 1;
        switch (verb)
        {
            case "snooze" or "mute": return ReadSnooze.Of(words, after, mine);
            case "unsnooze" or "unmute" or "resume" or "restart" or "enable": return Found(Change(words, after, mine, ReportChange.Resumed));
            case "pause" or "disable": return Found(Change(words, after, mine, ReportChange.Paused));
            case "delete" or "remove" or "forget": return Found(Change(words, after, mine, ReportChange.Deleted));   // «remove all filters» is a follow-up
            case "rename": return Rename(words, after, mine);
            case "run" or "rerun": return Found(Change(words, after, mine, null));
            case "unsubscribe": return Change(words, words.Skip(after, "me", "us", "from"), mine, ReportChange.Stopped);
            case "stop":
                var what = words.Skip(after, "sending", "posting", "alerting", "telling", "watching", "me", "us", "about");
                return what > after ? Change(words, what, mine, ReportChange.Stopped) : Found(Change(words, after, mine, ReportChange.Stopped));
            case "cancel": return words.Count > after ? Found(Change(words, after, mine, ReportChange.Stopped)) : null;
            case "don't" or "do":
                var send = words.Match(at, "don't") > 0 ? after : words.Match(at, "do not") > 0 ? at + 2 : words.Count;
                return words[send] is "send" or "post" ? Found(Change(words, words.Skip(send + 1, "me", "us"), mine, ReportChange.Stopped)) : null;
            case "move" or "change" or "reschedule": return ReadBound.Of(words, at, mine, takesIt: false) ?? (Wish?)Move(words, after, mine) ?? (Wish?)ReadTimes.TimeOnly(words, after, mine) ?? ReadBound.Of(words, at, mine, takesIt: true);
            default: return ReadBound.Of(words, at, mine, takesIt: true);
        }
    }

    private static Wish Change(Tokens words, int start, IReadOnlyList<SavedThing> mine, ReportChange? to)
    {
        if (start >= words.Count) return new UnclearWish("Which one? Give its name, or say «list my reports».");
        var what = Referents.Of(words, start, words.Count, mine);
        // «delete the weekly refunds report», «cancel all alerts»: what kind it is says that nothing else is meant, found or not.
        if (what is { IsIt: false, Things.Count: 0, Kind: null } && words[words.Count - 1] is "report" or "reports" or "alert" or "alerts" && words.Count - 1 > start)
            what = what with { Kind = words[words.Count - 1].TrimEnd('s'), Words = words.Raw(words.Skip(start, "the", "my", "our"), words.Count - 1) };
        return to is { } change ? new ChangeWish(what, change) : new RunWish(what);
    }

    /// <summary>Only what is found: of a sentence that could be something else.</summary>
    private static Wish? Found(Wish wish) => wish is UnclearWish or ChangeWish { What: { IsIt: false, Things.Count: 0, Kind: null } } or RunWish { What: { IsIt: false, Things.Count: 0, Kind: null } } ? null : wish;

    private static Wish Rename(Tokens words, int start, IReadOnlyList<SavedThing> mine)
    {
        for (var to = words.Count - 2; to > start; to--)
            if (words[to] is "to" or "as" or "into" && Referents.Of(words, start, to, mine) is var what && (what.IsIt || what.Things.Count > 0) && ReadSaving.NameOf(words, to + 1, words.Count) is { } name) return new RenameWish(what, name);
        for (var end = words.Count - 1; end > start; end--)
            if (words[end - 1] is not ("to" or "as") && Referents.Of(words, start, end, mine) is { IsIt: true } it && ReadSaving.NameOf(words, end, words.Count) is { } name) return new RenameWish(it, name);
        return new UnclearWish("Say which one, and its new name: «rename weekly refunds to refunds of the week». «List my reports» shows what there is.");
    }

    private static SendWish? Move(Tokens words, int start, IReadOnlyList<SavedThing> mine)
    {
        for (var to = start + 1; to < words.Count; to++)
            if (Referents.Of(words, start, to, mine) is var what && (what.IsIt || what.Things.Count > 0) && ReadTimes.Of(words, words.Skip(to, "to"), words.Count) is { Times: { } times }) return new SendWish(what, times);
        return null;
    }
}
