using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Ledger;

/// <summary>
/// Writes calls down, all that ended within a moment in one commit: a model's answer waits for no disk. What was paid stands
/// whatever becomes of the work it was paid for; a process that is killed loses that moment's rows and no more.
/// </summary>
internal sealed partial class WriteLedger(IServiceScopeFactory scopes, ILogger<WriteLedger> log) : IHostedService, IDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private List<(int TenantId, ModelCall Call)> _unwritten = [];
    private bool _isDue;

    /// <summary>Takes a call; it is on disk in a moment.</summary>
    public void Note(int tenantId, ModelCall call)
    {
        lock (_lock)
        {
            _unwritten.Add((tenantId, call));
            if (_isDue) return;
            _isDue = true;
        }

        _ = WriteInAMomentAsync();
    }

    /// <summary>Writes down whatever was taken so far; when it has ended, all of it is on disk. For those who read the ledger, and before the end.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await _writing.WaitAsync(ct);   // what another is writing at the moment counts too
        try
        {
            List<(int TenantId, ModelCall Call)> taken;
            lock (_lock) (taken, _unwritten) = (_unwritten, []);
            try
            {
                while (taken.Count > 0)
                {
                    var tenantId = taken[0].TenantId;
                    await WriteAsync(tenantId, taken.Where(one => one.TenantId == tenantId).Select(one => one.Call));
                    taken.RemoveAll(one => one.TenantId == tenantId);
                }
            }
            finally
            {
                if (taken.Count > 0) lock (_lock) _unwritten.InsertRange(0, taken);
            }
        }
        finally
        {
            _writing.Release();
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was taken is written before the server ends.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => RunAsync(cancellationToken);

    public void Dispose() => _writing.Dispose();

    private async Task WriteInAMomentAsync()
    {
        while (true)
        {
            await Task.Delay(Moment);
            lock (_lock) _isDue = false;
            try
            {
                await RunAsync(CancellationToken.None);
                return;
            }
            catch (ObjectDisposedException)   // the program has ended, and wrote before it did
            {
                return;
            }
            catch (Exception failed)   // whatever it is: the rows wait, and nobody stands by to be told
            {
                LogNotWritten(failed);
                lock (_lock)
                {
                    if (_isDue || _unwritten.Count == 0) return;
                    _isDue = true;
                }
            }
        }
    }

    private async Task WriteAsync(int tenantId, IEnumerable<ModelCall> calls)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        db.ModelCalls.AddRange(calls);
        await db.SaveSoonAsync(CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Calls to models could not be written down; they are kept and written when the database takes them")]
    private partial void LogNotWritten(Exception failed);
}
