using SupportCopilot.Questions.Catalogue;

namespace SupportCopilot.Questions.Parsing.Lexicon;

/// <summary>A phrase of the lexicon: what it means, and what it costs.</summary>
internal sealed record Entry(Part Part, double Cost);

/// <summary>All words and phrases that questions are made of besides values, days and numbers, by their singular.</summary>
internal static partial class Phrases
{
    private static readonly Dictionary<string, List<Entry>> ByStem = Build();
    private static readonly Dictionary<string, int> Lengths = ByStem.Keys.GroupBy(stem => stem.Split(' ')[0]).ToDictionary(same => same.Key, same => same.Max(stem => stem.Count(c => c == ' ') + 1));

    /// <summary>The meanings of a phrase whose words are folded and joined by single spaces.</summary>
    public static IReadOnlyList<Entry> Find(string phrase) =>
        ByStem.GetValueOrDefault(Stems.OfPhrase(phrase)) ?? [];

    /// <summary>The same by the phrase's stems.</summary>
    public static IReadOnlyList<Entry> FindStem(string stem) => ByStem.TryGetValue(stem, out var entries) ? entries : [];

    /// <summary>How many words the longest phrase has that begins with one, by its stem; 0 where none does.</summary>
    public static int LongestFrom(string stem) => Lengths.GetValueOrDefault(stem);

    /// <summary>Every single word that means something: what misspelt words are held against. «Acme» offered as «came» would be a word dropped.</summary>
    public static IReadOnlyCollection<string> Words { get; } = [.. ByStem.Keys.SelectMany(phrase => phrase.Split(' ')).Where(word => word.Length > 3 && !IsFiller(word)).Distinct()];

    private static bool IsFiller(string word) => Find(word) is { Count: > 0 } entries && entries.All(entry => entry.Part is FillerPart);

    private static Dictionary<string, List<Entry>> Build()
    {
        var all = new Dictionary<string, List<Entry>>();
        AddFillers(all);
        AddMeasures(all);
        AddFilters(all);
        AddShapes(all);
        AddOutOfReach(all);
        return all;
    }

    private static void Add(Dictionary<string, List<Entry>> all, string phrases, Part part, double cost = 1)
    {
        foreach (var phrase in phrases.Split('|', StringSplitOptions.RemoveEmptyEntries))
        {
            var stem = Stems.OfPhrase(Parsing.Words.WordReader.Key(phrase));
            if (!all.TryGetValue(stem, out var entries)) all[stem] = entries = [];
            if (entries.All(entry => entry.Part != part)) entries.Add(new Entry(part, cost));
        }
    }

    /// <summary>What managers ask for and desks do not record: said so, and never answered by something near it.</summary>
    private static void AddOutOfReach(Dictionary<string, List<Entry>> all)
    {
        Add(all, "business hour|in business hour|working hour|in working hour|office hour|opening hour|service hour|work hour|in office hour|business time|outside business hour|during business hour|within business hour|outside working hour|outside of working hour|outside of business hour|outside office hour|during office hour|during working hour|out of hour|after hour|out of office hour",
            new OutOfReachPart("I do not know the desk's business hours: times here are calendar time, nights and weekends included. For tickets that came in at some hours, name them: «tickets created between 9:00 and 17:00 on weekdays»."), 1);
        Add(all, "handling time|handle time|average handling time|average handle time|aht|time spent|time worked|touch time|work time|time on ticket|talk time|hold time|effort|time spent on|time spent working on|hour worked|workload per agent in hour",
            new OutOfReachPart("How long agents worked on tickets is not recorded, so I cannot tell the handling time. I can tell the resolution time (from creation to solution) and the first reply time."), 1);
        Add(all, "deflection|deflection rate|ticket deflection|ticket deflection rate|case deflection|self service rate|self-service rate|containment rate|bot resolution rate|automation rate|nps|net promoter score|promoter score|customer effort score|effort score|agent occupancy|occupancy|occupancy rate|utilization|utilisation|agent utilization|utilization rate|schedule adherence|abandonment rate|abandon rate|abandoned call|missed call|call duration|churn rate|cost per ticket|cost per contact|cost per case|support cost|cost of support|cost us|how much money|agent satisfaction|employee satisfaction|article view|view of article|page view|headcount|login time|shift|overtime",
            new OutOfReachPart("That is not recorded with tickets, so I cannot tell it. I can tell what tickets record: how many there are, of what, whose, how fast they were answered and solved, their ratings and service levels."), 1);
    }

