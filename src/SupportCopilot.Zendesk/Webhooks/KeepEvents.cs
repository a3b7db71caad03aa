using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>
/// Puts events on disk before their senders are answered. One writer takes all that wait and commits them together, since a
/// commit waits for the disk however few its rows are; each sender is answered after the commit that holds its row.
/// </summary>
internal sealed partial class KeepEvents(IServiceScopeFactory scopes, TimeProvider clock, ILogger<KeepEvents> log) : BackgroundService
{
    private const int MostWaiting = 8_192;   // some seconds of the fastest desk; beyond it a sender is asked to come again
    private const int MostAtOnce = 500;      // their keys stand in one query
    private const int MostTries = 3;

    // Zendesk hangs up after ten seconds, Intercom after five; by then it must have been told to come again.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(4);

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });

    /// <summary>Puts an event on disk.</summary>
    /// <returns>Whether it is there, now or from before; where it is not known to be, its sender must be told to come again.</returns>
    public async Task<bool> RunAsync(DeskEvent arrived, CancellationToken ct)
    {
        var waiting = new Waiting(arrived);
        if (!_waiting.Writer.TryWrite(waiting)) return false;
        try
        {
            return await waiting.Answer.Task.WaitAsync(LongestWait, clock, ct);
        }
        catch (TimeoutException)
        {
            return false;   // it may be written a moment later; then the sender's second try is known by its id
        }
    }

    /// <summary>What was taken is written before the server ends.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _waiting.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Waiting>(MostAtOnce);
        while (await _waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            while (batch.Count < MostAtOnce && _waiting.Reader.TryRead(out var next)) batch.Add(next);
            foreach (var ofTenant in batch.GroupBy(waiting => waiting.Event.TenantId)) await KeepAsync(ofTenant.Key, [.. ofTenant]);
        }
    }

    private async Task KeepAsync(int tenantId, IReadOnlyList<Waiting> waiting)
    {
        var isKept = false;
        try
        {
            await SaveAsync(tenantId, [.. waiting.Select(w => w.Event).DistinctBy(e => e.EventKey)]);
            isKept = true;
        }
        catch (Exception thrown)   // whatever it is: the senders come again, and the writer goes on
        {
            LogNotKept(thrown, waiting.Count);
        }

        foreach (var each in waiting) each.Answer.TrySetResult(isKept);
    }

    private async Task SaveAsync(int tenantId, IReadOnlyList<DeskEvent> arrived)
    {
        var keys = arrived.Select(e => e.EventKey).ToArray();
        for (var tries = 1; ; tries++)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
            var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
            await db.GoFirstAsync(CancellationToken.None);
            var known = await db.DeskEvents.Where(e => keys.Contains(e.EventKey)).Select(e => e.EventKey).ToListAsync(CancellationToken.None);
            db.DeskEvents.AddRange(arrived.ExceptBy(known, e => e.EventKey));
            try
            {
                await db.SaveChangesAsync(CancellationToken.None);
                return;
            }
            catch (DbUpdateException) when (tries < MostTries)
            {
                // Another server kept one of them between our look and our write; the next look sees it.
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Count} webhook events could not be kept; their senders were asked to come again")]
    private partial void LogNotKept(Exception thrown, int count);

    private sealed record Waiting(DeskEvent Event)
    {
        public TaskCompletionSource<bool> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
