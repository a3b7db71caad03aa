using System.Collections.Concurrent;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Models;

/// <summary>A desk that takes everything and keeps what it was told.</summary>
public sealed class RecordingDesk : ITicketDesk
{
    private readonly ConcurrentQueue<DeskWrite> _writes = new();
    private int _audits;

    public IReadOnlyCollection<DeskWrite> Writes => _writes;

    public Task<WriteBackMode> ModeAsync(int tenantId, CancellationToken ct) => Task.FromResult(WriteBackMode.Full);

    public Task<DeskAnswer> WriteAsync(DeskWrite write, CancellationToken ct)
    {
        _writes.Enqueue(write);
        return Task.FromResult(new DeskAnswer(DeskOutcome.Written, $"{Interlocked.Increment(ref _audits)}"));
    }

    public async Task<IReadOnlyList<DeskAnswer>> WriteManyAsync(IReadOnlyList<DeskWrite> writes, CancellationToken ct) => await Task.WhenAll(writes.Select(write => WriteAsync(write, ct)));

    public Task<DeskAnswer> TraceAsync(DeskWrite write, CancellationToken ct) => Task.FromResult(new DeskAnswer(DeskOutcome.NotNow));
}
