using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing;

/// <summary>What a span of a question's words means. A reading of the question is a row of parts without a gap.</summary>
internal abstract record Part;

/// <summary>Words that carry no content by themselves.</summary>
internal sealed record FillerPart(FillerKind Kind) : Part;

/// <summary>Fillers that rules tell apart.</summary>
internal enum FillerKind
{
    Plain,
    Mark,
    Is,
    And,
    Preposition,

    /// <summary>«between», which names two ends and joins nothing.</summary>
    Between,
    Now,
    HowMany,
    Among,
    Than,
    Take,
}

/// <summary>A word that no rule placed.</summary>
internal sealed record UnplacedPart(string Word) : Part;

/// <summary>A measure by name; of a family without its aggregate, the family's usual one.</summary>
internal sealed record MeasurePart(string Name) : Part
{
    /// <summary>Whether tickets were named in the plural: «oldest ticket» is one.</summary>
    public bool IsMany { get; init; }

    /// <summary>Whether «by» announced it: what groups are ranked by.</summary>
    public bool IsBy { get; init; }

    /// <summary>Whether its words say which mean or percentile: «median resolution».</summary>
    public bool IsOfAggregate { get; init; }
}

/// <summary>average, median, p90 or total, to be joined with a measure.</summary>
internal sealed record AggregatePart(string Name) : Part;

/// <summary>How many different values a dimension has.</summary>
internal sealed record DistinctPart(string Measure) : Part;

/// <summary>A share, percentage or proportion.</summary>
internal sealed record SharePart : Part
{
    /// <summary>Whether each group's part of all of them is meant, and nothing else can be.</summary>
    public bool OfGroups { get; init; }
}

/// <summary>The clock by a verb: created, solved, updated.</summary>
internal sealed record ClockPart(string Clock) : Part
{
    /// <summary>Of «new»: created, but only within a period; without one a status is meant.</summary>
    public bool NeedsPeriod { get; init; }
}

/// <summary>A demand on tickets.</summary>
internal sealed record FilterPart(FilterSet Filters) : Part
{
    /// <summary>Whether it was announced by «in» or «within»: of a share it narrows the whole.</summary>
    public bool IsInside { get; init; }

    /// <summary>Whether it joins two that name their tickets each: «billing tickets or tickets from Globex». Another demand beside it may belong to one of them.</summary>
    public bool IsClause { get; init; }

    public FilterPart(string field, string op, params string[] values) : this(new FilterSet([new PlanFilter(field, op, values)])) { }
}

/// <summary>What figures are split by.</summary>
internal sealed record GroupPart(Names Dimensions, string? Grain) : Part;

/// <summary>The name of a dimension without more: «agents with more than 50 tickets».</summary>
internal sealed record DimensionPart(string Name, bool IsPlural) : Part
{
    /// <summary>Whether its word means those whom the desk serves, be they people or companies: «clients».</summary>
    public bool IsServed { get; init; }

    /// <summary>Whether it is a custom field of nothing but numbers, which can be bounded.</summary>
    public bool IsNumber { get; init; }

    /// <summary>Of «three agents with the most tickets»: how many; null where no number was said.</summary>
    public int? Count { get; init; }
}

/// <summary>A step of time without more.</summary>
internal sealed record GrainPart(string Grain) : Part;

/// <summary>«which agents», «who».</summary>
internal sealed record WhichPart(string Dimension, string? Grain, bool IsPlural) : Part
{
    /// <summary>Of «which three agents»: how many; null where no number was said.</summary>
    public int? Count { get; init; }
}

/// <summary>The top or the bottom.</summary>
/// <param name="Count">How many; null where no number was said.</param>
/// <param name="Way">What the word looks for.</param>
internal sealed record RankPart(int? Count, RankWay Way) : Part
{
    /// <summary>Whether all are to be put in order, and none left out.</summary>
    public bool IsAll { get; init; }

    /// <summary>Whether its word says that satisfaction is meant: «happiest».</summary>
    public bool IsOfMood { get; init; }

    /// <summary>Of «second busiest»: 2; null where the first ones are meant.</summary>
    public int? Nth { get; init; }
}

/// <summary>What a ranking word looks for.</summary>
internal enum RankWay
{
    Most,
    Least,
    Best,
    Worst,
    Slowest,
    Fastest,
    Newest,
    Oldest,
}

/// <summary>«more than 50 tickets», «over 2 hours».</summary>
/// <param name="Op">atLeast, atMost, moreThan or lessThan.</param>
/// <param name="Value">The number; of durations in minutes, of shares between 0 and 1.</param>
/// <param name="Unit">minutes, share, or null for a plain number.</param>
/// <param name="Of">What is bounded: a field or measure by name; null where that was not said.</param>
internal sealed record BoundPart(string Op, double Value, string? Unit, string? Of) : Part
{
    /// <summary>Whether it is one on each ticket, whatever figures are split by: «solved within 4 hours».</summary>
    public bool IsOfTickets { get; init; }

    /// <summary>Of «between 2 and 4»: the other end, counted in; null for one end alone.</summary>
    public double? Upper { get; init; }
}

/// <summary>Days.</summary>
internal sealed record PeriodPart(DateReading Reading) : Part;

/// <summary>Days that do not count: «not in May», «except the first week».</summary>
internal sealed record OutsidePart(DateReading Reading) : Part;

