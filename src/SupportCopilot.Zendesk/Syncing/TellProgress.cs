using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Tells how far a run has come: by the tickets that the account says it has, while they are read for the first time.</summary>
internal sealed class TellProgress(IProgress<SyncProgress>? progress, long already, long? expected)
{
    private readonly Dictionary<string, long> _rows = [];

    /// <summary>Asks the account how many tickets there are, unless all of them were read before.</summary>
    public static async Task<TellProgress> OfAsync(SyncRun run, SyncBook book, LeaseHold hold, IProgress<SyncProgress>? progress, CancellationToken ct)
    {
        var tickets = new TicketStream();
        if (!await book.IsFirstTimeAsync(tickets, ct)) return new(progress, 0, null);
        try
        {
            if (await run.Client.TicketCountAsync(Lane.Sync, ct) is not { } count) return new(progress, 0, null);
            await book.ExpectAsync(tickets.Name, count, hold, ct);
            return new(progress, await book.RowsOfAsync(tickets, ct), count);
        }
        catch (ZendeskException)
        {
            return new(progress, 0, null);   // a count is a comfort; what hinders it shows where the tickets are read
        }
    }

    /// <summary>A page was written.</summary>
    public void Page(OpenStream stream)
    {
        _rows[stream.Stream.Name] = stream.Result.Rows;
        if (progress is null) return;
        var share = expected is > 0 ? Math.Min(1, (already + _rows.GetValueOrDefault(TicketStream.StreamName)) / (double)expected) : (double?)null;
        progress.Report(new(_rows.Values.Sum(), share));
    }
}
