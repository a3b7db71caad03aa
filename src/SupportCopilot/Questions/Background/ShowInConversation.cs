using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>Keeps the one message in Teams that tells of a question up to date, to the end of it.</summary>
internal sealed class ShowInConversation(SupportDbContext db, IShowAnswers answers, PostOnce post, TimeProvider clock)
{
    /// <summary>How long the name of a message may be missing: it comes with Teams' answer to its sending.</summary>
    private static readonly TimeSpan NamedWithin = TimeSpan.FromMinutes(1);

    /// <summary>Shows how far a question is; what does not arrive is made good by the next time.</summary>
    public async Task StandAsync(string id, CancellationToken ct)
    {
        if (await db.Investigations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { IsOver: false } row) await ChangeAsync(row, ct);
    }

    /// <summary>Shows the ends that are owed.</summary>
    public async Task EndsAsync(CancellationToken ct)
    {
        var owed = await db.Investigations.Where(i => i.IsOwed && i.State != InvestigationState.Queued && i.State != InvestigationState.Running).OrderBy(i => i.FinishedAt).ToListAsync(ct);
        foreach (var row in owed)
        {
            if (!await EndAsync(row, ct)) continue;
            (row.IsOwed, row.ShownAt) = (false, clock.GetUtcNow().UtcDateTime);
            row.Version++;
            await db.SaveUncontestedAsync(ct);
        }
    }

    private async Task<bool> EndAsync(Investigation row, CancellationToken ct)
    {
        if (row.MessageId is not null) return await ChangeAsync(row, ct);
        if (clock.GetUtcNow().UtcDateTime - row.FinishedAt < NamedWithin) return false;

        // Nobody knows whether the message about it arrived; the answer itself has not been sent, and is now, once.
        if (row.State is InvestigationState.Cancelled || await FindAsync(row, ct) is not var (conversation, answer)) return true;
        var effect = await post.RunAsync($"question/{row.Id}", conversation, _ => Task.FromResult<IPost>(new AnswerPost(answer)), ct);
        return effect.State is not (EffectState.Meant or EffectState.Sending);
    }

    private async Task<bool> ChangeAsync(Investigation row, CancellationToken ct) =>
        await FindAsync(row, ct) is not var (conversation, answer) || await answers.ShowAsync(conversation, row.Place!, row.MessageId!, answer, ct);

    private async Task<(Conversation Conversation, Answer Answer)?> FindAsync(Investigation row, CancellationToken ct)
    {
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == row.ConversationId, ct);
        var question = await db.Questions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == row.Id, ct);
        return conversation is null || question is null ? null : (conversation, HowFar.Of(KeptAnswer.AnswerOf(question), row, clock.GetUtcNow().UtcDateTime));
    }
}
