using SupportCopilot.Access;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Segments;

/// <summary>Reads the columns of the scope's tenant into memory, as far as there is room: what the first to ask would wait for.</summary>
internal sealed class LoadColumns(SupportDbContext db, CurrentTenant tenant, ISqlDialect dialect, KeptColumns kept, TimeProvider clock)
{
    private const int AtOnce = 8;   // segments; after each of these some hundredths of a second whoever asks finds a processor for as long again

    public async Task RunAsync(CancellationToken ct)
    {
        if (dialect.Rows is null) return;
        var began = clock.GetTimestamp();
        for (var first = 0; kept.HasRoom && await LoadAsync(first, ct); first += AtOnce)
        {
            await Task.Delay(clock.GetElapsedTime(began), ct);
            began = clock.GetTimestamp();
        }
    }

    /// <returns>Whether there may be more.</returns>
    private async Task<bool> LoadAsync(int first, CancellationToken ct)
    {
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, RunningLimits.Seconds, ct);
        var segments = connection.Segments(SegmentSql.Heads(tenant.Id)).Skip(first).Take(AtOnce).Where(segment => segment.Rows > 0 && segment.Shape == SegmentFields.Shape).ToList();
        connection.EachSegment(new ColumnsOf(tenant.Id, kept), segments, (segment, view) =>
        {
            for (var field = 0; field < SegmentFields.Count && kept.HasRoom; field++) _ = view[field];
            return kept.HasRoom;
        });
        return segments.Count > 0;
    }
}
