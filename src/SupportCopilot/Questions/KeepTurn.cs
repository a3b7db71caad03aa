using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Keeps a question with its answer, and what the conversation is about now.</summary>
internal sealed class KeepTurn(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, RememberConversation conversations, IBackgroundWorkers background, TimeProvider clock)
{
    // Of messages sent at once in a new conversation each wants to be its first row; the second try finds it there.
    private const int Tries = 3;

    public async Task RunAsync(QuestionTurn turn, Outcome outcome, CancellationToken ct)
    {
        db.Questions.Add(KeptAnswer.Of(turn.Ask, outcome.Answer, outcome.Run, caller.Value, clock.GetUtcNow().UtcDateTime));
        await SaveAsync(turn, outcome.Answer, ct);
        if (outcome.Answer.Kind is AnswerKind.Working) background.Wake(tenant.Id);
    }

    private async Task SaveAsync(QuestionTurn turn, Answer answer, CancellationToken ct)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await conversations.KeepAsync(turn, answer, ct);
                await db.SaveSoonAsync(ct);
                return;
            }
            catch (DbUpdateException) when (tried < Tries && turn.Ask.Conversation is not null)
            {
                conversations.LetGo();
            }
        }
    }
}
