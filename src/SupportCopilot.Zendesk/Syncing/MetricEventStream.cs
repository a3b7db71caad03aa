using System.Runtime.CompilerServices;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Which tickets have a service level, and which missed it.</summary>
internal sealed class MetricEventStream : IDeskStream
{
    private const int PageSize = 1000;

    public string Name => "zendesk/service-levels";

    public TimeSpan Every => TimeSpan.FromMinutes(5);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (place, readTo) = (TimePlace.Of(from), from.ReadTo ?? SyncRun.Beginning);
        while (true)
        {
            var asked = run.Now;
            var page = await run.Client.MetricEventsSinceAsync(place.AskFrom(run), Lane.Sync, ct);
            var events = page.TicketMetricEvents ?? [];
            var next = place.After(page.EndTime ?? Newest(events));
            var isEnd = events.Count == 0 || (page.EndOfStream ?? events.Count < PageSize);
            if (!isEnd && next == place) next = place.Next;   // a page holds the whole of its last second

            readTo = SyncRun.Later(readTo, isEnd ? asked - SyncRun.Held : next.At);
            yield return new(new DeskPage(TicketSource.Zendesk) { Marks = [.. Marks(events)], Rows = events.Count }, next.Cursor, readTo, isEnd);
            if (isEnd) yield break;
            place = next;
        }
    }

    /// <summary>Kept as long as nothing was missed; a breach that was taken back is none.</summary>
    private static IEnumerable<DeskMark> Marks(IReadOnlyList<ZendeskMetricEvent> events) => events
        .Where(e => e is { TicketId: not null, Type: "apply_sla" } or { TicketId: not null, Type: "breach", Deleted: not true })
        .GroupBy(e => e.TicketId!.Value)
        .Select(ticket => new DeskMark(WireText.Of(ticket.Key)) { SlaMet = ticket.All(e => e.Type != "breach") });

    private static long? Newest(IReadOnlyList<ZendeskMetricEvent> events) => events.Max(e => e.Time) is { } at ? (long)(at - DateTime.UnixEpoch).TotalSeconds : null;
}
