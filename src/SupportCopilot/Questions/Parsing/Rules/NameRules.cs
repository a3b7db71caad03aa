namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>
/// Words that say nothing in most places, where they say something: a name behind «from», a verb that tells of what is not the
/// case. There they are no fillers, and what nothing else places is named as unplaced; skipping it would answer of all tickets.
/// </summary>
internal static class NameRules
{
    private static readonly string[] Announcing = ["from", "by", "of", "for", "to", "via", "with"];
    private static readonly string[] Articles = ["the", "a", "an", "our", "all", "us", "me", "i", "which", "whom", "whose", "what", "that", "it", "its", "their", "i'm", "we", "you", "your"];
    private static readonly string[] NoObjects =
        ["will", "can", "could", "would", "should", "show", "tell", "give", "let", "see", "find", "please", "pls", "plz", "kindly", "do", "does", "did", "know", "like", "want", "ask", "asked", "hi", "hello", "hey", "thanks", "ok", "okay", "well", "total", "still", "already", "ever", "get", "got", "has", "have", "had", "happened", "happen", "look", "looking", "exactly", "just", "then"];
    private static readonly string[] Modals = ["will", "would", "should", "could", "may", "might", "must", "shall", "can"];
    private static readonly string[] AfterModal = ["be", "been", "have", "not", "miss", "breach", "exceed", "become", "need", "fail"];
    private static readonly string[] InTime = ["in", "during", "since", "until", "till", "through", "throughout", "this", "last"];

    public static void Apply(Chart chart)
    {
        var words = chart.Words;
        var isTitled = IsTitled(chart);
        if (words.Count > 0) First(chart);
        for (var at = 1; at < words.Count; at++)
        {
            var isName = !isTitled && IsCapital(chart, at);
            var isAnnounced = Announcing.Contains(words[at - 1].Text);
            var isValue = isName && chart.Of<ValuesPart>(at).Any(edge => edge.End == at + 1);
            if (isValue || isAnnounced && (words[at - 1].Text != "to" && NoObjects.Contains(words[at].Text) || isName && !Articles.Contains(words[at].Text) && !chart.From(at).Any(edge => edge.Part is PeriodPart))) Fillers(chart, at);
            if (Modals.Contains(words[at].Text) && IsUnreal(chart, at)) Unreal(chart, at);
            // «how many tickets will Globex send»: what is to come; «will you show me» and «that will do» are said by the way
            if (words[at].Text is "will" or "shall" && !(at + 1 < words.Count && words[at + 1].Text is "you") && words[at - 1].Text is not ("i" or "that" or "this" or "it" or "which" or "you")) Fillers(chart, at);
            Minus(chart, at);
            Both(chart, at);
            Months(chart, at);
        }
    }

    /// <summary>Who asks «who …?» wants a name; and «April's tickets» may be those of the month or of somebody called so.</summary>
    private static void First(Chart chart)
    {
        if (chart.Words[0].Text is "will" or "shall" && chart.Words.Count > 1 && chart.Words[1].Text is not ("you" or "i")) Fillers(chart, 0);
        if (chart.Words[0].Text is "who") Fillers(chart, 0);
        // «Will tickets last month», where somebody is called so; «will you show me» is a request
        if (chart.Words.Count > 1 && Modals.Contains(chart.Words[0].Text) && chart.Of<ValuesPart>(0).Any(edge => edge.End == 1) && !Subjects.Contains(chart.Words[1].Text)) Fillers(chart, 0);
        for (var at = 0; at + 1 < chart.Words.Count; at++)
            if (chart.Words[at + 1].Text is "'s" && Modals.Contains(chart.Words[at].Text)) Fillers(chart, at);   // «Will's tickets»
        for (var at = 0; at + 1 < chart.Words.Count; at++)   // «will open tickets go down?» is nobody's name, which has two capitals
            if (Modals.Contains(chart.Words[at].Text) && char.IsLower(chart.Words[at + 1].Raw[0]) && (at == 0 || char.IsLower(chart.Words[at].Raw[0])) && chart.Words[at].Text is not "may")
                foreach (var name in chart.Of<ValuesPart>(at).Where(edge => edge.End > at + 1).ToList()) chart.Remove(name);
        for (var at = 0; at < chart.Words.Count; at++) Alone(chart, at);
        for (var at = 0; at + 1 < chart.Words.Count; at++)
            if (chart.Words[at + 1].Text is "'s" or "tickets" or "cases" or "tix" && chart.Of<ValuesPart>(at).Any(edge => edge.End == at + 1 && edge.Cost > 0))
                foreach (var days in chart.Of<PeriodPart>(at).Where(edge => edge.End == at + 1)) chart.Add(at, at + 1, days.Part, 1.3);
    }

