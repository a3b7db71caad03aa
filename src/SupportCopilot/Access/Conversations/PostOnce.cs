using Microsoft.Extensions.Options;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>
/// Posts into a conversation, once for each intent, however many processes try and wherever one of them dies: the ledger's
/// row is on disk before anything leaves, and what nobody can confirm is shown to a person and never repeated by itself.
/// </summary>
public sealed class PostOnce(Effects effects, IConversations conversations, IOptions<PostOptions> options)
{
    /// <summary>What the targets of posts begin with in the ledger.</summary>
    public const string Targets = "conversation/";

    /// <summary>Posts, unless the intent has been begun before.</summary>
    /// <param name="intent">What is meant, in words that only this one post has, such as <c>digest/3/2026-W12</c>; at most 200 characters.</param>
    /// <param name="to">Where to.</param>
    /// <param name="compose">Makes the post; called only while nothing has left yet.</param>
    /// <param name="ct">Cancels until the sending begins; from then on only the time of <see cref="PostOptions"/> ends it, so that a shutdown leaves nothing in doubt.</param>
    /// <returns>The ledger's row: Done, Refused or Unconfirmed for good; Meant when it may be tried again later; Sending while another process is at it.</returns>
    public async Task<Effect> RunAsync(string intent, Conversation to, Func<CancellationToken, Task<IPost>> compose, CancellationToken ct)
    {
        var effect = await effects.MeanAsync(to.TenantId, intent, TargetOf(to), ct);
        if (effect.State is not EffectState.Meant) return effect;

        var post = await compose(ct);
        using var deadline = new CancellationTokenSource(options.Value.AnswerWithin);   // runs before the row says «sending», so that a pause in between counts
        if (!await effects.TryBeginAsync(effect, ct)) return await effects.MeanAsync(to.TenantId, intent, TargetOf(to), ct);

        var delivery = await SendAsync(effect, to, post, deadline.Token);
        return await effects.CloseAsync(effect, StateAfter(delivery.Outcome), delivery.MessageId, delivery.Detail, CancellationToken.None);
    }

    /// <summary>Marks what a process that is no more was sending as unconfirmed.</summary>
    public Task SweepAsync(int tenantId, CancellationToken ct) => effects.SweepAsync(tenantId, Targets, options.Value.DeadAfter, ct);

    /// <summary>What the ledger calls a conversation.</summary>
    public static string TargetOf(Conversation to) => $"{Targets}{to.Id}";

    private async Task<Delivery> SendAsync(Effect effect, Conversation to, IPost post, CancellationToken deadline)
    {
        if (!to.IsLive) return new(DeliveryOutcome.Refused, Detail: "The bot is no longer in this conversation.");
        try
        {
            return await conversations.SendAsync(to, post, deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return new(DeliveryOutcome.Unknown, Detail: $"No answer came within {options.Value.AnswerWithinSeconds} seconds: it may or may not have arrived.");
        }
        catch (Exception thrown)
        {
            await effects.CloseAsync(effect, EffectState.Unconfirmed, null, $"The sending failed with {thrown.GetType().Name}: it may or may not have arrived.", CancellationToken.None);
            throw;
        }
    }

    private static EffectState StateAfter(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Sent => EffectState.Done,
        DeliveryOutcome.NotNow => EffectState.Meant,
        DeliveryOutcome.Refused => EffectState.Refused,
        _ => EffectState.Unconfirmed,
    };
}
