namespace SupportCopilot.Tickets.Desks;

/// <summary>The desk while none is connected: nothing is read, nothing is written.</summary>
internal sealed class NoDesk : ITicketDesk, IFetchTickets
{
    private static readonly DeskAnswer NotConnected = new(DeskOutcome.NotNow, Detail: "No desk is connected.");

    public Task<WriteBackMode> ModeAsync(int tenantId, CancellationToken ct) => Task.FromResult(WriteBackMode.Off);

    public Task<DeskAnswer> WriteAsync(DeskWrite write, CancellationToken ct) => Task.FromResult(NotConnected);

    public Task<IReadOnlyList<DeskAnswer>> WriteManyAsync(IReadOnlyList<DeskWrite> writes, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DeskAnswer>>([.. writes.Select(_ => NotConnected)]);

    public Task<DeskAnswer> TraceAsync(DeskWrite write, CancellationToken ct) => Task.FromResult(new DeskAnswer(DeskOutcome.Unknown, Detail: "No desk is connected."));

    public Task<FetchOutcome> FetchAsync(int tenantId, string source, string externalId, FetchUrgency urgency, CancellationToken ct) => Task.FromResult(FetchOutcome.NotConnected);
}