/// <summary>What desks do not record, with what to say of it.</summary>
internal sealed record OutOfReachPart(string Why) : Part;

/// <summary>«at», «as of», «by the end of» before days: an instant is meant.</summary>
internal sealed record InstantPart(DateReading Reading, bool AtStart) : Part
{
    /// <summary>Of «as of», which only what is open can be told for: a ticket's other fields are known as they are now.</summary>
    public bool IsAsOf { get; init; }
}

/// <summary>A comparison.</summary>
/// <param name="Way">previousPeriod, previousYear, or period.</param>
/// <param name="With">The period named.</param>
internal sealed record ComparePart(string Way, DateReading? With) : Part
{
    /// <summary>Whether it is one only where a change is asked for: «up from last week».</summary>
    public bool NeedsChange { get; init; }

    /// <summary>Of «all of last month»: whether it is compared with as a whole, however far the other one has come.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Of «the 7 days before»: how many, which the period compared must have too; null where that was not said.</summary>
    public double? Days { get; init; }
}

/// <summary>Values of one dimension side by side: «billing vs shipping».</summary>
internal sealed record ContrastPart(string Dimension, Names Values) : Part;

/// <summary>«week over week»: a comparison of one calendar step with the one before, or with that of last year.</summary>
internal sealed record StepComparePart(string Grain, bool WithYearBefore) : Part;

/// <summary>Growth, change, more or fewer: asks for a comparison.</summary>
internal sealed record ChangePart(bool? Up) : Part
{
    /// <summary>Of «improved» and «worse»: whether the good way is meant, which for times is down.</summary>
    public bool? Better { get; init; }

    /// <summary>Whether its word compares as well what stands side by side: «lower», and not «fallen».</summary>
    public bool IsComparative { get; init; }

    /// <summary>Of «faster» and «slower», which only times are.</summary>
    public bool IsSpeed { get; init; }
}

/// <summary>«vs» between values.</summary>
internal sealed record VersusPart : Part
{
    /// <summary>Whether it comes before both sides: «compare October and September».</summary>
    public bool IsVerb { get; init; }

    /// <summary>Whether it is the «than» of «did Amelia solve more than Jonas».</summary>
    public bool IsThan { get; init; }

    /// <summary>Whether it holds two figures against each other: «did we solve more than we received».</summary>
    public bool IsOfFigures { get; init; }
}

/// <summary>One figure divided by another, which no plan says.</summary>
internal sealed record RatioPart : Part;

/// <summary>A running total: each step with all before it.</summary>
internal sealed record RunningPart : Part;

/// <summary>A number without more.</summary>
internal sealed record NumberPart(double Value) : Part;

/// <summary>A span of time, in minutes: «2 hours».</summary>
internal sealed record DurationPart(double Minutes) : Part;

/// <summary>Words that turn the demand after them round.</summary>
internal sealed record NotPart : Part;

/// <summary>«or»: joins values of one dimension and nothing else, for a plan demands all of its filters at once.</summary>
internal sealed record OrPart : Part;

/// <summary>«without», «no»: not, or nothing at all.</summary>
internal sealed record WithoutPart : Part;

/// <summary>«by», «per», «for each».</summary>
internal sealed record ByPart(bool IsEach) : Part;

/// <summary>Words that announce a value: «assigned to», «tagged», «via».</summary>
internal sealed record CuePart(CueKind Kind) : Part;

/// <summary>Which dimensions a cue announces.</summary>
internal enum CueKind
{
    Agent,
    From,
    Channel,
    Tag,
    Any,
    About,
    Mention,
    InSubject,
}

/// <summary>An operator of a bound: «more than».</summary>
internal sealed record BoundOpPart(string Op) : Part;

/// <summary>Words that begin a question after a time: «how long».</summary>
internal sealed record HowLongPart : Part;

/// <summary>What «how long» goes to: a family of measures.</summary>
internal sealed record GoalPart(string Family) : Part;

/// <summary>One or more values of a dimension.</summary>
/// <param name="Dimension">The dimension's name.</param>
/// <param name="Values">The values, in every spelling the data has.</param>
/// <param name="All">Whether all of them are wanted at once, which several tags can be.</param>
internal sealed record ValuesPart(string Dimension, Names Values, bool All) : Part
{
    /// <summary>Whether its words say something without being a value: «open», «escalated». Unannounced, they rather say that.</summary>
    public bool IsPlainWord { get; init; }
}

/// <summary>A text in quotes.</summary>
internal sealed record QuotedPart(string Text) : Part;

/// <summary>Names that compare by what they are.</summary>
internal sealed record Names(IReadOnlyList<string> All)
{
    public bool Equals(Names? other) => other is not null && All.SequenceEqual(other.All);

    public override int GetHashCode() => All.Aggregate(17, HashCode.Combine);
}

/// <summary>Filters that compare by what they are.</summary>
internal sealed record FilterSet(IReadOnlyList<PlanFilter> All)
{
    public bool Equals(FilterSet? other) => other is not null && All.Count == other.All.Count
        && All.Zip(other.All).All(pair => pair.First.Field == pair.Second.Field && pair.First.Op == pair.Second.Op && pair.First.Values.SequenceEqual(pair.Second.Values));

    public override int GetHashCode() => All.Aggregate(17, (hash, filter) => HashCode.Combine(hash, filter.Field, filter.Op));
}
