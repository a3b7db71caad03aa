using System.Globalization;
using System.Text;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Vocabulary;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>The first edges of a chart: phrases, values, days, numbers and marks.</summary>
internal static class LexicalRules
{
    // Two readings of days within 0.1 of each other are as good as equal; that is the margin between readings here.
    public const double CostOfDoubt = Covers.CloseMargin / 0.1;

    private static readonly string[] Commands = ["close", "solve", "resolve", "complete", "fix", "create", "submit", "send", "raise", "log", "file", "register", "generate", "write", "produce"];

    private static readonly string[] BeforeSpan = ["over", "under", "within", "than", "exceeding", "exceeded", "beyond", "after", "least", "most", "took", "takes", "take", "to", "past", "half", "below", "above"];
    private static readonly string[] AfterRating = ["below", "above", "under", "over", "of", "less", "more", "at", "between", "lower", "higher", "better", "worse", "greater", "exceeding", "up", "within", "equal", "is", "rate"];

    private static readonly Dictionary<string, double> NumberWords = new()
    {
        ["one"] = 1,
        ["two"] = 2,
        ["three"] = 3,
        ["four"] = 4,
        ["five"] = 5,
        ["six"] = 6,
        ["seven"] = 7,
        ["eight"] = 8,
        ["nine"] = 9,
        ["ten"] = 10,
        ["eleven"] = 11,
        ["twelve"] = 12,
        ["dozen"] = 12,
        ["fifteen"] = 15,
        ["twenty"] = 20,
        ["thirty"] = 30,
        ["fifty"] = 50,
        ["hundred"] = 100,
        ["once"] = 1,
        ["twice"] = 2,
    };

    private static readonly Dictionary<string, double> MinutesOfUnit = new()
    {
        ["minute"] = 1,
        ["min"] = 1,
        ["m"] = 1,
        ["hour"] = 60,
        ["hr"] = 60,
        ["h"] = 60,
        ["day"] = 1440,
        ["d"] = 1440,
        ["week"] = 10_080,
        ["wk"] = 10_080,
    };

