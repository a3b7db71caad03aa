using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Runs;

/// <summary>Writes down how far a search is, once a second and in a context of its own, for whoever asks over HTTP or waits in another process.</summary>
internal sealed class RunProgress(IServiceScopeFactory scopes, int tenantId, long runId, IProgress<double>? also) : IProgress<double>
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private double _share;

    public void Report(double value)
    {
        Volatile.Write(ref _share, value);
        also?.Report(value);
    }

    public async Task<T> WhileAsync<T>(Func<IProgress<double>, Task<T>> work, CancellationToken ct)
    {
        var working = work(this);
        for (var written = 0.0; await Task.WhenAny(working, Task.Delay(Every, ct)) != working;)
        {
            if (ct.IsCancellationRequested) break;
            if (Volatile.Read(ref _share) is var share && share != written) await WriteAsync(written = share, ct);
        }
        return await working;
    }

    private async Task WriteAsync(double share, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var run = await db.ClusterRuns.SingleAsync(r => r.Id == runId, ct);
        run.Progress = share;
        await db.SaveUncontestedAsync(ct);
    }
}
