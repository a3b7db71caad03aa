namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>
/// Words that are said by the way in most places, and say something in these: «data tickets», «yet to be answered», «tickets
/// we should solve». Skipping them there would answer of other tickets than were asked for; what nothing else places is named.
/// </summary>
internal static class ContentRules
{
    private static readonly string[] Verbs = ["list", "show", "display", "chart", "graph", "plot", "table", "report", "pivot", "share"];
    private static readonly string[] Nouns = ["data", "metric", "metrics", "figure", "figures", "stat", "stats", "statistic", "statistics", "desk", "overview", "distribution", "heatmap", "matrix", "breakdown", "crosstab"];
    private static readonly string[] BeforeVerb = ["please", "pls", "you", "to", "me", "i", "we", "kindly", "and", "let", "just", "us"];
    private static readonly string[] Determiners = ["all", "any", "both", "our", "the", "a", "an", "their", "its", "which", "what", "no", "my", "total", "of", "us", "me", "that", "it", "only", "and", "or", "in", "on", "for", "with", "from", "have", "has", "had", "were", "are", "is", "get", "got"];
    private static readonly string[] Degrees = ["low", "high", "normal", "medium", "critical", "good", "bad", "poor"];
    private static readonly string[] Measured = ["csat", "rating", "ratings", "score", "scores", "satisfaction", "sla", "volume", "volumes", "feedback", "quality", "backlog", "number", "numbers", "count", "rate", "share", "time", "times", "value", "response", "reply", "wait"];
    private static readonly string[] Obliging = ["should", "must", "ought", "might"];
    private static readonly string[] Doing = ["escalated", "reopened", "tagged", "merged"];

    private static readonly string[] Begins = ["how", "what", "which", "who", "when", "can", "could", "show", "give", "please", "list", "i", "we", "tell", "do", "did", "is", "are", "has", "have"];

    public static void Apply(Chart chart)
    {
        Exclaimed(chart);
        for (var at = 0; at < chart.Words.Count; at++)
        {
            BeforeTickets(chart, at);
            InOnePiece(chart, at);
            Lasting(chart, at);
            Loose(chart, at);
            Degree(chart, at);
            Obliged(chart, at);
            ToBeDone(chart, at);
            DoneBy(chart, at);
            Other(chart, at);
            // «tickets with a phone number»
            if (chart.Words[at].Text is "number" or "numbers" && at > 0 && chart.Of<ValuesPart>(at - 1).Any(edge => edge.End == at && edge.Part is ValuesPart { Dimension: "channel" })) RemoveFillers(chart, at);
        }
    }

    /// <summary>«data tickets», «chart tickets»: what stands right before tickets says which, unless it is what to do with them.</summary>
    private static void BeforeTickets(Chart chart, int at)
    {
        if (at + 1 >= chart.Words.Count || !chart.Of<MeasurePart>(at + 1).Any(edge => edge.Part is MeasurePart { Name: "tickets" }) || !chart.From(at).Any(edge => edge.End == at + 1 && edge.Part is FillerPart { Kind: FillerKind.Plain })) return;
        var word = chart.Words[at].Text;
        if (Determiners.Contains(word)) return;
        var isValue = chart.Of<ValuesPart>(at).Any(edge => edge.End == at + 1 && edge.Cost <= 0.15 && edge.Part is ValuesPart { Dimension: not ("agent" or "requester") });
        var isVerb = Verbs.Contains(word) && (at == 0 || BeforeVerb.Contains(chart.Words[at - 1].Text) || chart.Words[at - 1].IsMark);
        if (isVerb && isValue)
        {
            foreach (var filler in chart.From(at).Where(edge => edge.Part is FillerPart && edge.End == at + 1).ToList()) chart.MakeDearer(filler, 1);   // either
            return;
        }

        if (isValue || !isVerb && (Verbs.Contains(word) || Nouns.Contains(word))) RemoveFillers(chart, at);
    }

    /// <summary>«still to do», «left over»: in one piece they say what is open; word by word, nothing.</summary>
    private static void InOnePiece(Chart chart, int at)
    {
        if (chart.Words[at].Text is not ("still" or "left" or "to" or "being" or "in" or "under") || !chart.From(at).Any(edge => edge.End > at + 1 && edge.Part is MeasurePart { Name: "open" })) return;
        foreach (var edge in chart.From(at).Where(edge => edge.End == at + 1 && edge.Part is FillerPart or ClockPart).ToList()) chart.MakeDearer(edge, 1.5);
    }

