using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Running.Tallying;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Segments.Columns;

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
    private readonly ColumnsOf _columns;
    private readonly IReadOnlyList<SegmentHead> _segments;
    private readonly List<long> _changed;

    private SegmentScan(QuestionConnection connection, PlanCompiler compiler, CompileContext context, Plan plan, ScanParts parts, ColumnsOf columns, IReadOnlyList<SegmentHead> segments, List<long> changed) =>
        (_connection, _compiler, _context, _plan, _parts, _columns, _segments, _changed) = (connection, compiler, context, plan, parts, columns, segments, changed);

    /// <summary>Whether any figure came from segments.</summary>
    public bool WasUsed { get; private set; }

    /// <returns>Null where there are no segments, where they are of another version of the program, or where too much changed since they were made.</returns>
    public static SegmentScan? Open(QuestionConnection connection, PlanCompiler compiler, CompileContext context, Plan plan, ScanParts parts, SegmentSizes sizes, KeptColumns kept)
    {
        if (!connection.AddsUpHere) return null;
        var segments = connection.Segments(SegmentSql.Heads(context.TenantId));
        if (segments.Count == 0 || segments.Exists(segment => segment.Shape != SegmentFields.Shape)) return null;
        var changed = connection.Numbers(SegmentSql.Changed(context.TenantId, long.MinValue, sizes.MostChanged + 1));
        return changed.Count > sizes.MostChanged ? null : new SegmentScan(connection, compiler, context, plan, parts, new ColumnsOf(context.TenantId, kept), segments, changed);
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

        var all = await TallyAsync(query, concerned, () => new RowTally(known, shape, slice.Buckets));
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
        RowTally Empty() => new(known, rows.Shape, slice.Buckets);
        var all = Empty();
        foreach (var query in queries) all.TakeOver(await TallyAsync(query, [.. _segments.Where(query.Concerns)], Empty));
        if (_changed.Count > 0) all.TakeOver(_connection.AddUp(rows, known, slice.Buckets));
        WasUsed = true;
        return all;
    }

    /// <summary>The newest tickets of some groups and steps among the segments' tickets; and how many of those there are, where they must be looked through anyway.</summary>
    public async Task<(NewestTickets Newest, long Tickets)> NewestOfAsync(SegmentQuery query, IReadOnlyList<SegmentHead> concerned, IReadOnlySet<GroupKey>? groups, IReadOnlySet<long>? steps, bool countsAll)
    {
        if (countsAll)
        {
            var looks = new ConcurrentBag<LookForNewest>();
            await _connection.EachSegmentAsync(_columns, concerned, () =>
            {
                var one = new LookForNewest(query, groups, steps);
                looks.Add(one);
                return (segment, view) => one.Add(view, ChangedIn(segment));
            }, ThreadsFor(concerned));
            var newest = new NewestTickets();
            foreach (var one in looks) newest.Add(one.Newest);
            return (newest, looks.Sum(one => one.Tickets));
        }

        var look = new LookForNewest(query, groups, steps);
        _connection.EachSegment(_columns, concerned.OrderByDescending(segment => segment.Reach[0].Last ?? long.MinValue), (segment, view) =>
        {
            if (look.Newest.IsNewerThan(segment.Reach[0].Last ?? long.MinValue)) return false;
            look.Add(view, ChangedIn(segment));
            return true;
        });
        return (look.Newest, look.Tickets);
    }

    private async Task<RowTally> TallyAsync(SegmentQuery query, IReadOnlyList<SegmentHead> concerned, Func<RowTally> empty)
    {
        var tallies = new ConcurrentBag<RowTally>();
        await _connection.EachSegmentAsync(_columns, concerned, () =>
        {
            var tally = empty();
            tallies.Add(tally);
            var adding = new TallySegment(query, tally);
            return (segment, view) => adding.Add(view, ChangedIn(segment));
        }, ThreadsFor(concerned));

        var all = empty();
        foreach (var tally in tallies) all.TakeOver(tally);
        return all;
    }

    /// <summary>The changed tickets of a segment's range of numbers, in their order.</summary>
    private ReadOnlySpan<long> ChangedIn(SegmentHead segment)
    {
        if (_changed.Count == 0) return default;
        var next = segment.Number + 1 < _segments.Count ? _segments[segment.Number + 1].FirstId : long.MaxValue;
        var (from, to) = (FirstFrom(segment.FirstId), FirstFrom(next));
        return CollectionsMarshal.AsSpan(_changed)[from..to];
    }

    private int FirstFrom(long id)
    {
        var at = _changed.BinarySearch(id);
        return at < 0 ? ~at : at;
    }

    private int ThreadsFor(IReadOnlyList<SegmentHead> concerned) => concerned.Sum(segment => (long)segment.Rows) < _parts.LeastRows ? 1 : _parts.Threads;
}
