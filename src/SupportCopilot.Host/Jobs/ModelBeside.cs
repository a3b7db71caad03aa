using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Triage.Modelled;

namespace SupportCopilot.Host.Jobs;

/// <summary>Asks the model beside the rest of a tenant's work, in a scope of its own; ends with the work, whatever ends that.</summary>
internal sealed class ModelBeside(IServiceScopeFactory scopes, int tenantId, LeaseHold lease, bool runsAlone, CancellationToken ct) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    private Task<int>? _asking;

    /// <summary>Begins, unless it is at it.</summary>
    public void Start() => _asking ??= AskAsync();

    /// <summary>Waits a while, or until it is done.</summary>
    /// <returns>Whether there is something to pass on, or more to come; false when nothing waited.</returns>
    public async Task<bool> HasWorkedWithinAsync(TimeSpan time)
    {
        if (_asking is null) return false;
        if (await Task.WhenAny(_asking, Task.Delay(time, _stop.Token)) != _asking)
        {
            _stop.Token.ThrowIfCancellationRequested();
            return true;
        }

        var worked = await _asking;
        _asking = null;
        return worked > 0;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_asking is not null) await _asking.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);   // its failure is that of the work that ended it
        _stop.Dispose();
    }

    private async Task<int> AskAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return await scope.ServiceProvider.GetRequiredService<TriageByModel>().RunAsync(lease, runsAlone, _stop.Token);
    }
}
