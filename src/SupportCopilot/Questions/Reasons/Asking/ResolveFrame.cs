using System.Text.RegularExpressions;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Quotes;

namespace SupportCopilot.Questions.Reasons.Asking;

/// <summary>What a frame came to: a question understood, or why not.</summary>
/// <param name="Ask">The question; null where it could not be read.</param>
/// <param name="Close">Readings as likely as each other, to choose from.</param>
/// <param name="Read">What the parser said of what was framed.</param>
internal sealed record Resolved(WhyAsk? Ask, IReadOnlyList<Reading> Close, ReadResult Read)
{
    /// <summary>What is missing, in words; null where nothing else is to be said.</summary>
    public string? Problem { get; init; }

    /// <summary>What the tickets must speak about besides, whichever reading is chosen.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>What was read, for words that could not be placed.</summary>
    public string Text { get; init; } = "";
}

/// <summary>Reads what a frame holds, by the parser of all questions: words that are neither values nor days become what the tickets must speak about, and are shown as that.</summary>
internal sealed partial class ResolveFrame(QuestionTurn turn, WhyFrame frame, bool takesFirst = false)
{
    private const string Comparison = " compared with the previous period";
    private static readonly TimeSpan LongerThanADay = TimeSpan.FromHours(26);
    private static readonly HashSet<string> NoTopics = new(["most", "mostly", "nothing", "something", "anything", "everything", "much", "more", "less", "all", "none", "any", "it", "that", "this", "number", "one", "ones", "they", "them", "us", "me", "you", "everyone", "nobody", "anyone"], StringComparer.OrdinalIgnoreCase);
    private const int MostTails = 12;   // ways to part what is spoken about from what follows
    private static readonly string[] BeginsTail = ["from", "in", "on", "during", "by", "via", "for", "since", "last", "this", "between", "with", "within", "at", "today", "yesterday", "over", "before", "after", "tagged", "assigned"];

    public Resolved Run() => frame.Kind is WhyKind.Change ? Change() : Tickets();

    /// <summary>The tickets of a question for reasons or quotes.</summary>
    private Resolved Tickets()
    {
        var (read, topics) = About();
        if (read.Readings.Count == 0) return new Resolved(null, [], read) { Text = TextOf(frame.Rest), Problem = read.Problem };
        if (!takesFirst && read.Close is { Count: > 1 } close) return new Resolved(null, close, read) { Topics = topics };

        var reading = read.Readings[0];
        var plan = reading.Plan;
        if (plan.Measures.Count == 1 && Catalog.Measure(plan.Measures[0].Name).Over is not Aggregate.Count && plan.GroupBy.Count == 0 && frame.Kind is WhyKind.Reasons && !frame.IsComplaint) return Change();   // «why is CSAT so low»: what is different from before
        if (frame.Level is { } level && plan.Measures is [{ Name: "tickets" }] && !WhyWords.LevelsOfCounts.Contains(level))
            return new Resolved(null, [], read) { Problem = $"Name the figure that is {level}, and when: \"why was first reply time so {level} last month?\"" };
        if (plan.GroupBy.Count > 0 || plan.Grain is not null || plan.Limit is not null || plan.Having is not null || plan.Measures.Count > 1 || Catalog.Measure(plan.Measures[0].Name).Over is not Aggregate.Count)
            return new Resolved(null, [], read) { Problem = "Ask for the reasons or the words behind some tickets, or why one figure changed." };
        return Complete(WithComplaint(Understood(frame.Kind, reading, topics)), read);
    }

