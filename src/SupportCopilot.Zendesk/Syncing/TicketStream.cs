using System.Globalization;
using System.Runtime.CompilerServices;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Every ticket in the order of its last change of any kind, by cursor: archived and deleted ones too, and any number of one second.</summary>
internal sealed class TicketStream : IDeskStream
{
    private const int PageSize = 1000;   // the most that one request gives
    private const string BySecond = "@";   // our own mark, where the account gave no cursor

    // After a cursor that the account does not know any more, some tickets are read twice rather than one not at all.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>By whose place the lag is measured, and by whose rows the progress.</summary>
    public const string StreamName = "zendesk/tickets";

    public string Name => StreamName;

    public TimeSpan Every => TimeSpan.Zero;

    public bool IsNeeded => true;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (cursor, readTo) = (from.Cursor, from.ReadTo ?? SyncRun.Beginning);
        while (true)
        {
            var asked = run.Now;
            var page = await AskAsync(cursor, readTo, run, ct);
            var tickets = page.Tickets ?? [];
            var next = NextOf(page, tickets, cursor);
            var isEnd = page.EndOfStream ?? tickets.Count < PageSize;
            if (!isEnd && next == cursor) isEnd = tickets.Count == 0 ? true : throw new StandsStillException(Name);

            readTo = SyncRun.Later(readTo, isEnd ? asked - SyncRun.Held : Newest(tickets));
            yield return new(MapTickets.Run(page, await run.NamesAsync(ct)), next, readTo, isEnd);
            if (isEnd) yield break;
            cursor = next;
        }
    }

    private static async Task<ZendeskTicketPage> AskAsync(string cursor, DateTime readTo, SyncRun run, CancellationToken ct)
    {
        if (cursor.Length == 0) return await run.Client.TicketsSinceAsync(SyncRun.Beginning, PageSize, Lane.Sync, ct);
        if (cursor.StartsWith(BySecond, StringComparison.Ordinal))
            return await run.Client.TicketsSinceAsync(run.Start(DateTime.UnixEpoch.AddSeconds(long.Parse(cursor.AsSpan(1), CultureInfo.InvariantCulture))), PageSize, Lane.Sync, ct);
        try
        {
            return await run.Client.TicketsAfterAsync(cursor, PageSize, Lane.Sync, ct);
        }
        catch (ZendeskException unknown) when (unknown is { Kind: ZendeskFailure.Refused, Status: 400 or 422 })
        {
            return await run.Client.TicketsSinceAsync(run.Start(SyncRun.Later(readTo - Overlap, SyncRun.Beginning)), PageSize, Lane.Sync, ct);
        }
    }

    /// <summary>An empty page leads nowhere, whatever it says; nor does a place before this one.</summary>
    private static string NextOf(ZendeskTicketPage page, IReadOnlyList<ZendeskTicket> tickets, string cursor)
    {
        if (tickets.Count == 0) return cursor;
        var next = string.IsNullOrEmpty(page.AfterCursor) ? BySecond + Seconds(Newest(tickets)) : page.AfterCursor;
        return ExportCursor.IsBefore(next, cursor) ? cursor : next;
    }

    private static DateTime Newest(IReadOnlyList<ZendeskTicket> tickets) => tickets.Max(ticket =>
        ticket.GeneratedTimestamp is { } second ? DateTime.UnixEpoch.AddSeconds(second) : ticket.UpdatedAt ?? SyncRun.Beginning);

    private static string Seconds(DateTime at) => ((long)(at - DateTime.UnixEpoch).TotalSeconds).ToString(CultureInfo.InvariantCulture);
}

/// <summary>A page that is not the last leads to itself: to read on would never end.</summary>
internal sealed class StandsStillException(string stream) : Exception($"{stream} does not get on: a page that is not the last one leads to itself.");
