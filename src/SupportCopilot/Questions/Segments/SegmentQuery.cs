using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// A slice of a plan as work over columns, with the very conditions that the statement has. What columns do not tell (words,
/// clusters, custom fields, comments, what was open at an instant) is not answered by them.
/// </summary>
internal sealed class SegmentQuery
{
    private SegmentQuery(IReadOnlyList<RowTest> tests, IReadOnlyList<SegmentGroup> groups, int clock) => (Tests, Groups, Clock) = (tests, groups, clock);

    /// <summary>All of which rows must pass.</summary>
    public IReadOnlyList<RowTest> Tests { get; }

    public IReadOnlyList<SegmentGroup> Groups { get; }

    /// <summary>The column of the clock.</summary>
    public int Clock { get; }

    /// <summary>Which of a segment's ranges is the clock's.</summary>
    public int ClockPlace { get; private init; }

    public long From { get; private init; }

    public long To { get; private init; }

    /// <summary>Whether rows without an instant can be among those that count.</summary>
    public bool MayLackInstant { get; private init; }

    /// <summary>The steps of the trend; null for none.</summary>
    public Buckets? Steps { get; private init; }

    /// <summary>The column that is added up; null where rows are counted, or a part of them.</summary>
    public int? Value { get; private init; }

    /// <summary>What the part of a share must pass; null where it has none.</summary>
    public IReadOnlyList<RowTest>? Part { get; private init; }

    /// <returns>Null where columns do not tell.</returns>
    public static SegmentQuery? Of(Plan plan, PlanMeasure measure, Slice slice, CompileContext context)
    {
        var known = Catalog.Measure(measure.Name);
        if (measure.Clock is not (Clocks.Created or Clocks.Solved or Clocks.Updated) || slice.IsUndated || SegmentFields.Find(Clocks.Column(measure.Clock)) is not { } clock) return null;
        int? value = known.Column is null ? null : SegmentFields.Find(known.Column);
        if (known.Column is not null && value is null) return null;

        var make = new MakeTests(context, clock, DateTimeZoneProviders.Tzdb[plan.TimeZone], slice);
        var tests = new List<RowTest>();
        var (from, to) = (Bound(slice.From, long.MinValue + 1), Bound(slice.To, long.MaxValue));
        var isBounded = slice.From is not null || slice.To is not null;
        if (isBounded) tests.Add(new IsWithin(clock, from, to));
        else if (slice.IsTimed) tests.Add(new HasValue(clock, true));
        var isTold = make.Sight(tests) && make.Condition(known.Needs, tests) && plan.Filters.All(filter => make.Filter(filter, tests));
        if (value is { } column && known.Over is not Aggregate.Share) tests.Add(new HasValue(column, true));

        var part = new List<RowTest>();
        isTold = isTold && measure.Part.All(filter => make.Filter(filter, part));
        var groups = slice.GroupBy.Select(name => make.Group(Catalog.Dimension(name))).ToList();
        if (!isTold || groups.Contains(null)) return null;
        return new SegmentQuery(tests, [.. groups.OfType<SegmentGroup>()], clock)
        {
            ClockPlace = measure.Clock switch { Clocks.Solved => 1, Clocks.Updated => 2, _ => 0 },
            From = from,
            To = to,
            MayLackInstant = !isBounded && !slice.IsTimed,
            Steps = slice.Buckets,
            Value = value,
            Part = known.Over is Aggregate.Share && known.Column is null && measure.Part.Count > 0 ? part : null,
        };
    }

    /// <summary>Whether a segment can have rows that count.</summary>
    public bool Concerns(SegmentHead segment) =>
        segment.Rows > 0 && (MayLackInstant || segment.Reach[ClockPlace] is { First: { } first, Last: { } last } && first < To && last >= From);

    private static long Bound(DateTime? instant, long without) => instant is { } at ? UtcMilliseconds.ToMilliseconds(at) : without;
}

/// <summary>What rows are told apart by.</summary>
/// <param name="Field">The column.</param>
/// <param name="Wall">Turns the column's instant into a day of the week or an hour of the day; null for the value itself.</param>
internal sealed record SegmentGroup(int Field, WallClock? Wall = null)
{
    public bool IsList => Field == SegmentFields.Tags;
}
