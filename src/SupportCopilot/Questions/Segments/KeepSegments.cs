using SupportCopilot.Access;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>
/// Brings the segments of the scope's tenant up to date: each one that has changed tickets is made anew from their rows, new
/// tickets fill the last one up and begin further ones. The work of a segment is linear in its tickets, whatever the desk's size.
/// </summary>
public sealed class KeepSegments(SupportDbContext db, CurrentTenant tenant, ISqlDialect dialect, SegmentSizes sizes, SegmentPace pace, ISegmentStore store)
{
    private const int MostSeconds = 300;
    private const int MostListed = 100_000;

    /// <summary>
    /// Takes in what has changed until now, where that is enough to matter; what changes meanwhile waits for the next time. For
    /// whoever holds the lease of the tenant's work.
    /// </summary>
    /// <param name="renew">Called after each segment.</param>
    /// <param name="ct">Cancels between two segments.</param>
    /// <returns>How many segments were made.</returns>
    public async Task<int> RunAsync(Func<Task> renew, CancellationToken ct)
    {
        if (dialect.Rows is null) return 0;   // a database that stores columns by itself
        var made = 0;
        for (var isCut = true; isCut;)
        {
            (var due, isCut) = await DueAsync(ct);
            foreach (var (segment, to) in due)
            {
                for (SegmentHead? next = segment; next is not null; made++)
                {
                    next = await MakeAsync(next, to, ct);
                    await renew();
                }
            }
        }

        return made;
    }

    /// <summary>The segments to be made, each with the number at which the next one begins; and whether there are more.</summary>
    private async Task<(List<(SegmentHead Segment, long To)> Due, bool IsCut)> DueAsync(CancellationToken ct)
    {
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, MostSeconds, ct);
        var segments = connection.Segments(SegmentSql.Heads(tenant.Id));
        var isOfOtherShape = segments.Any(segment => segment.Shape != SegmentFields.Shape);
        var version = await VersionAsync(connection);
        var changed = connection.Numbers(SegmentSql.Changed(tenant.Id, long.MinValue, MostListed));
        if (changed.Count < sizes.LeastChanged && !isOfOtherShape) return ([], false);
        if (segments.Count == 0) return ([(new SegmentHead(0, 0, 0, 0, 0), long.MaxValue)], false);

        var due = ChooseDue.Of(segments, changed, pace.IsAtRest(tenant.Id, version), sizes);
        return (due, changed.Count == MostListed && due.Count > 0 && due[^1].To != long.MaxValue);
    }

    /// <returns>The segment that comes after, where the last one has become full and there are more tickets.</returns>
    private async Task<SegmentHead?> MakeAsync(SegmentHead head, long to, CancellationToken ct)
    {
        var isLast = to == long.MaxValue;
        var pack = new PackSegment();
        long version;
        await using (var connection = await QuestionConnection.OpenAsync(db, dialect, MostSeconds, ct))
        {
            version = await VersionAsync(connection);
            connection.Values(SegmentSql.Rows(tenant.Id, head.FirstId, to, isLast ? sizes.Rows : int.MaxValue), SegmentFields.Computed.Count + 1, pack.Tickets);
            if (isLast && pack.Ids.Count == sizes.Rows) to = pack.Ids[^1] + 1;
            if (pack.Ids.Count > 0) connection.Values(SegmentSql.Tags(tenant.Id, pack.Ids[0], pack.Ids[^1] + 1), 2, pack.Tags);
        }

        var (segment, columns) = pack.Finish(tenant.Id, head.Number, head.FirstId);
        await store.SaveAsync(segment, columns, to, version, ct);
        return isLast && to != long.MaxValue ? new SegmentHead(head.Number + 1, to, 0, 0, 0) : null;
    }

    private Task<long> VersionAsync(QuestionConnection connection) =>
        connection.VersionAsync(new PlanCompiler(new CompileContext(tenant.Id, Visibility.Everything, dialect, NameIds.None)).Version());
}
