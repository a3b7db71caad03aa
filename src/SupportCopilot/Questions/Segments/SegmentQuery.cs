using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// A slice of a plan as work over columns, with the very conditions that the statement has. What columns do not tell (words,
/// clusters, custom fields, comments, what was open at an instant) is not answered by them.
/// </summary>
internal sealed class SegmentQuery
{
    // As the catalogue has the age of what is open.
    private static readonly string Age = $"({Catalog.At} - {Clocks.Column(Clocks.Created)})";

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

    /// <summary>The instant up to which ages are reckoned, where ages are what is added up; their column is that of creations.</summary>
    public long? AgesAt { get; private init; }

    /// <summary>What the part of a share must pass; null where it has none.</summary>
    public IReadOnlyList<RowTest>? Part { get; private init; }

    /// <summary>What each row counts for, where that is not one: of what is open one more as a ticket comes and one less as it is solved.</summary>
    public int Sign { get; private init; }

    /// <returns>Null where columns do not tell.</returns>
    public static SegmentQuery? Of(Plan plan, PlanMeasure measure, Slice slice, CompileContext context)
    {
        var known = Catalog.Measure(measure.Name);
        if (measure.Clock == Clocks.Open) return slice.Buckets is null ? OpenAt(plan, slice, known, context) : null;
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

    /// <summary>What was open at the end of a slice; without an end, by the status as it is now.</summary>
    private static SegmentQuery? OpenAt(Plan plan, Slice slice, Measure known, CompileContext context)
    {
        var isAge = known.Column == Age && slice.To is not null;
        if (!isAge && known is not { Column: null, Over: Aggregate.Count }) return null;
        var at = Bound(slice.To, long.MaxValue);
        return OfLife(plan, slice, known.Needs, context, (created, solved, done) => slice.To is null ? new IsOneOfNumbers(done, new HashSet<long> { 1 }, true) : new IsOpenAt(created, solved, done, at)) is not { } query ? null
            : new SegmentQuery(slice.IsTimed ? [.. query.Tests, new HasValue(query.Clock, true)] : query.Tests, query.Groups, query.Clock) { From = long.MinValue + 1, To = at, MayLackInstant = slice.To is null, Value = isAge ? query.Clock : null, AgesAt = isAge ? at : null };
    }

    /// <summary>What is open at the end of each step, as what comes and goes: the parts that the statement has, in its order.</summary>
    /// <returns>Null where columns do not tell.</returns>
    public static IReadOnlyList<SegmentQuery>? OpenSteps(Plan plan, Slice slice, CompileContext context)
    {
        var (start, end) = (UtcMilliseconds.ToMilliseconds(slice.Buckets!.All[0].Start.ToDateTimeUtc()), Bound(slice.To, long.MaxValue));
        (int Sign, string Clock, Func<int, int, int, RowTest> First, ByLife.Holds? Then)[] parts =
        [
            (1, Clocks.Created, (created, solved, done) => new IsOpenAt(created, solved, done, start), null),
            (1, Clocks.Created, (created, _, _) => new IsWithin(created, start, end), (created, solved, isDone) => !isDone || solved > created),
            (-1, Clocks.Solved, (_, solved, _) => new IsWithin(solved, start, end), (created, solved, isDone) => isDone && created != PackedColumn.None && solved > created),
        ];
        var all = parts.Select(part => OfLife(plan, slice, null, context, part.First, part.Then) is not { } query ? null
            : new SegmentQuery(query.Tests, query.Groups, SegmentFields.Find(Clocks.Column(part.Clock))!.Value) { Steps = slice.Buckets, Sign = part.Sign, From = long.MinValue + 1, To = end }).ToList();
        return all.Contains(null) ? null : [.. all.OfType<SegmentQuery>()];
    }

    /// <summary>The demands and groups of a plan, and one on when a ticket came and was solved.</summary>
    private static SegmentQuery? OfLife(Plan plan, Slice slice, string? needs, CompileContext context, Func<int, int, int, RowTest> first, ByLife.Holds? then = null)
    {
        if (SegmentFields.Find(Clocks.Column(Clocks.Created)) is not { } created || SegmentFields.Find(Clocks.Column(Clocks.Solved)) is not { } solved || SegmentFields.OfCondition(Catalog.IsDone) is not { } done) return null;
        var make = new MakeTests(context, created, DateTimeZoneProviders.Tzdb[plan.TimeZone], slice) { AgesAt = slice.Buckets is null && slice.To is { } to ? UtcMilliseconds.ToMilliseconds(to) : null };
        List<RowTest> tests = [first(created, solved, done)];
        if (then is not null) tests.Add(new ByLife(created, solved, done, then));
        if (!make.Sight(tests) || !make.Condition(needs, tests) || !plan.Filters.All(filter => make.Filter(filter, tests))) return null;
        var groups = slice.GroupBy.Select(name => make.Group(Catalog.Dimension(name))).ToList();
        return groups.Contains(null) ? null : new SegmentQuery(tests, [.. groups.OfType<SegmentGroup>()], created);
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