    public static void Apply(Chart chart, ValueIndex values, TenantWords own, IReadOnlyList<DateReading> days)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            AddPronoun(chart, start);
            if (chart.Words[start].Text is "'s") chart.Add(start, start + 1, new FillerPart(FillerKind.Is), 0.1);
            else if (chart.Words[start].IsMark) AddMark(chart, start);
            else AddSpans(chart, start, values, own);
        }

        AddQuoted(chart, values);
        ShadowParts(chart);
        foreach (var reading in days.Where(reading => !IsPlace(chart, reading)))
            chart.Add(reading.Start, reading.Start + reading.Length, reading.Kind is DateReadingKind.Moment ? new InstantPart(reading, false) : new PeriodPart(reading), 1 + Math.Max(0, 0.95 - reading.Score) * CostOfDoubt);
        for (var at = 0; at + 1 < chart.Words.Count; at++)   // «how long until they get an answer»; «until Friday» is a time
            if (chart.Words[at].Text is "until" or "till" && !chart.From(at).Any(edge => edge.Part is PeriodPart) && !chart.From(at + 1).Any(edge => edge.Part is PeriodPart)) chart.Add(at, at + 1, new FillerPart(FillerKind.Take), 0.4);
    }

    private static readonly string[] BeforeDay = ["on", "by", "since", "until", "till", "from", "before", "after", "and", "to", "between"];

    /// <summary>«first tickets», «and the third?»: a place in an order, and no day of the month, which «on the first» is.</summary>
    private static bool IsPlace(Chart chart, DateReading reading)
    {
        var at = reading.Start + reading.Length - 1;
        if (chart.Words[at].Text is not ("first" or "second" or "third" or "fourth" or "fifth" or "sixth" or "seventh" or "eighth" or "ninth" or "tenth")) return false;
        if (at + 1 < chart.Words.Count && chart.Words[at].Text is "first" && chart.Words[at + 1].Text is "reply" or "replies" or "response" or "responses" or "answer" or "contact" or "touch" or "time" or "resolution") return true;   // «by first reply time»
        return reading.Length == 1 || reading.Length == 2 && chart.Words[reading.Start].Text is "the" && !(reading.Start > 0 && BeforeDay.Contains(chart.Words[reading.Start - 1].Text) && !(reading.Start == 1 && chart.Words[0].Text is "and"));
    }

    private static readonly string[] AfterHow = ["are", "is", "do", "does", "did", "was", "were", "has", "have", "had", "can", "could", "would", "the", "'s", "our", "about", "much", "come"];
    private static readonly string[] AfterThose = ["of", "from", "with", "without", "that", "which", "who", "in", "on", "by", "about", "for", "tagged", "assigned", "created", "solved", "mentioning", "raised", "sent", "not"];

    /// <summary>«those from chat», «urgent ones»: the tickets once more. Alone, such words lean on what was asked before.</summary>
    private static void AddPronoun(Chart chart, int at)
    {
        var word = chart.Words[at].Text;
        if (word is "those" or "these" or "ones" or "anyone" or "anybody" or "everyone" or "everybody" && at + 1 < chart.Words.Count && AfterThose.Contains(chart.Words[at + 1].Text)) chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.2);
        if (word is "anyone" or "anybody" or "somebody" or "someone" or "everyone" or "everybody" && at > 0 && at + 1 < chart.Words.Count && chart.Words[at + 1].Text is "other" or "but" or "except") chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.2);
        if (word is "no" or "nos" && at + 2 < chart.Words.Count && chart.Words[at + 1].Text == "." && chart.Words[at + 2].Text == "of") chart.Add(at, at + 3, new FillerPart(FillerKind.HowMany), 0.15);   // «the total no. of tickets»
        if (word is "how" && at + 2 < chart.Words.Count && chart.Words[at + 1].Text is "high" or "low" or "large" or "big" or "good" && chart.Words[at + 2].Text is "is" or "are" or "was" or "were" or "'s") chart.Add(at, at + 2, new FillerPart(FillerKind.Plain), 0.15);
        if (word is "they" && Enumerable.Range(0, at).Any(i => chart.From(i).Any(edge => edge.Part is DimensionPart { IsPlural: true }))) chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.2);
        if (word is "how" && at + 1 < chart.Words.Count && AfterHow.Contains(chart.Words[at + 1].Text)) chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.1);   // «how negative» asks for a degree
        if (word is "but" && at + 1 < chart.Words.Count && chart.Words[at + 1].Text is "no" or "not" or "without" or "with" or "only" or "still" or "also" or "that" or "never" or "are" or "were" or "closed" or "solved" or "resolved" or "opened" or "created" or "received" or "were" or "came" or "come" or "coming" or "from" or "in" or "by") chart.Add(at, at + 1, new FillerPart(FillerKind.And), 0.3);
        if (word is "ones" && at > 0) chart.Add(at, at + 1, new MeasurePart("tickets"), 1.3);
    }

    /// <summary>«Brightmoor Till» written in full is that product, and not the brand «Brightmoor»: what is only a part of a value costs more.</summary>
    private static void ShadowParts(Chart chart)
    {
        // «May tickets for May Day»: who is named in full is not meant by the month as well
        var full = Enumerable.Range(0, chart.Words.Count).SelectMany(at => chart.Of<ValuesPart>(at)).Where(edge => edge is { Cost: < 0.1 } && edge.End - edge.Start > 1).ToList();
        if (full.Count > 0)
            for (var at = 0; at < chart.Words.Count; at++)
                if (Dates.Grammar.Lexicon.Months.ContainsKey(chart.Words[at].Text))
                    foreach (var part in chart.Of<ValuesPart>(at).Where(edge => edge.End == at + 1 && edge.Cost >= ValueIndex.PartOfNamePenalty && full.Exists(name => !(name.Start <= at && at < name.End) && name.Part is ValuesPart whole && whole.Values.All.Intersect(((ValuesPart)edge.Part).Values.All).Any())).ToList()) chart.Remove(part);
        for (var start = 0; start < chart.Words.Count; start++)
        {
            var longest = 0;
            foreach (var edge in chart.From(start))
                if (edge is { Part: ValuesPart, Cost: < 0.1 } && edge.End - start > 1) longest = Math.Max(longest, edge.End);
            if (longest == 0) continue;
            for (var inner = start; inner < longest; inner++)
                foreach (var edge in chart.Of<ValuesPart>(inner))
                    if (edge.End <= longest && edge.End - inner < longest - start) chart.MakeDearer(edge, 1.5);
            // «Will Open» with capitals is that person, and «will» no word without content
            if (!Enumerable.Range(start, longest - start).All(at => chart.Words[at].IsMark || char.IsUpper(chart.Words[at].Raw[0]))) continue;
            for (var inner = start; inner < longest; inner++)
                foreach (var filler in chart.From(inner).Where(edge => edge is { Part: FillerPart { Kind: not FillerKind.Mark }, Cost: < 1 } && edge.End <= longest).ToList()) chart.Remove(filler);
        }
    }

    private static void AddSpans(Chart chart, int start, ValueIndex values, TenantWords own)
    {
        var (first, firstStem) = (chart.Words[start].Text, Stems.Of(chart.Words[start].Text));
        var most = Math.Max(Math.Max(Phrases.LongestFrom(firstStem), own.LongestFrom(firstStem)), Math.Max(values.LongestFrom(first), values.LongestFrom(firstStem)));
        var (text, stem, words) = ("", "", 0);
        List<string> inside = [];   // marks that no phrase has inside, but a name may
        for (var i = start; i < chart.Words.Count && words < most; i++)
        {
            var word = chart.Words[i];
            if (word.IsMark)
            {
                if (!Joins(chart, i))
                {
                    if (words == 0 || chart.Words[i].Text is "?" or ";" or ":" or "\"") break;
                    inside.Add(chart.Words[i].Raw);
                }

                continue;
            }

            (text, stem) = words == 0 ? (first, firstStem) : (string.Concat(text, " ", word.Text), string.Concat(stem, " ", Stems.Of(word.Text)));
            words++;
            if (inside.Count > 0)   // «St. John's Hospital», «Acme (EU)»
            {
                AddValues(chart, start, i + 1, [.. values.Find(text, stem).Where(match => inside.TrueForAll(mark => match.Value.Value.Contains(mark, StringComparison.Ordinal)))], []);
                continue;
            }

            var known = Phrases.FindStem(stem);
            foreach (var entry in known) AddPhrase(chart, start, i + 1, text, stem, words, values, entry);
            foreach (var entry in own.FindStem(stem)) AddPhrase(chart, start, i + 1, text, stem, words, values, entry);
            var found = values.Find(text, stem);
            AddValues(chart, start, i + 1, found, known);
            if (words == 1 && found.Count == 0 && stem is "incident" or "problem" or "question" && own.FindStem(stem).Count == 0 && !char.IsUpper(word.Raw[^1])) chart.Add(start, i + 1, new MeasurePart("tickets") { IsMany = stem != text }, 1);   // where no type is called so, they are tickets
            foreach (var said in own.FindValues(text)) AddValues(chart, start, i + 1, [.. values.Said(said.Dimension, said.Value)], known);
        }

        AddNumber(chart, start);
    }

    private static void AddValues(Chart chart, int start, int end, IReadOnlyList<ValueMatch> matches, IReadOnlyList<Entry> known)
    {
        if (matches.Count == 0 || end == start + 1 && chart.Words[start].Text is "news") return;
        var (isDimension, isPlain) = (false, false);
        foreach (var entry in known)
        {
            isDimension |= entry.Part is DimensionPart;   // «products» are not the category of that name
            isPlain |= entry.Part is FilterPart or ClockPart or MeasurePart;
        }

        // «agents day» is nobody called Day: a part of a name that is a word besides wants a capital
        var isWord = chart.Words[start].Raw is var raw && !char.IsUpper(raw[0]) && end == start + 1 && (known.Count > 0 || Dates.Grammar.Lexicon.Months.ContainsKey(chart.Words[start].Text) || Dates.Grammar.Lexicon.Weekdays.ContainsKey(chart.Words[start].Text));
        foreach (var match in matches.Where(match => !(isWord && match.Value.Dimension is "agent" && match.Penalty >= ValueIndex.PartOfNamePenalty)))
            if (!isDimension || match.Penalty == 0 || match.Value.Dimension is "priority") chart.Add(start, end, new ValuesPart(match.Value.Dimension, new Names(match.Value.Spellings), false) { IsPlainWord = isPlain && !IsWrittenSo(chart, start, end, match.Value.Value) }, match.Penalty);
    }

    /// <summary>«no-reply cases», where there is a tag «no-reply»: the hyphen makes one word of it.</summary>
    private static bool IsWrittenSo(Chart chart, int start, int end, string value) =>
        end - start > 2 && chart.Words[start + 1].Text is "-" or "_" && string.Equals(RawOf(chart, start, end), value, StringComparison.OrdinalIgnoreCase);

    private static void AddPhrase(Chart chart, int start, int end, string text, string stem, int words, ValueIndex values, Entry entry)
    {
        if (start == 0 && entry.Part is ClockPart && Commands.Contains(text)) return;   // «close all tickets» is no question
        if (entry.Part is FilterPart { Filters.All: [{ Op: "notEmpty", Field: "tag" or "agent" or "csat" }] } && words == 1 && !StandsAlone(chart, end)) return;
        if (entry.Part is RankPart && start > 0 && chart.Words[start - 1].Text is "at" && text is "least" or "most" or "minimum" or "maximum") return;   // «at least 20» is no rank
        if (stem is "in progress" or "ongoing" or "to do" or "in process" && values.Find(text, stem).Count > 0) return;
        if (entry.Part is GroupPart && words == 2 && text is "an hour" or "a day" or "a week" or "a month" or "a quarter" or "a year" && start > 0 && BeforeSpan.Contains(chart.Words[start - 1].Text)) return;   // «over an hour»
        if (text is "news") return;   // nothing that is new
        if (text is "how much" && end < chart.Words.Count && chart.Words[end].Text is "of") return;   // asks for a share
        if (entry.Part is DimensionPart && words > 1 && text.StartsWith("tickets ", StringComparison.Ordinal)) return;   // «ticket channel»; «tickets channel» are two words
        if (words > 1 && entry.Part is FilterPart { Filters.All: [{ Field: "csat" }] } && end < chart.Words.Count && (AfterRating.Contains(chart.Words[end].Text) || chart.Words[end].IsMark && chart.Words[end].Text is "<" or ">" or "=" or "≥" or "≤")) return;   // «a rating below 3»
        if (entry is { Part: MeasurePart { Name: "reopened" } } && text is "reopened" && !(start > 0 && chart.Words[start - 1].Text is "and" or "," or "&")) return;   // alone it is a demand
        if (entry.Part is MeasurePart measure && !IsToldBy(measure.Name, text, values)) return;
        var part = entry.Part is DimensionPart dimension ? dimension with { IsPlural = stem != text || text.EndsWith("people", StringComparison.Ordinal), IsServed = stem is "client" or "customer" or "user" } : entry.Part is MeasurePart { Name: "tickets" or "open" or "solved" } named ? named with { IsMany = text.EndsWith('s') || text.EndsWith("tix", StringComparison.Ordinal) } : entry.Part;
        chart.Add(start, end, part, entry.Cost);
    }

    /// <summary>Whether «tagged», «assigned» or «rated» says all there is to say: a value behind it would fall apart from it.</summary>
    private static bool StandsAlone(Chart chart, int end) =>
        end >= chart.Words.Count || chart.Words[end].IsMark || Phrases.Find(chart.Words[end].Text).Any(entry => entry.Part is FillerPart or MeasurePart or ByPart or VersusPart or ClockPart) || IsDay(chart.Words[end].Text);

    private static bool IsDay(string word) => word is "today" or "yesterday" or "since" or "last" or "this" or "until" or "between" or "before" or "after" or "within";

    /// <summary>No figure can be given of escalations where no tag tells of them, nor of several oldest tickets, which are a list.</summary>
    private static bool IsToldBy(string measure, string text, ValueIndex values) => measure switch
    {
        "escalations" or "escalationRate" => values.InDimensions("tag").Any(value => value.Value.StartsWith("escalat", StringComparison.OrdinalIgnoreCase)),
        "oldestOpenAgeHours" => !text.EndsWith('s'),
        _ => true,
    };

    /// <summary>Whether a mark stands inside a name: «first-reply time», «O'Brien &amp; Sons», «refund_request», «vs.».</summary>
    private static bool Joins(Chart chart, int i) =>
        chart.Words[i].Text is "-" or "_" or "/" or "." or "&" or "'" or "+" && i + 1 < chart.Words.Count && !chart.Words[i + 1].IsMark
        && (chart.Words[i].Text is "&" or "-" || chart.Words[i].Touches(chart.Words[i + 1]));

    private static void AddMark(Chart chart, int at)
    {
        switch (chart.Words[at].Text)
        {
            case "&" or "+": chart.Add(at, at + 1, new FillerPart(FillerKind.And), 0.3); break;
            case "=": chart.Add(at, at + 1, new FillerPart(FillerKind.Is), 0.1); break;
            case "%": Percent(chart, at); break;
            case "#": Hash(chart, at); break;
            case ">": chart.Add(at, IsNext(chart, at, "=") ? at + 2 : at + 1, new BoundOpPart(IsNext(chart, at, "=") ? "atLeast" : "moreThan"), 1); break;
            case "<": chart.Add(at, IsNext(chart, at, "=") ? at + 2 : at + 1, new BoundOpPart(IsNext(chart, at, "=") ? "atMost" : "lessThan"), 1); break;
            case "≥": chart.Add(at, at + 1, new BoundOpPart("atLeast"), 1); break;
            case "≤": chart.Add(at, at + 1, new BoundOpPart("atMost"), 1); break;
            case "≠": chart.Add(at, at + 1, new NotPart(), 1); break;
            case "/": chart.Add(at, at + 1, new ByPart(true), 1); chart.Add(at, at + 1, new OrPart(), 0); chart.Add(at, at + 1, new FillerPart(FillerKind.Mark), 0.3); break;
            case "'": chart.Add(at, at + 1, new FillerPart(FillerKind.Plain), 0.05); break;   // «customers' CSAT»
            case "@" or "$" or "€" or "£" or "\\" or "*" or "|" or "~" or "^": break;   // they say something that nothing here understands
            default:
                if (!char.IsNumber(chart.Words[at].Text[0])) chart.Add(at, at + 1, new FillerPart(FillerKind.Mark), 0.05);   // «½» is a number
                break;
        }
    }

    /// <summary>«%», «% of total», «% change».</summary>
    private static void Percent(Chart chart, int at)
    {
        chart.Add(at, at + 1, new SharePart(), 1);
        if (at + 1 < chart.Words.Count && chart.Words[at + 1].Text is "change" or "growth" or "increase" or "decrease" or "difference" or "rise" or "drop") chart.Add(at, at + 2, new ChangePart(null), 1);
        if (at + 2 >= chart.Words.Count || chart.Words[at + 1].Text != "of") return;
        var whole = chart.Words[at + 2].Text is "the" or "our" ? at + 3 : at + 2;
        if (whole < chart.Words.Count && chart.Words[whole].Text is "total" or "all" or "everything" or "overall" or "whole") chart.Add(at, whole + 1, new SharePart(), 1);
    }

    /// <summary>«#vip» is a tag; «# of tickets» and «# tickets» ask how many.</summary>
    private static void Hash(Chart chart, int at)
    {
        chart.Add(at, at + 1, new CuePart(CueKind.Tag), 1);
        if (at + 1 >= chart.Words.Count) return;
        if (chart.Words[at + 1].Text is "of") chart.Add(at, at + 2, new FillerPart(FillerKind.HowMany), 0.15);
        else if (!chart.Words[at].Touches(chart.Words[at + 1]) || chart.Words[at + 1].Text is "tickets" or "tix" or "cases") chart.Add(at, at + 1, new FillerPart(FillerKind.HowMany), 0.15);
    }

    private static bool IsNext(Chart chart, int at, string mark) => at + 1 < chart.Words.Count && chart.Words[at + 1].Text == mark && chart.Words[at].Touches(chart.Words[at + 1]);

    /// <summary>Pairs of quotes from left to right: what stands between two quoted texts is not quoted.</summary>
    private static void AddQuoted(Chart chart, ValueIndex values)
    {
        int? open = null;
        for (var i = 0; i < chart.Words.Count; i++)
        {
            var mark = chart.Words[i].Text;
            if (mark is not ("\"" or "“" or "”" or "„" or "«" or "»")) continue;
            if (open is not { } start)
            {
                open = i;
                continue;
            }

            if (i > start + 1)
            {
                var quoted = RawOf(chart, start + 1, i);
                chart.Add(start, i + 1, new QuotedPart(quoted), 0);
                foreach (var value in values.Exactly(quoted)) chart.Add(start, i + 1, new ValuesPart(value.Dimension, new Names(value.Spellings), false), 0);
            }

            open = null;
        }
    }

    /// <summary>The words of a span as they were written.</summary>
    public static string RawOf(Chart chart, int start, int end)
    {
        var text = new StringBuilder();
        for (var i = start; i < end; i++)
        {
            if (i > start) text.Append(' ', Math.Clamp(chart.Words[i].Start - chart.Words[i - 1].End, 0, 1));
            text.Append(chart.Words[i].Raw);
        }

        return text.ToString();
    }

    /// <summary>A number: digits with commas and a decimal point, «10k», or a word; with a unit of time after it a duration.</summary>
    private static void AddNumber(Chart chart, int start)
    {
        var end = start;
        double number;
        var word = chart.Words[start].Text;
        if (NumberWords.TryGetValue(word, out number)) end = start + 1;
        else if (word is "a" or "an") (number, end) = (1, start + 1);
        else if (word.EndsWith('k') && double.TryParse(word[..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var thousands)) (number, end) = (thousands * 1000, start + 1);
        else if (TouchingUnit(word) is var (count, minutes)) { chart.Add(start, start + 1, new DurationPart(count * minutes), 0.5); return; }
        else if (!chart.Words[start].IsNumber || word.Length > 9) return;
        else (number, end) = Digits(chart, start);

        if (word is not ("a" or "an")) chart.Add(start, end, new NumberPart(number), 0.5);
        if (end < chart.Words.Count && MinutesOfUnit.TryGetValue(Stems.Of(chart.Words[end].Text), out var unit)) chart.Add(start, end + 1, new DurationPart(number * unit), 0.5);
    }

    private static (double Count, double Minutes)? TouchingUnit(string word)
    {
        var digits = word.TakeWhile(char.IsAsciiDigit).Count();
        return digits is > 0 and < 7 && digits < word.Length && MinutesOfUnit.TryGetValue(Stems.Of(word[digits..]), out var minutes)
            ? (double.Parse(word[..digits], CultureInfo.InvariantCulture), minutes)
            : null;
    }

    private static (double Number, int End) Digits(Chart chart, int start)
    {
        var words = chart.Words;
        var (text, end) = (words[start].Text, start + 1);
        while (Group(end, ",") is { Length: 3 } thousand) (text, end) = (text + thousand, end + 2);
        if (Group(end, ".") is { } decimals) (text, end) = ($"{text}.{decimals}", end + 2);
        return (double.Parse(text, CultureInfo.InvariantCulture), end);

        string? Group(int at, string mark) =>
            at + 1 < words.Count && words[at].Text == mark && words[at - 1].Touches(words[at]) && words[at].Touches(words[at + 1]) && words[at + 1].IsNumber ? words[at + 1].Text : null;
    }
}
