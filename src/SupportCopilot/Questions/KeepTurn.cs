using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Keeps a question with its answer.</summary>
internal sealed class KeepTurn(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, IBackgroundWorkers background, TimeProvider clock)
{
    public async Task RunAsync(QuestionTurn turn, Outcome outcome, CancellationToken ct)
    {
        db.Questions.Add(KeptAnswer.Of(turn.Ask, outcome.Answer, outcome.Run, caller.Value?.PersonId, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        if (outcome.Answer.Kind is AnswerKind.Working) background.Wake(tenant.Id);
    }
}
