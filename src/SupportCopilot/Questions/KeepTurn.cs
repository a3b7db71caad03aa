using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Keeps a question with its answer.</summary>
internal sealed class KeepTurn(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    public async Task RunAsync(QuestionTurn turn, Outcome outcome, CancellationToken ct)
    {
        db.Questions.Add(KeptAnswer.Of(turn.Ask, outcome.Answer, outcome.Run, caller.Value?.PersonId, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
    }
}
