using System.Runtime.CompilerServices;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>What was written on all tickets and what changed on them, in the order of time: comments without a call per ticket.</summary>
internal sealed class EventStream : IDeskStream
{
    private const int PageSize = 1000;   // what a page holds at most, but for many of one second

    public string Name => "zendesk/events";

    public TimeSpan Every => TimeSpan.Zero;

    public bool IsNeeded => true;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (place, readTo) = (TimePlace.Of(from), from.ReadTo ?? SyncRun.Beginning);
        ZendeskTicketEventPage? page = null;
        while (true)
        {
            var asked = run.Now;
            page = page is not null && NextPage.LeadsOn(page.NextPage) ? await run.Client.TicketEventsAtAsync(page.NextPage!, Lane.Sync, ct) : await run.Client.TicketEventsSinceAsync(place.AskFrom(run), Lane.Sync, ct);
            var events = page.TicketEvents ?? [];
            var next = place.After(EndOf(page, events));
            var isEnd = page.EndOfStream ?? events.Count < PageSize;
            var mapped = await MapAsync(events, run, ct);
            if (!isEnd && next == place && !NextPage.LeadsOn(page.NextPage))
            {
                if (events.Count == 0) isEnd = true;
                else (mapped, next) = (await FullSecond.RestOfAsync(mapped, place.At, run, ct), place.Next);
            }

            readTo = SyncRun.Later(readTo, isEnd ? asked - SyncRun.Held : next.At);
            yield return new(mapped, next.Cursor, readTo, isEnd);
            if (isEnd) yield break;
            place = next;
        }
    }

    private static long? EndOf(ZendeskTicketEventPage page, IReadOnlyList<ZendeskTicketEvent> events) => page.EndTime ?? events.Max(e => e.Timestamp);

    private static async Task<DeskPage> MapAsync(IReadOnlyList<ZendeskTicketEvent> events, SyncRun run, CancellationToken ct)
    {
        var names = await run.NamesAsync(ct);
        var page = MapEvents.Run(events, names);
        var reread = MapEvents.Reread(events);
        return reread.Count == 0 ? page : page with { Comments = [.. page.Comments, .. await ReadThreads.RunAsync(reread, run, ct)] };
    }
}
