using System.Threading.Channels;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>A stream that is being read: while one page is written the next is on its way.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private readonly Channel<StreamPage> _pages = Channel.CreateBounded<StreamPage>(1);
    private readonly CancellationTokenSource _stop;
    private readonly Task _reading;

    public OpenStream(IDeskStream stream, StreamPlace from, SyncRun run, CancellationToken ct)
    {
        Stream = stream;
        ReadTo = from.ReadTo ?? SyncRun.Beginning;
        Result = new SyncedStream(stream.Name);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _reading = Task.Run(() => ReadAsync(stream, from, run, _stop.Token), CancellationToken.None);
    }

    public IDeskStream Stream { get; }

    /// <summary>How far it was written.</summary>
    public DateTime ReadTo { get; private set; }

    public SyncedStream Result { get; set; }

    /// <summary>The next page; null after the last one.</summary>
    public async Task<StreamPage?> NextAsync(CancellationToken ct) =>
        await _pages.Reader.WaitToReadAsync(ct) && _pages.Reader.TryRead(out var page) ? page : null;

    /// <summary>Counts a page that was written.</summary>
    public void Count(StreamPage page, DeskPageCount count)
    {
        ReadTo = page.ReadTo;
        var tickets = Result.Tickets;
        Result = Result with
        {
            Rows = Result.Rows + page.Page.Rows,
            Pages = Result.Pages + 1,
            Tickets = new WriteCount(tickets.Created + count.Tickets.Created, tickets.Updated + count.Tickets.Updated, tickets.Unchanged + count.Tickets.Unchanged),
            Comments = Result.Comments + count.Comments,
            Deleted = Result.Deleted + count.Deleted,
            ReadTo = page.ReadTo,
            LeftOut = page.LeftOut ?? Result.LeftOut,
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _stop.Dispose();
    }

    private async Task ReadAsync(IDeskStream stream, StreamPlace from, SyncRun run, CancellationToken ct)
    {
        try
        {
            await foreach (var page in stream.ReadAsync(from, run, ct)) await _pages.Writer.WriteAsync(page, ct);
            _pages.Writer.Complete();
        }
        catch (Exception thrown)
        {
            _pages.Writer.Complete(thrown);   // thrown where the page is waited for
        }
    }
}
