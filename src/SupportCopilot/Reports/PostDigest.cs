using Microsoft.EntityFrameworkCore;
using NodaTime;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Reports.Weeks;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Posts one digest, once for its intent.</summary>
internal sealed class PostDigest(SupportDbContext db, ConversationSight sight, ComposeDigest compose, PostOnce posts, Effects effects)
{
    /// <summary>Posts the digest that an intent means, or writes down why it cannot be posted.</summary>
    /// <returns>The ledger's row.</returns>
    public async Task<Effect> RunAsync(Digest digest, DigestIntent intent, CancellationToken ct)
    {
        var to = await db.Conversations.AsNoTracking().SingleAsync(c => c.Id == digest.ConversationId, ct);
        if (ReportedWeek.Parse(intent.Week, DateTimeZoneProviders.Tzdb[digest.TimeZone]) is not { } week)
            return await GiveUpAsync(to, intent, $"\"{intent.Week}\" is no week.", ct);
        // Looked at anew each time: what may be shown here, or who may see it, can have changed since it was set up.
        if (await sight.OfAsync(to, ct) is not { } seen)
            return await GiveUpAsync(to, intent, "Nobody has said what may be shown in this conversation, or its person may not see figures.", ct);

        return await posts.RunAsync(intent.ToString(), to, async token => await compose.RunAsync(week, seen, to.Name, token), ct);
    }

    private async Task<Effect> GiveUpAsync(Conversation to, DigestIntent intent, string why, CancellationToken ct)
    {
        var effect = await effects.MeanAsync(to.TenantId, intent.ToString(), PostOnce.TargetOf(to), ct);
        return await effects.GiveUpAsync(effect, why, ct);
    }
}