    /// <summary>A figure that changed: it needs a period, and the one before.</summary>
    private Resolved Change()
    {
        if (FromTo() is { } compared) return new ResolveFrame(turn, frame with { Rest = compared, Kind = WhyKind.Change }, takesFirst).Run();
        if (About() is ({ Close: [{ Plan.Measures: [{ Clock: Clocks.Open }] } backlog] }, { Count: 0 })) return Backlog(backlog);
        var (read, topics) = About(Comparison, frame.Rest);
        if (read.Readings.Count == 0)
        {
            var (plain, also) = About();
            if (plain.Readings.Count == 0) return new Resolved(null, [], plain) { Text = TextOf(frame.Rest), Problem = plain.Problem };
            if (plain.Readings[0].Plan is var bare && (bare.To is null || (bare.From is null && bare.Measures[0].Clock != "open"))) return NoPeriod(plain, also);
            // A period that already is compared, «in March compared with last year», or one that has none before it.
            if (plain.Readings[0].Plan.Before is null) return new Resolved(null, [], plain) { Problem = "I cannot tell which period to hold that against. Name both: \"why did tickets rise in March compared with February?\"" };
            (read, topics) = (plain, also);
        }

        if (!takesFirst && read.Close is { Count: > 1 } close) return new Resolved(null, close, read) { Topics = topics };
        var reading = read.Readings[0];
        var plan = reading.Plan;
        if (plan.Before is null) return NoPeriod(read, topics);
        if (plan.GroupBy.Count > 0 || plan.Grain is not null || plan.Limit is not null || plan.Having is not null || plan.Measures.Count > 1)
            return new Resolved(null, [], read) { Problem = "I can explain one figure at a time, without splitting it. Leave out what it is split by." };
        var ask = WithComplaint(Understood(WhyKind.Change, reading, topics));
        return Complete(ask is null ? null : ask with { Up = frame.Up ?? Goes(plan.Measures[0].Name, frame.Better) }, read);
    }

    /// <summary>A figure changes «from August to September»: from the one period to the other, and not within both. Days are the ends of one period.</summary>
    private string? FromTo()
    {
        if (FromToWords().Match(frame.Rest) is not { Success: true } match) return null;
        var (first, second) = (match.Groups[2].Value, match.Groups[3].Value);
        if (Read($"tickets in {first}") is not { Readings: [{ Plan: { From: { } from, To: { } to, Filters.Count: 0 } }, ..] }) return null;
        if (Read($"tickets in {second}") is not { Readings: [{ Plan: { From: { } next, To: { } end, Filters.Count: 0 } }, ..] }) return null;
        var isOfDays = to - from < LongerThanADay && end - next < LongerThanADay;
        return isOfDays || to > next ? null : $"{match.Groups[1].Value} in {second} compared with {first}";
    }

