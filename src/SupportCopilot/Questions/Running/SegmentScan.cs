using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Running.Tallying;
using SupportCopilot.Questions.Segments;

namespace SupportCopilot.Questions.Running;

/// <summary>
/// Adds up the columns of segments, and beside them the rows of the few tickets that changed since the segments were made:
/// together every ticket once, as it is in the state that the question's transaction sees.
/// </summary>
internal sealed class SegmentScan
{
    private readonly QuestionConnection _connection;
    private readonly PlanCompiler _compiler;
    private readonly CompileContext _context;
    private readonly Plan _plan;
    private readonly ScanParts _parts;
    private readonly IReadOnlyList<SegmentHead> _segments;
    private readonly IReadOnlyList<long> _changed;

    private SegmentScan(QuestionConnection connection, PlanCompiler compiler, CompileContext context, Plan plan, ScanParts parts, IReadOnlyList<SegmentHead> segments, IReadOnlyList<long> changed) =>
        (_connection, _compiler, _context, _plan, _parts, _segments, _changed) = (connection, compiler, context, plan, parts, segments, changed);

    /// <summary>Whether any figure came from segments.</summary>
    public bool WasUsed { get; private set; }

    /// <returns>Null where there are no segments, where they are of another version of the program, or where too much changed since they were made.</returns>
    public static async Task<SegmentScan?> OpenAsync(QuestionConnection connection, PlanCompiler compiler, CompileContext context, Plan plan, ScanParts parts, SegmentSizes sizes)
    {
        if (!connection.AddsUpHere) return null;
        var segments = await connection.SegmentsAsync(SegmentSql.Heads(context.TenantId));
        if (segments.Count == 0 || segments.Any(segment => segment.Shape != SegmentFields.Shape)) return null;
        var changed = await connection.NumbersAsync(SegmentSql.Changed(context.TenantId, long.MinValue, sizes.MostChanged + 1));
        return changed.Count > sizes.MostChanged ? null : new SegmentScan(connection, compiler, context, plan, parts, segments, changed);
    }

    /// <summary>Adds up a slice.</summary>
    /// <returns>Null where columns do not tell it.</returns>
    public async Task<(RowTally Rows, ITicketsBehind Behind)?> AddUpAsync(PlanMeasure measure, Slice slice)
    {
        if (SegmentQuery.Of(_plan, measure, slice, _context) is not { } query) return null;
        var known = Catalog.Measure(measure.Name);
        var isMany = slice.GroupBy.Any(name => Catalog.Dimension(name).IsMany);
        var (rows, shape) = _compiler.Rows(_plan, measure, slice with { IsChanged = true });
        var concerned = _segments.Where(query.Concerns).ToList();

        RowTally Empty() => new(known, shape, slice.Buckets);
        var all = await _connection.AddUpAsync(_context.TenantId, concerned, tally => new TallySegment(query, tally), Empty, ChangedIn, ThreadsFor(concerned));
        var changed = new RowTally(known, shape, slice.Buckets, isMany);
        if (_changed.Count > 0)
        {
            changed = _connection.AddUp((rows, shape), known, slice.Buckets, isMany);
            all.TakeOver(changed);
        }

        WasUsed = true;
        return (all, new SegmentsBehind(query, concerned, all, changed, isMany, slice.Buckets is not null, this));
    }

    /// <summary>Adds up what comes and goes of what is open, step by step.</summary>
    /// <returns>Null where columns do not tell it.</returns>
    public async Task<RowTally?> AddUpOpenStepsAsync(PlanMeasure measure, Slice slice)
    {
        if (SegmentQuery.OpenSteps(_plan, slice, _context) is not { } queries) return null;
        var known = Catalog.Measure(measure.Name) with { Over = Aggregate.Sum };
        var rows = _compiler.OpenStepRows(_plan, measure, slice with { IsChanged = true });
        var all = new RowTally(known, rows.Shape, slice.Buckets);
        foreach (var query in queries)
        {
            var concerned = _segments.Where(query.Concerns).ToList();
            all.TakeOver(await _connection.AddUpAsync(_context.TenantId, concerned, tally => new TallySegment(query, tally), () => new RowTally(known, rows.Shape, slice.Buckets), ChangedIn, ThreadsFor(concerned)));
        }

        if (_changed.Count > 0) all.TakeOver(_connection.AddUp(rows, known, slice.Buckets));
        WasUsed = true;
        return all;
    }

    /// <summary>The newest tickets of some groups and steps among the segments' tickets; and how many of those there are, where they must be looked through anyway.</summary>
    public (NewestTickets Newest, long Tickets) NewestOf(SegmentQuery query, IReadOnlyList<SegmentHead> concerned, IReadOnlySet<GroupKey>? groups, IReadOnlySet<long>? steps, bool countsAll)
    {
        var look = new LookForNewest(query, groups, steps);
        _connection.EachSegment(_context.TenantId, concerned.OrderByDescending(segment => segment.Reach[0].Last ?? long.MinValue), (segment, view) =>
        {
            if (!countsAll && look.Newest.IsNewerThan(segment.Reach[0].Last ?? long.MinValue)) return false;
            look.Add(view, ChangedIn(segment));
            return true;
        });
        return (look.Newest, look.Tickets);
    }

    private IReadOnlySet<long> ChangedIn(SegmentHead segment)
    {
        if (_changed.Count == 0) return System.Collections.Frozen.FrozenSet<long>.Empty;
        var next = segment.Number + 1 < _segments.Count ? _segments[segment.Number + 1].FirstId : long.MaxValue;
        return _changed.Where(id => id >= segment.FirstId && id < next).ToHashSet();
    }

    private int ThreadsFor(IReadOnlyList<SegmentHead> concerned) => concerned.Sum(segment => (long)segment.Rows) < _parts.LeastRows * 4 ? 1 : _parts.Threads;
}
