using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Reads whole threads, one request each: for the few tickets of which the stream does not tell enough.</summary>
internal static class ReadThreads
{
    public static async Task<IReadOnlyList<DeskComment>> RunAsync(IReadOnlyList<long> tickets, SyncRun run, CancellationToken ct)
    {
        var (names, comments) = (await run.NamesAsync(ct), new List<DeskComment>());
        foreach (var ticket in tickets)
        {
            try
            {
                var (thread, users) = await run.Client.CommentsAsync(ticket, Lane.Sync, ct);
                var all = names.With(users);
                comments.AddRange(thread.Select(c => MapComment.Run(c, all)).OfType<IncomingComment>().Select(c => new DeskComment(WireText.Of(ticket), c)));
            }
            catch (ZendeskException gone) when (gone.Kind is ZendeskFailure.Gone)
            {
                // Deleted meanwhile: the export of tickets says so.
            }
        }

        return comments;
    }
}
