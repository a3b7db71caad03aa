using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>Writes down how far a work is, in a context of its own, for whoever waits in another process; and sees there when it was cancelled.</summary>
internal sealed class TellProgress(IServiceScopeFactory scopes, int tenantId, string id, TimeProvider clock, CancellationTokenSource stop) : IProgress<WorkStep>
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ShownEvery = TimeSpan.FromSeconds(2);   // Teams takes few changes of a message

    private readonly Lock _gate = new();
    private WorkStep _step;
    private long _shownAt = clock.GetTimestamp();

    public void Report(WorkStep value)
    {
        lock (_gate) _step = value;
    }

    public async Task<T> WhileAsync<T>(Func<IProgress<WorkStep>, Task<T>> work, CancellationToken ct)
    {
        var working = work(this);
        var written = default(WorkStep);
        while (await Task.WhenAny(working, Task.Delay(Every, CancellationToken.None)) != working)
        {
            if (ct.IsCancellationRequested) break;
            WorkStep step;
            lock (_gate) step = _step;
            if (!await LookAsync(step, step != written, ct)) await stop.CancelAsync();
            written = step;
        }

        return await working;
    }

    /// <returns>Whether it is still wanted.</returns>
    private async Task<bool> LookAsync(WorkStep step, bool isNews, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        if (await db.Investigations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { IsOver: false } row) return false;
        if (!isNews) return true;

        (row.Progress, row.Doing) = (Math.Clamp(step.Share, 0, 1), step.Doing);
        await db.SaveUncontestedAsync(ct);   // a cancellation in between stands, and is seen at the next look
        if (row.MessageId is not null && clock.GetElapsedTime(_shownAt) >= ShownEvery)
        {
            _shownAt = clock.GetTimestamp();
            await scope.ServiceProvider.GetRequiredService<ShowInConversation>().StandAsync(id, ct);
        }

        return true;
    }
}
