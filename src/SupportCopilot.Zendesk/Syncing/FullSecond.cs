using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>
/// More happened in one second than a page of events holds, and the export by time has no way beyond it. The export of
/// tickets does, by its cursor: the threads of all tickets that changed in that second are read one by one.
/// </summary>
internal static class FullSecond
{
    private const int PageSize = 1000;

    public static async Task<DeskPage> RestOfAsync(DeskPage told, DateTime second, SyncRun run, CancellationToken ct)
    {
        var known = told.Comments.Select(c => c.TicketExternalId).ToHashSet();
        var missing = (await TicketsOfAsync(second, run, ct)).Where(id => !known.Contains(WireText.Of(id))).ToList();
        return told with { Comments = [.. told.Comments, .. await ReadThreads.RunAsync(missing, run, ct)] };
    }

    /// <summary>Tickets that were created or changed in that second, or that the system touched then.</summary>
    private static async Task<IReadOnlyList<long>> TicketsOfAsync(DateTime second, SyncRun run, CancellationToken ct)
    {
        var (end, found) = (second.AddSeconds(1), new List<long>());
        var page = await run.Client.TicketsSinceAsync(run.Start(second), PageSize, Lane.Sync, ct);
        while (true)
        {
            var tickets = page.Tickets ?? [];
            found.AddRange(tickets.Where(t => IsWithin(t.CreatedAt) || IsWithin(t.UpdatedAt)).Select(t => t.Id).OfType<long>());
            var isPast = tickets.Count > 0 && tickets[^1].GeneratedTimestamp is { } last && DateTime.UnixEpoch.AddSeconds(last) >= end;
            if (isPast || (page.EndOfStream ?? tickets.Count < PageSize) || tickets.Count == 0 || string.IsNullOrEmpty(page.AfterCursor)) return [.. found.Distinct()];
            page = await run.Client.TicketsAfterAsync(page.AfterCursor, PageSize, Lane.Sync, ct);
        }

        bool IsWithin(DateTime? at) => at >= second && at < end;
    }
}
