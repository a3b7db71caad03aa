namespace SupportCopilot.Tickets.Desks;

/// <summary>The desk while none is connected: nothing is read, nothing is written.</summary>
internal sealed class NoDesk : ITicketDesk, IReplyAtDesk, IFetchTickets, ISyncDesk
{
    private static readonly DeskAnswer NotConnected = new(DeskOutcome.NotNow, Detail: "No desk is connected.");

    public Task<WriteBackMode> ModeAsync(int tenantId, CancellationToken ct) => Task.FromResult(WriteBackMode.Off);

    public Task<DeskAnswer> WriteAsync(DeskWrite write, CancellationToken ct) => Task.FromResult(NotConnected);

    public Task<IReadOnlyList<DeskAnswer>> WriteManyAsync(IReadOnlyList<DeskWrite> writes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DeskAnswer>>([.. writes.Select(_ => NotConnected)]);

    public Task<DeskAnswer> TraceAsync(DeskWrite write, CancellationToken ct) => Task.FromResult(new DeskAnswer(DeskOutcome.Unknown, Detail: "No desk is connected."));

    public Task<DeskAnswer> ReplyAsync(DeskReply reply, CancellationToken ct) => Task.FromResult(NotConnected);

    public Task<DeskAnswer> TraceAsync(DeskReply reply, CancellationToken ct) => Task.FromResult(new DeskAnswer(DeskOutcome.Unknown, Detail: "No desk is connected."));

    public Task<FetchOutcome> FetchAsync(int tenantId, string source, string externalId, FetchUrgency urgency, CancellationToken ct) => Task.FromResult(FetchOutcome.NotConnected);

    public Task<DeskLink?> LinkAsync(int tenantId, CancellationToken ct) => Task.FromResult<DeskLink?>(null);

    public Task<SyncOutcome> RunAsync(int tenantId, SyncExtent extent, IProgress<SyncProgress>? progress, CancellationToken ct) =>
        Task.FromResult(new SyncOutcome(SyncEnd.NotConnected, null, []));
}