    /// <summary>«tickets over in October», «tickets left in October»: they say something that nothing here understands.</summary>
    private static void Loose(Chart chart, int at)
    {
        if (chart.Words[at].Text is "over" or "under" or "out" or "should" && (at + 1 == chart.Words.Count || chart.Words[at + 1].Text is "in" or "on" or "at" or "by" or "during" or "?" or "," or "."))
            RemoveFillers(chart, at);
        if (chart.Words[at].Text is "left" or "added" && !chart.Words.Any(word => word.Text is "comment" or "comments" or "note" or "notes" or "message" or "messages" or "reply" or "replies"))
            foreach (var edge in chart.From(at).Where(edge => edge.End == at + 1 && edge.Part is ClockPart).ToList()) chart.Remove(edge);
    }

    /// <summary>«yet to be answered», «still being worked on»: what is not over. Beside a «not», or a state, they add nothing.</summary>
    private static void Lasting(Chart chart, int at)
    {
        if (chart.Words[at].Text is "yet" && !Enumerable.Range(0, at).Any(i => chart.Of<NotPart>(i).Count + chart.Of<WithoutPart>(i).Count > 0 || chart.Words[i].Text is "as")) RemoveFillers(chart, at);
        if (chart.Words[at].Text is not "still") return;
        var isState = Enumerable.Range(at + 1, Math.Min(3, chart.Words.Count - at - 1)).Any(i => chart.From(i).Any(edge => edge.Part is FilterPart or NotPart or WithoutPart or MeasurePart { Name: "open" } or ValuesPart { Dimension: "status" or "agent" or "group" or "priority" or "sentiment" }));
        if (!isState && at + 1 < chart.Words.Count) RemoveFillers(chart, at);
    }

    /// <summary>«It's urgent! How many tickets came in?», «open question: how many …»: said of the question, and of no ticket.</summary>
    private static void Exclaimed(Chart chart)
    {
        for (var mark = 1; mark < Math.Min(5, chart.Words.Count - 1); mark++)
        {
            if (chart.Words[mark].Text is not ("!" or "." or ":" or ";" or "-" or ",") || !Begins.Contains(chart.Words[mark + 1].Text)) continue;
            if (chart.Words[mark].Text is "," or "-" && chart.Words[mark - 1].Text is not ("urgent" or "urgently" or "important" or "question")) continue;
            for (var at = 0; at < mark; at++)
                foreach (var value in chart.Of<ValuesPart>(at).Where(edge => edge.End <= mark && edge.Part is ValuesPart { Dimension: "priority" or "urgency" or "status" or "type" or "emotion" or "sentiment" or "tag" }).ToList()) chart.Remove(value);
            for (var at = 0; at < mark; at++)
                foreach (var open in chart.From(at).Where(edge => edge.End <= mark && edge.Part is MeasurePart { Name: "open" } or FilterPart).ToList()) chart.Remove(open);
        }
    }

    /// <summary>«tickets with low CSAT» have no low priority.</summary>
    private static void Degree(Chart chart, int at)
    {
        if (!Degrees.Contains(chart.Words[at].Text) || at + 1 >= chart.Words.Count || !Measured.Contains(chart.Words[at + 1].Text)) return;
        foreach (var value in chart.Of<ValuesPart>(at).Where(edge => edge.End == at + 1 && edge.Part is ValuesPart { Dimension: "priority" or "urgency" or "sentiment" }).ToList()) chart.Remove(value);
    }

    /// <summary>«tickets we should solve today», «that we need to answer»: what is to be done is not recorded.</summary>
    private static void Obliged(Chart chart, int at)
    {
        var next = at + 1 < chart.Words.Count && chart.Words[at + 1].Text is "to" ? at + 2 : at + 1;
        var isObliged = Obliging.Contains(chart.Words[at].Text) || chart.Words[at].Text is "need" or "needs" or "have" or "has" or "want" or "wants" or "supposed" or "going" or "plan" && next == at + 2;
        if (!isObliged || at == 0 || chart.Words[at - 1].Text is not ("we" or "they" or "that" or "which" or "still" or "tickets" or "agents" or "are" or "must")) return;
        if (next < chart.Words.Count && chart.From(next).Any(edge => edge.Part is ClockPart or GoalPart)) RemoveFillers(chart, at);
    }