    [GeneratedRegex(@"^(.*)\b(?:from|between)\s+(.+?)\s+(?:to|and)\s+(.+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromToWords();

    /// <summary>What was open at the end of a period against what was open at its beginning.</summary>
    private Resolved Backlog(Reading reading)
    {
        var read = new ReadResult([reading], [], null);
        if (reading.Period is not { Length: > 0 } said || Read($"tickets {said}") is not { Readings: [{ Plan: { From: { } from, To: { } to } } period, ..] }) return NoPeriod(read, []);
        var zone = turn.Context.Dates.Zone;
        var dayBefore = NodaTime.Instant.FromDateTimeUtc(from).InZone(zone).Date.PlusDays(-1).ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var plan = reading.Plan with { From = null, To = reading.Plan.To ?? to, Compare = "period", Before = new PlanPeriod(null, from, dayBefore) };
        var ask = Understood(WhyKind.Change, reading with { Plan = plan, IsPartial = period.IsPartial }, []);
        return Complete(WithComplaint(ask with { Up = frame.Up }), read);
    }

    private WhyAsk Understood(WhyKind kind, Reading reading, IReadOnlyList<Topic> topics)
    {
        var said = reading.Plan.Filters.Where(IsTopic).Select(filter => new Topic([.. filter.Values])).ToList();
        return new WhyAsk(kind, reading.Plan with { Filters = [.. reading.Plan.Filters.Where(filter => !IsTopic(filter))] })
        {
            Topics = [.. said.Concat(topics)],
            Before = reading.Plan.Before ?? (reading.Plan.From is null ? null : Compared(reading) ?? BeforeOf(reading)),
            Hints = frame.About is { } about && topics.Count + said.Count == 0 ? [new Topic([about])] : [],
            Period = reading.Period,
            Count = frame.Count,
            IsPartial = reading.IsPartial,
        };
    }

    private static bool IsTopic(PlanFilter filter) => filter is { Field: "text", Op: "contains" };

    private Resolved Complete(WhyAsk? ask, ReadResult read)
    {
        if (ask is null) return new Resolved(null, [], read) { Problem = "No ticket here carries a sentiment yet, so I cannot tell complaints from other tickets. Ask about the tickets themselves." };
        if (ask.Topics.Any(topic => topic.Alternatives.Any(NoTopics.Contains))) return new Resolved(null, [], read) { Problem = "Say what it is about in words that mean something by themselves." };
        if (ask.Topics.Any(topic => topic.Stems.Any(one => one.Count == 0))) return new Resolved(null, [], read) { Problem = "Say what it is about in words that mean something by themselves." };
        return new Resolved(ask, [], read);
    }

    /// <summary>A complaint is a ticket that sounds negative, and is shown as that; null where no ticket has a sentiment.</summary>
    private WhyAsk? WithComplaint(WhyAsk ask)
    {
        if (!frame.IsComplaint && frame.Feeling is null) return ask;
        if (ask.Plan.Filters.Any(filter => filter.Field is "sentiment" or "emotion")) return ask with { IsComplaint = true };
        return Negative is { } negative ? ask with { IsComplaint = true, Plan = ask.Plan with { Filters = [.. ask.Plan.Filters, negative] } } : null;
    }

    /// <summary>What complaints are, as the desk spells it; null where no ticket has a sentiment.</summary>
    public PlanFilter? Negative => turn.Values.Whole.InDimensions("sentiment").FirstOrDefault(value => value.Value.Equals("negative", StringComparison.OrdinalIgnoreCase)) is { } negative
        ? new PlanFilter("sentiment", "is", negative.Spellings)
        : null;

    /// <summary>The period before the one that was said, as a question for a change would have it.</summary>
    private PlanPeriod? Compared(Reading reading) =>
        About(Comparison, frame.Rest).Read is { Readings: [{ Plan: { Before: { } before } plan }, ..] } && plan.From == reading.Plan.From ? before : null;

    /// <summary>The period before the plan's, by the parser's own rules of comparison.</summary>
    private PlanPeriod? BeforeOf(Reading reading)
    {
        if (reading.Plan.Days is not { } days || reading.Plan.From is null) return null;
        if (PlanWords.Of(reading.Plan with { Filters = [] }) is { } words && Read(words + Comparison) is { Readings: [{ Plan.Before: { } before } again, ..] } && again.Plan.From == reading.Plan.From) return before;
        // Days in digits do not say that the period is still going on: the words that were said do.
        return reading.Period is { } said && Read($"tickets {said}{Comparison}") is { Readings: [{ Plan: { Before: { } spoken } same }, ..] } && same.From == reading.Plan.From && same.Days == days ? spoken : null;
    }

    private (ReadResult Read, IReadOnlyList<Topic> Topics) About() => About("", frame.Rest);

    /// <summary>Reads what the tickets are about: a value of the desk if the words name one, else words that must have been said. What follows it is read as days and values.</summary>
    private (ReadResult Read, IReadOnlyList<Topic> Topics) About(string suffix, string head)
    {
        if (frame.About is not { } about) return Plain(head, suffix);
        var words = WordReader.Read(about);
        var tails = 0;
        for (var split = 1; split <= words.Count && tails < MostTails; split++)
        {
            if (split < words.Count && !CanBeginTail(words, split)) continue;
            var topic = about[..words[split - 1].End].Trim();
            if (SpokenWords.OfTopic(topic.Trim('"')).Count == 0) continue;
            var tail = split < words.Count ? about[words[split].Start..] : "";
            tails++;
            var (rest, also) = Plain($"{head} {tail}", suffix);
            if (rest.Readings.Count == 0 || also.Count > 0 || rest.Readings[0].Plan.Filters.Any(IsTopic)) continue;

            var named = Read($"tickets {head} about {topic} {tail}{suffix}");
            if (named.Readings.Count > 0 && !IsQuoted(topic) && named.Readings[0].Plan.Filters.All(filter => !IsTopic(filter)) && named.Readings[0].Plan.Filters.Count > rest.Readings[0].Plan.Filters.Count) return (named, []);
            return (rest, [new Topic([.. topic.Trim('"', '“', '”', '«', '»', '.', ',').Split(" or ", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])]);
        }

        return Plain($"{head} about {about}", suffix);
    }

    private static bool IsQuoted(string topic) => topic.Length > 0 && topic[0] is '"' or '“' or '«';

    private bool CanBeginTail(IReadOnlyList<Word> words, int at) =>
        BeginsTail.Contains(words[at].Text) || words[at].Text is "," || new DateReader().Read(words, turn.Context.Dates).Any(days => days.Start == at && days.Score >= 0.5);

    /// <summary>Reads words without a cue; those that nothing else knows must have been said.</summary>
    private (ReadResult, IReadOnlyList<Topic>) Plain(string text, string suffix)
    {
        var changes = suffix.Length == 0 ? [] : WordReader.Read(text).Where(IsChange).Select(word => word.Raw).ToList();
        var whole = Read(text + suffix);
        if (whole.Readings.Count > 0 && text.Trim().Length > 0 && changes.Count == 0) return (whole, []);
        var tickets = Read($"tickets {text}{suffix}");
        if (tickets.Readings.Count > 0 && changes.Count == 0) return (tickets, []);
        var unplaced = changes.Count > 0 ? changes : whole.Unplaced.Count > 0 && (tickets.Unplaced.Count == 0 || whole.Unplaced.Count < tickets.Unplaced.Count) ? whole.Unplaced : tickets.Unplaced;
        if (unplaced.Count == 0 || frame.Kind is WhyKind.Quotes || (frame.IsComplaint && frame.About is not null)) return (tickets with { Unplaced = unplaced }, []);   // who said it, and when, is no topic

        // A name that is nearly one of the desk's is a misspelling to be asked about, and no topic.
        var (kept, topics) = Lifted(text, unplaced);
        if (topics.Any(topic => SpokenWords.OfTopic(topic).Count == 0 || IsNearValue(topic))) return (tickets with { Unplaced = unplaced }, []);
        var rest = Read(kept + suffix) is { Readings.Count: > 0 } bare && kept.Trim().Length > 0 ? bare : Read($"tickets {kept}{suffix}");
        return rest.Readings.Count > 0 ? (rest, [.. topics.Select(topic => new Topic([topic]))]) : (tickets with { Unplaced = unplaced }, []);
    }

    /// <summary>The text without its unknown words, and these in runs.</summary>
    private static (string Kept, List<string> Topics) Lifted(string text, IReadOnlyList<string> unplaced)
    {
        var (kept, topics, run) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var word in WordReader.Read(text))
        {
            if (unplaced.Contains(word.Raw))
            {
                run.Add(word.Raw);
                continue;
            }

            if (run.Count > 0) topics.Add(string.Join(' ', run));
            run.Clear();
            kept.Add(word.Raw);
        }

        if (run.Count > 0) topics.Add(string.Join(' ', run));
        return (string.Join(' ', kept), topics);
    }

    /// <summary>The frame has taken its word of change; another one, as in «password change», is what the tickets are about.</summary>
    private static bool IsChange(Word word) => Parsing.Lexicon.Phrases.Find(word.Text).Any(entry => entry.Part is ChangePart);

    private bool IsNearValue(string topic) =>
        char.IsUpper(topic[0]) && Values.NearValues.Of(WordReader.Key(topic), turn.Values.InDimensions("organization", "agent", "product", "group").Select(value => WordReader.Key(value.Value)).Where(key => key.Length > 0), 1).Count > 0;

    private Resolved NoPeriod(ReadResult read, IReadOnlyList<Topic> topics) => new(null, [], read) { Problem = NeedsPeriod, Text = topics.Count > 0 ? string.Join(' ', topics.SelectMany(topic => topic.Alternatives)) : "" };

    /// <summary>What is said where a change is to be explained and no period was named.</summary>
    public const string NeedsPeriod = "Which period do you mean? I hold it against the one before.";

    private ReadResult Read(string text) => ReadQuestion.Of(text.Trim(), turn.Values, turn.Context);

    private static string TextOf(string rest) => rest.Length == 0 ? "tickets" : rest;

    /// <summary>Which way good or bad is, of a figure.</summary>
    private static bool? Goes(string measure, bool? better) => better is not { } good ? null : measure is "csat" or "slaMet" or "csatResponseRate" or "solved" ? good : !good;
}
