using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Ledger;

/// <summary>Writes calls down, each in a commit of its own: what was paid stands whatever becomes of the work it was paid for.</summary>
internal sealed class WriteLedger(IServiceScopeFactory scopes)
{
    /// <summary>Writes a call down, whoever has stopped waiting meanwhile.</summary>
    public async Task RunAsync(int tenantId, ModelCall call)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        db.ModelCalls.Add(call);
        if (call.PersonId is not null) await db.GoFirstAsync(CancellationToken.None);
        await db.SaveSoonAsync(CancellationToken.None);
    }
}