    private static readonly string[] OnADay = ["on", "during", "since", "until", "till", "before", "after", "around"];
    private static readonly string[] Doing = ["did", "does", "do", "has", "have", "had", "is", "was", "can", "and", "or", "vs", "versus", "than", "not", "'s"];

    /// <summary>«urgent tickets, May», «May: tickets by team» are the month, whoever is called so; and at the end of a question both may be meant. Nobody is «on May Day».</summary>
    private static void Alone(Chart chart, int at)
    {
        var words = chart.Words;
        if (!Dates.Grammar.Lexicon.Months.ContainsKey(words[at].Text)) return;
        if (at > 0 && OnADay.Contains(words[at - 1].Text))
        {
            foreach (var name in chart.Of<ValuesPart>(at).Where(edge => edge.End > at + 1 && !(edge.End < words.Count && words[edge.End].Text is "'s")).ToList())
                for (var inner = at; inner < name.End; inner++)
                    foreach (var part in chart.Of<ValuesPart>(inner).Where(edge => edge.End <= name.End)) chart.Remove(part);
        }

        if (Joins(at + 1) && chart.Of<PeriodPart>(at + 2).Count > 0 || Joins(at - 1) && Enumerable.Range(0, at - 1).Any(start => chart.Of<PeriodPart>(start).Any(edge => edge.End == at - 1)))   // «from April to May», «May vs last month»
        {
            foreach (var name in chart.Of<ValuesPart>(at).Where(edge => edge.End == at + 1 && edge.Cost > 0).ToList())
            {
                foreach (var days in chart.Of<PeriodPart>(at).Where(edge => edge.End == at + 1)) chart.Add(at, at + 1, days.Part, 1.2);
                chart.MakeDearer(name, 2);
            }

            return;
        }

        if (at == 0 && words.Count > 1 && words[1].Text is not "'s")   // «May CSAT»: either
            foreach (var days in chart.Of<PeriodPart>(0).Where(edge => edge.End == 1 && chart.Of<ValuesPart>(0).Any(name => name.End == 1))) chart.Add(0, 1, days.Part, 1.2);

        var isLast = at + 1 == words.Count || words[at + 1].IsMark && words[at + 1].Text is not ("'s" or "'" or "-" or "/" or "&");
        var isFirst = at == 0 || words[at - 1].IsMark && words[at - 1].Text is not ("'" or "-" or "/" or "&" or "\"" or "#" or "@");
        if (!isLast || at > 0 && (Announcing.Contains(words[at - 1].Text) || Doing.Contains(words[at - 1].Text))) return;
        foreach (var name in chart.Of<ValuesPart>(at).Where(edge => edge.End == at + 1).ToList())
        {
            foreach (var days in chart.Of<PeriodPart>(at).Where(edge => edge.End == at + 1)) chart.Add(at, at + 1, days.Part, 1.2);
            if (isFirst) chart.MakeDearer(name, 2);
        }

        bool Joins(int place) => place > 0 && place + 1 < words.Count && words[place].Text is "to" or "through" or "vs" or "versus" or "against";
    }