    private static void AddMeasures(Dictionary<string, List<Entry>> all)
    {
        foreach (var measure in Catalog.Measures) Add(all, measure.Synonyms, new MeasurePart(measure.Name));
        Add(all, "average|avg|mean|on average|in average|averagely|average of|the average of|mean of", new AggregatePart("average"));
        Add(all, "median|p50|p 50|50th percentile|50 th percentile", new AggregatePart("median"));
        Add(all, "typical", new AggregatePart("median"));
        Add(all, "typical", new AggregatePart("average"), 1.9);   // of what has no median
        Add(all, "p90|90th percentile|90 percentile|ninetieth percentile|90th percentile of|p 90|90 th percentile", new AggregatePart("p90"));
        Add(all, "p75|75th percentile|75 percentile|75th percentile of|p 75|75 th percentile|third quartile|upper quartile", new AggregatePart("p75"));
        Add(all, "p95|95th percentile|95 percentile|95th percentile of|p 95|95 th percentile", new AggregatePart("p95"));
        Add(all, "p99|99th percentile|99 percentile|99th percentile of|p 99|99 th percentile", new AggregatePart("p99"));
        Add(all, "total|sum|sum of|in total|overall|altogether|together|combined|taken together|put together|added together|all told", new AggregatePart("total"), 0.4);
        Add(all, "share|percentage|percent|proportion|fraction|pct|what part|share of|percentage of|percent of|proportion of|fraction of|percent share|quota|quota of|the part of|ratio in percent|pct of|percentages of|how big a share of|how large a share of|what portion|what portion of|portion of|what slice of|rate of|the rate of", new SharePart());
        Add(all, "how much of", new SharePart(), 0.4);
        Add(all, "percentage of total|percent of total|share of total|proportion of total|pct of total|percentage of the total|percent of the total|share of the total|proportion of the total|percentage of all|share of all|share of the whole|percentage of overall|percent of overall", new SharePart(), 0.9);
        Add(all, "breakdown in percent|breakdown in percent of|percentage breakdown|percentage breakdown of|percentage distribution|percentage distribution of|mix|mix of", new SharePart { OfGroups = true }, 0.2);
        Add(all, "how long|how quickly|how fast|how soon|how much time|in what time|within what time|in how much time|within how much time|after how much time|after what time|in how long|within how long|after how long|how many hour|how many minute|how much hour|time from creation to|time from creation until|time from creation till|time from opening to|time from opening until|time between creation and|time between opening and|time between creation and its|time needed|what time|time of|time for|time taken|time it take|time it took|how slow|how slowly|how swiftly|how rapidly|how long until|how long before", new HowLongPart());
        Add(all, "solve|resolve|close|fix|complete|solved|resolved|closed|fixed|get solved|be solved|resolution|a solution|solution|solving|resolving|closing|fixing|solving of|resolving of", new GoalPart("resolution"));
        Add(all, "reply|respond|answer|first reply|first response|first answer|get a reply|get an answer|replied|answered|responded|react|a reply|a response|an answer|a first reply|a first response|an initial reply|get back|replied to|responded to|answer customer|answering|replying|responding|first answering|reaction", new GoalPart("firstReply"));
        Add(all, "obtain|obtained|collect|collected|gather|gathered|got in|get in", new ClockPart("created"));
        Add(all, "created|opened|received|submitted|raised|arrived|logged|filed|came in|come in|coming in|reported|sent in|incoming|inbound|wrote in|contacted|contacted us|contacted support|contacted the support|contacted our support|contacted our desk|wrote to support|written to us|requested|reached out to us|reached out to support|wrote|wrote to us|sent|send|submit|raise|log|file|create|created at|reached out|reach out|generate|generated|register|registered|got in touch|write|write in|arrive|receive|came through|come through|handed in|complained|complain|cause|caused|produce|produced|driving|landed|land|hit us|hit our desk|hit the desk|reached us|reach us|flowed in|flow in|rolled in|poured in|turned up|showed up|popped up|been opened|been created|been raised|got opened|recorded|taken in|take in|dropped in|open up|opened up|arose|arise|came up|come up|opening|receiving|logging|opened by customer", new ClockPart("created"));
        Add(all, "solved|resolved|closed|completed|fixed|finished|solve|resolve|close|complete|been solved|been closed|been resolved|were solved|were closed|were resolved|was solved|got solved|got resolved|got closed|closed out|marked solved|wrapped up|cleared|clear|cleared up|settled|finish|sorted out|sort out|taken care of|dealt with|handled|worked through|worked off|solve for|got done|knocked out|put to bed|solving|resolving|closing|get solved|get resolved|get closed|getting solved|being solved|being closed|turned around|processed", new ClockPart("solved"));
        Add(all, "updated|changed|modified|touched|last updated|last changed|edited", new ClockPart("updated"));
        Add(all, "written|posted|added|left", new ClockPart("written"));
        Add(all, "handled|worked on|dealt with|looked after|processed", new ClockPart("created"), 1);
        Add(all, "how satisfied|how happy|how content|satisfied|how pleased", new MeasurePart("csat"));
        Add(all, "tix|tkt|ticket total|vol|ticket no|total ticket|how much work|intake|inflow|influx|ticket load|caseload|ticket intake|incoming volume|ticket inflow|work volume|query|ticket number|incoming", new MeasurePart("tickets"));
        Add(all, "something|anything|thing|stuff|item", new MeasurePart("tickets"), 1.6);
        Add(all, "workload|work load|work on hand|work in progress|wip", new MeasurePart("tickets"));
        Add(all, "workload|work load|current workload|current load|work on hand|work in progress|wip|queue size|size of the queue|size of the backlog|pending work", new MeasurePart("open"));
        Add(all, "ratio|ratio of|quotient|divided by", new RatioPart());
        Add(all, "running total|running total of|cumulative|cumulatively|cumulative total|cumulative count|cumulative number|running count|running sum|accumulated|build up|running tally|added up", new RunningPart());
        Add(all, "new", new ClockPart("created") { NeedsPeriod = true }, 1);
    }
}