    /// <summary>«tickets to solve», «tickets I need to see»: what is still to be done, which is not what was.</summary>
    private static void ToBeDone(Chart chart, int at)
    {
        var words = chart.Words;
        if (at == 0 || at + 1 >= words.Count || words[at].Text is not ("to" or "need" or "want" or "have") || Enumerable.Range(0, at).Any(i => chart.Of<HowLongPart>(i).Count > 0 || words[i].Text is "time" or "take" or "takes" or "took" or "hours" or "days" or "replies")) return;
        if (words[at].Text is "to" && chart.Of<MeasurePart>(at - 1).Any(edge => edge.End == at && edge.Part is MeasurePart { Name: "tickets" }) && chart.From(at + 1).Any(edge => edge.Part is ClockPart or GoalPart)) RemoveFillers(chart, at);
        if (words[at].Text is "need" or "want" or "have" && words[at + 1].Text is "to" && at > 1 && words[at - 1].Text is "i" or "we" or "you" && chart.Of<MeasurePart>(at - 2).Any(edge => edge.End == at - 1 && edge.Part is MeasurePart { Name: "tickets" })) RemoveFillers(chart, at);
    }

    /// <summary>«tickets escalated by Lena»: whose they are is recorded, not who did it.</summary>
    private static void DoneBy(Chart chart, int at)
    {
        if (!Doing.Contains(chart.Words[at].Text) || at + 2 >= chart.Words.Count || chart.Words[at + 1].Text is not "by" || !chart.After<ValuesPart>(at + 2, FillerKind.Plain).Any(edge => edge.Part is ValuesPart { Dimension: "agent" or "requester" })) return;
        foreach (var edge in chart.From(at + 1).Where(edge => edge.End == at + 2).ToList()) chart.Remove(edge);
        chart.Add(at, at + 2, new OutOfReachPart($"Who had a ticket {chart.Words[at].Text} is not recorded. I can tell whose tickets they are: «{chart.Words[at].Text} tickets of Amelia»."), 0.1);
    }

    private static void Other(Chart chart, int at)
    {
        var words = chart.Words;
        switch (words[at].Text)
        {
            case "both" when at > 0 && words[at - 1].Text is "are" or "were" or "is" or "was" or "by":   // what is billing and technical at once is neither
            case "side" when at + 2 < words.Count && words[at + 2].Text is "side" && Periods(chart) > 1:   // two periods side by side are no sum of them
            case "those" when at > 0 && words[at - 1].Text is "and" && Periods(chart) > 1:
                foreach (var edge in chart.From(at).Where(edge => edge.Part is FillerPart).ToList()) chart.Remove(edge);
                break;
            case "active" when at > 0 && words[at - 1].Text is "were" or "are" or "was" or "is" && Enumerable.Range(0, at).Any(i => chart.Of<DimensionPart>(i).Count > 0):   // agents are, and no tickets
            case "active" when at + 1 < words.Count && chart.Of<DimensionPart>(at + 1).Count > 0:
                foreach (var edge in chart.From(at).Where(edge => edge.End == at + 1).ToList()) chart.Remove(edge);
                break;
            case "grateful" or "happy" or "glad" or "thankful" when at > 0 && words[at - 1].Text is "be" or "am" or "i'm" or "we're" or "very" or "so" && Enumerable.Range(Math.Max(0, at - 4), Math.Min(at, 4)).Any(i => words[i].Text is "i" or "we" or "i'd" or "we'd" or "i'm" or "we're"):   // who asks, and no customer
                foreach (var value in chart.Of<ValuesPart>(at).ToList()) chart.Remove(value);
                break;
            case "related" when at > 0 && !(at + 1 < words.Count && words[at + 1].Text is "to") && Enumerable.Range(Math.Max(0, at - 4), Math.Min(at, 4)).Any(i => chart.Of<ValuesPart>(i).Any(edge => edge.End == at || edge.End == at - 1 && words[at - 1].Text is "-")):   // «billing related»
                chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.1);
                break;
        }
    }

    private static int Periods(Chart chart)
    {
        var count = 0;
        for (var at = 0; at < chart.Words.Count; at++)
        {
            var ends = chart.Of<PeriodPart>(at).Select(edge => edge.End).ToList();
            if (ends.Count == 0) continue;
            count++;
            at = ends.Max() - 1;
        }

        return count;
    }

    private static void RemoveFillers(Chart chart, int at)
    {
        foreach (var edge in chart.From(at).Where(edge => edge.Part is FillerPart && edge.End == at + 1).ToList()) chart.Remove(edge);
    }
}