    private static readonly string[] Subjects = ["you", "we", "i", "they", "there", "it", "the", "our", "my", "this", "that", "these", "any"];

    /// <summary>«created minus solved» is a difference of figures, and leaves nothing out.</summary>
    private static void Minus(Chart chart, int at)
    {
        if (chart.Words[at].Text is not ("minus" or "less") || at + 1 >= chart.Words.Count || !chart.From(at + 1).Any(edge => edge.Part is ClockPart or MeasurePart)) return;
        if (chart.Words[at].Text is "less" && !chart.Words[at - 1].Text.EndsWith("ed", StringComparison.Ordinal)) return;
        foreach (var edge in chart.From(at).Where(edge => edge.Part is NotPart or ChangePart && edge.End == at + 1).ToList()) chart.Remove(edge);
        chart.Add(at, at + 1, new RatioPart(), 0.5);
    }

    /// <summary>«tickets Camille and Lena both worked on»: what belongs to both at once is nobody's here.</summary>
    private static void Both(Chart chart, int at)
    {
        if (chart.Words[at].Text is "both" && chart.Of<ValuesPart>(at - 1).Any(edge => edge.End == at)) Fillers(chart, at);
    }

    /// <summary>«that may be urgent», «which should have been solved»: what tickets might be is nowhere recorded.</summary>
    private static bool IsUnreal(Chart chart, int at)
    {
        var (before, after) = (chart.Words[at - 1].Text, at + 1 < chart.Words.Count ? chart.Words[at + 1].Text : "");
        if (before is "that" or "which" or "who") return true;
        return AfterModal.Contains(after) && !InTime.Contains(before) && before is not ("of" or "for" or "from" or "and" or "to" or "by" or "vs" or ",");
    }

    private static void Unreal(Chart chart, int at)
    {
        foreach (var edge in chart.From(at).Where(edge => edge.Part is FillerPart or PeriodPart).ToList()) chart.Remove(edge);
        for (var start = Math.Max(0, at - 3); start < at; start++)   // and days whose last word it would be
            foreach (var edge in chart.From(start).Where(edge => edge.End == at + 1 && edge.Part is FillerPart or PeriodPart && edge.End > at).ToList())
                if (edge.End == at + 1) chart.Remove(edge);
    }

    /// <summary>«in April» is the month, whoever is called so; «April's tickets» may be either.</summary>
    private static void Months(Chart chart, int at)
    {
        if (!Dates.Grammar.Lexicon.Months.ContainsKey(chart.Words[at].Text) && !Dates.Grammar.Lexicon.Weekdays.ContainsKey(chart.Words[at].Text)) return;
        if (!InTime.Contains(chart.Words[at - 1].Text)) return;
        foreach (var edge in chart.Of<ValuesPart>(at).Where(edge => edge.End == at + 1 && edge.Cost > 0).ToList()) chart.MakeDearer(edge, 2);
    }

    private static void Fillers(Chart chart, int at)
    {
        foreach (var edge in chart.From(at).Where(edge => edge.Part is FillerPart or AggregatePart { Name: "total" }).ToList()) chart.Remove(edge);
    }

    private static bool IsCapital(Chart chart, int at)
    {
        var raw = chart.Words[at].Raw;
        return raw.Length > 1 && char.IsUpper(raw[0]) && raw.Any(char.IsLower) && !(at > 0 && chart.Words[at - 1].Text is "." or "?" or "!" or ":" or ";" or "\"" or "-");
    }

    /// <summary>«Tickets From The Last Week»: capitals say nothing where all words have them.</summary>
    private static bool IsTitled(Chart chart)
    {
        var plain = chart.Words.Where(word => !word.IsMark && word.Raw.Length > 1 && char.IsLetter(word.Raw[0])).ToList();
        return plain.Count > 2 && plain.Count(word => char.IsUpper(word.Raw[0])) * 4 > plain.Count * 3;
    }
}
