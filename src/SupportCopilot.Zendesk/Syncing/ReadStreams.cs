using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Reads streams side by side, always on with the one that is furthest behind, and writes each page with its place.</summary>
internal sealed class ReadStreams(IDeskWriter writer, IFetchTickets fetch, SyncBook book)
{
    /// <summary>
    /// Reads streams to their ends. What tickets say and what was written on them come in one order of time, so that a
    /// ticket's words are there when it shows up: of two that are equally far, the one that stands first is read first.
    /// </summary>
    public async Task<IReadOnlyList<SyncedStream>> RunAsync(IReadOnlyList<IDeskStream> streams, SyncRun run, LeaseHold hold, Action<OpenStream> told, CancellationToken ct)
    {
        var all = new List<OpenStream>();
        try
        {
            foreach (var stream in streams) all.Add(new OpenStream(stream, await book.PlaceOfAsync(stream, ct), run, ct));
            for (var open = all.ToList(); open.Count > 0;)
            {
                var behind = open.MinBy(stream => stream.ReadTo)!;
                if (!await ReadOnAsync(behind, run, hold, ct)) open.Remove(behind);
                told(behind);
            }
        }
        finally
        {
            foreach (var stream in all) await stream.DisposeAsync();
        }

        return [.. all.Select(stream => stream.Result)];
    }

    /// <returns>Whether there is more; a failure is noted, and is the end of this stream alone.</returns>
    private async Task<bool> ReadOnAsync(OpenStream stream, SyncRun run, LeaseHold hold, CancellationToken ct)
    {
        try
        {
            if (await stream.NextAsync(ct) is { } page)
            {
                await WriteAsync(stream, page, run, hold, ct);
                return true;
            }

            await book.EndedAsync(stream.Stream.Name, stream.Result.LeftOut, hold, ct);
        }
        catch (ZendeskException missing) when (!stream.Stream.IsNeeded && missing is ({ Kind: ZendeskFailure.Gone } or { Kind: ZendeskFailure.Refused, Status: 403 }))
        {
            stream.Result = stream.Result with { LeftOut = $"Not available in this account ({missing.Message})." };
            await book.EndedAsync(stream.Stream.Name, stream.Result.LeftOut, hold, ct);
        }
        catch (Exception thrown) when (thrown is not (OperationCanceledException or LeaseLostException))
        {
            stream.Result = stream.Result with { Failure = thrown };
            await book.FailedAsync(stream.Stream.Name, thrown, hold, ct);
        }

        return false;
    }

    private async Task WriteAsync(OpenStream stream, StreamPage page, SyncRun run, LeaseHold hold, CancellationToken ct)
    {
        var count = await writer.WriteAsync(run.TenantId, page.Page with { Position = new(stream.Stream.Name, page.Cursor, page.ReadTo, page.IsEnd, hold.Token) }, ct);
        stream.Count(page, count);
        foreach (var restored in count.Awakened ?? []) await fetch.FetchAsync(run.TenantId, page.Page.Source, restored, FetchUrgency.Job, ct);
    }
}
