using SupportCopilot.Access;

namespace SupportCopilot.Host.Jobs;

/// <summary>A part of a tenant's work that waits for others (a model, the desk), done beside the rest in a scope of its own; it ends with the rest, whatever ends that.</summary>
/// <param name="scopes">Where its scope comes from.</param>
/// <param name="tenantId">The tenant.</param>
/// <param name="work">Works until nothing is left to do now; gives more than 0 where something was done, or is left.</param>
/// <param name="ct">Ends it.</param>
internal sealed class Beside(IServiceScopeFactory scopes, int tenantId, Func<IServiceProvider, CancellationToken, Task<int>> work, CancellationToken ct) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
    private Task<int>? _working;

    /// <summary>Begins, unless it is at it.</summary>
    public void Start() => _working ??= WorkAsync();

    /// <summary>Waits a while, or until all of them are done.</summary>
    /// <returns>Whether one of them did something or is still at it; false when none had anything to do.</returns>
    public static async Task<bool> HaveWorkedWithinAsync(TimeSpan time, CancellationToken ct, params Beside[] all)
    {
        await Task.WhenAny(Task.WhenAll(all.Select(one => one._working ?? Task.FromResult(0))), Task.Delay(time, ct));
        ct.ThrowIfCancellationRequested();
        var haveWorked = false;
        foreach (var one in all) haveWorked |= await one.HasWorkedAsync();
        return haveWorked;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        if (_working is not null) await _working.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);   // its failure is that of the work that ended it
        _stop.Dispose();
    }

    private async Task<bool> HasWorkedAsync()
    {
        if (_working is null) return false;
        if (!_working.IsCompleted) return true;
        var worked = await _working;
        _working = null;
        return worked > 0;
    }

    private async Task<int> WorkAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return await work(scope.ServiceProvider, _stop.Token);
    }
}
