using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Approvals;

/// <summary>Asks one product owner, who is the scope's caller, about what waits.</summary>
internal sealed class AskProductOwner(SupportDbContext db, CurrentCaller caller, ClustersToDecide waiting, PostOnce post, TimeProvider clock)
{
    private const int MostADay = 3;   // more would be noise, and «review clusters» shows the rest
    private const int Looked = 50;
    private const string Kind = "approval/";
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public async Task RunAsync(Conversation conversation, CancellationToken ct)
    {
        var target = PostOnce.TargetOf(conversation);
        var since = clock.GetUtcNow().UtcDateTime - Day;
        var today = await db.Effects.CountAsync(e => e.Target == target && e.Intent.StartsWith(Kind) && e.CreatedAt > since && e.State != EffectState.Meant, ct);
        foreach (var cluster in await waiting.RunAsync(Looked, ct))
        {
            if (today >= MostADay) return;
            var intent = $"{Kind}{cluster.Id}/{caller.Value!.PersonId}";
            if (await db.Effects.AsNoTracking().AnyAsync(e => e.Intent == intent && e.State != EffectState.Meant, ct)) continue;

            var effect = await post.RunAsync(intent, conversation, _ => Task.FromResult<IPost>(new ApprovalRequest(cluster)), ct);
            if (effect.State is EffectState.Meant or EffectState.Refused) return;   // not now, or never: neither are the next ones
            today++;
        }
    }
}
