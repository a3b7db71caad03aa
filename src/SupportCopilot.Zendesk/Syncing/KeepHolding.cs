using SupportCopilot.Storage;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>Holds on to a lease while its work goes on, which may wait minutes for the desk; stops the work when the lease is lost.</summary>
internal sealed class KeepHolding : IAsyncDisposable
{
    /// <summary>So long after a process died another one takes over.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Every = Time / 4;

    private readonly CancellationTokenSource _work;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _holding;

    public KeepHolding(LeaseHold hold, CancellationToken ct)
    {
        _work = CancellationTokenSource.CreateLinkedTokenSource(ct);
        _holding = HoldAsync(hold);
    }

    /// <summary>Cancelled when the work is to stop.</summary>
    public CancellationToken Token => _work.Token;

    /// <summary>Set once somebody else has taken over.</summary>
    public LeaseLostException? Lost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _holding;
        _work.Dispose();
        _end.Dispose();
    }

    private async Task HoldAsync(LeaseHold hold)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Every, _end.Token);
                await hold.RenewAsync(_end.Token);
            }
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // The work is done.
        }
        catch (LeaseLostException lost)
        {
            Lost = lost;
            await _work.CancelAsync();
        }
    }
}
