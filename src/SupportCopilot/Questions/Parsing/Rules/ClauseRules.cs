using SupportCopilot.Questions.Parsing.Lexicon;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>
/// Clauses that lead to a question after a time: «when a customer of Globex writes to us, how long until they get an answer».
/// What they say of the ticket counts; who it is that writes is every requester.
/// </summary>
internal static class ClauseRules
{
    private static readonly string[] Leads = ["when", "if", "once", "whenever", "after"];
    private static readonly string[] Articles = ["a", "an", "the", "our", "any", "some", "one"];
    private static readonly string[] People = ["customer", "customers", "client", "clients", "user", "users", "requester", "requesters", "somebody", "someone", "anybody", "anyone", "people", "person", "they"];
    private static readonly string[] Tickets = ["ticket", "tickets", "request", "requests", "case", "cases"];

    public static void Apply(Chart chart)
    {
        var words = chart.Words;
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var end in Waitings.All.EndsFrom(words, at)) chart.Add(at, end, new FilterPart("status", "is", "pending"), 0.6);
            if (words[at].Text is "they" or "he" or "she" && Enumerable.Range(0, at).Any(i => People.Contains(words[i].Text))) chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.02);
            if (words[at].Text is "it" && at > 0 && words[at - 1].Text is "until" or "before" or "till") chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.1);
            // «how many tickets have we become», for «got»
            if (words[at].Text is "become" or "became" && at > 0 && words[at - 1].Text is "we" or "have" or "had") chart.Add(at, at + 1, new ClockPart("created"), 1);
            // «Spanish speakers», «in German-speaking tickets»
            if (words[at].Text is "speaker" or "speakers" or "speaking" && Enumerable.Range(Math.Max(0, at - 2), Math.Min(at, 2)).Any(i => chart.Of<ValuesPart>(i).Any(edge => edge.Part is ValuesPart { Dimension: "language" }))) chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.1);
            if (words[at].Text is "but" && !(at + 1 < words.Count && words[at + 1].Text is "not" or "no" or "without") && Enumerable.Range(0, at).Any(i => words[i].Text is "all" or "everything" or "anything" or "every" or "everyone")) chart.Add(at, at + 1, new NotPart(), 1);   // «all but billing»
            if (Leads.Contains(words[at].Text) && AsksHowLong(chart, at)) Lead(chart, at);
            AccountsFor(chart, at);
            WasThen(chart, at);
            Opened(chart, at);
            Answered(chart, at);
            if (words[at].Text is "came" or "come" or "comes" && Enumerable.Range(0, at).Any(i => chart.Of<SharePart>(i).Count > 0))   // the verb of a share: «fraction of cancellations that came by phone»
            {
                foreach (var filler in chart.From(at).Where(edge => edge.Part is FillerPart && edge.End == at + 1).ToList()) chart.Remove(filler);
                chart.Add(at, at + 1, new FillerPart(FillerKind.Is), 0.1);
            }

            if (words[at].Text is "age" && Enumerable.Range(at + 1, words.Count - at - 1).Any(i => chart.Of<MeasurePart>(i).Any(edge => edge.Part is MeasurePart { Name: "open" }))) chart.Add(at, at + 1, new MeasurePart("medianOpenAgeHours"), 1);   // «age of open high priority tickets»
            if (words[at].Text is "but" && at > 0 && at + 1 < words.Count && chart.Of<ValuesPart>(at + 1).Count > 0 && !chart.From(at).Any(edge => edge.Part is NotPart)) chart.Add(at, at + 1, new FillerPart(FillerKind.And), 0.3);   // «vip but low priority»
            if (words[at].Text is "break" or "split" or "divide" or "slice" && Enumerable.Range(at + 1, words.Count - at - 1).Any(i => words[i].Text is "by" or "per" or "across")) chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.1);   // «break the tickets of April down by channel»
        }
    }

    /// <summary>«when a customer», «if someone», «once a ticket»: before «how long» they say who and what in general.</summary>
    private static void Lead(Chart chart, int start)
    {
        var noun = start + 1 < chart.Words.Count && Articles.Contains(chart.Words[start + 1].Text) ? start + 2 : start + 1;
        if (noun >= chart.Words.Count || !People.Contains(chart.Words[noun].Text) && !Tickets.Contains(chart.Words[noun].Text)) return;
        chart.Add(start, noun + 1, new FillerPart(FillerKind.Plain), 0.3);
    }

    /// <summary>«what share of tickets does Globex account for»: the verb of a share.</summary>
    private static void AccountsFor(Chart chart, int at)
    {
        var words = chart.Words;
        var second = at + 1 < words.Count ? words[at + 1].Text : "";
        var isVerb = words[at].Text is "make" or "makes" or "made" && second == "up" || words[at].Text is "account" or "accounts" or "accounted" or "responsible" && second == "for";
        if (!isVerb || at == 0 || words[at - 1].Text is "in" or "of" or "about" or "the" or "category" or "from" or "and" or "or" or "our") return;
        if (Enumerable.Range(0, at).Any(i => chart.Of<SharePart>(i).Count > 0))
        {
            chart.Add(at, at + 2, new FillerPart(FillerKind.Plain), 0.1);
            foreach (var value in chart.Of<ValuesPart>(at).Where(edge => edge.End == at + 1)) chart.MakeDearer(value, 2);   // no category of that name
        }
    }

    /// <summary>«tickets that were pending in September»: what status a ticket had is not recorded.</summary>
    private static void WasThen(Chart chart, int at)
    {
        if (chart.Words[at].Text is not ("were" or "was") || !chart.After<ValuesPart>(at + 1, FillerKind.Plain).Any(edge => edge.Part is ValuesPart { Dimension: "status", Values.All: ["pending" or "hold" or "new", ..] })) return;
        if (!Enumerable.Range(at, chart.Words.Count - at).Any(i => chart.Of<PeriodPart>(i).Count > 0)) return;
        foreach (var filler in chart.From(at).Where(edge => edge.Part is FillerPart && edge.End == at + 1).ToList()) chart.Remove(filler);
        chart.Add(at, at + 1, new OutOfReachPart("I know the status that tickets have now, and not which one they had on a day in the past; only what was open then I can tell. Ask for «pending tickets created in September», or for the backlog at a moment."), 0.1);
    }

    /// <summary>«how many tickets did Globex open»: the verb, and no status.</summary>
    private static void Opened(Chart chart, int at)
    {
        var words = chart.Words;
        if (words[at].Text is not "open" || at + 1 < words.Count && words[at + 1].Text is "tickets" or "ticket" or "cases") return;
        var verb = Enumerable.Range(Math.Max(0, at - 7), Math.Min(at, 7)).LastOrDefault(i => words[i].Text is "did" or "do" or "does", -1);
        if (verb < 0 || verb == at - 1 || Enumerable.Range(verb, at - verb).Any(i => words[i].Text is "have" or "has" or "had" or "keep" or "stay" or "remain" or "leave" or "still" or "are" or "is")) return;
        foreach (var state in chart.From(at).Where(edge => edge.Part is ValuesPart or MeasurePart or FilterPart && edge.End == at + 1).ToList()) chart.Remove(state);
        chart.Add(at, at + 1, new ClockPart("created"), 1);
    }

    /// <summary>«how many calls did Amelia answer»: the calls are counted, and no replies.</summary>
    private static void Answered(Chart chart, int at)
    {
        var words = chart.Words;
        if (words[at].Text is not ("answer" or "reply" or "respond" or "pick") || at > 0 && words[at - 1].Text is "to") return;
        var verb = Enumerable.Range(0, at).LastOrDefault(i => words[i].Text is "did" or "do" or "does", -1);
        if (verb < 1 || !Enumerable.Range(0, verb).Any(i => chart.From(i).Any(edge => edge.Part is FillerPart { Kind: FillerKind.HowMany })) || Enumerable.Range(0, verb).Any(i => words[i].Text is "replies" or "answers" or "responses" or "long" or "messages" || chart.Of<HowLongPart>(i).Count > 0)) return;
        var end = at + 1 < words.Count && words[at + 1].Text is "to" or "up" ? at + 2 : at + 1;
        if (words[at].Text is "pick" && end == at + 1) return;
        foreach (var reply in chart.From(at).Where(edge => edge.Part is MeasurePart or GoalPart or DimensionPart && edge.End <= end).ToList()) chart.Remove(reply);
        chart.Add(at, end, new FilterPart("firstReplyMinutes", "notEmpty"), 0.6);
    }

    private static bool AsksHowLong(Chart chart, int start) => Enumerable.Range(start + 1, chart.Words.Count - start - 1).Any(at => chart.Of<HowLongPart>(at).Count > 0);
}
