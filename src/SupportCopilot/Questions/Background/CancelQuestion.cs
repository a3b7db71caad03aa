using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>Stops the work on a question, for its asker or an admin.</summary>
public sealed class CancelQuestion
{
    private readonly SupportDbContext _db;
    private readonly ShowQuestion _show;
    private readonly RunningHere _running;
    private readonly TimeProvider _clock;

    internal CancelQuestion(SupportDbContext db, ShowQuestion show, RunningHere running, TimeProvider clock) => (_db, _show, _running, _clock) = (db, show, running, clock);

    /// <returns>The question as it stands then, and whether it is cancelled; null for one that is not there, or is another's.</returns>
    public async Task<(Answer Answer, bool IsCancelled)?> RunAsync(string id, CancellationToken ct)
    {
        if (await _show.RunAsync(id, ct) is not { } answer) return null;
        while (true)
        {
            if (await _db.Investigations.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } row) return (answer, false);
            if (row.IsOver) return ((await _show.RunAsync(id, ct))!, row.State is InvestigationState.Cancelled);

            var question = await _db.Questions.SingleAsync(q => q.Id == id, ct);
            var cancelled = new Answer(id, AnswerKind.Refusal, "Cancelled before it was done.") { Interpretation = answer.Interpretation };
            question.Answer = KeptAnswer.Text(cancelled, Visibility.Everything);
            row.End(InvestigationState.Cancelled, _clock.GetUtcNow().UtcDateTime);
            try
            {
                await _db.SaveChangesAsync(ct);
                _running.Cancel(id);
                return (cancelled, true);
            }
            catch (DbUpdateConcurrencyException)   // begun or ended between our look and our write: look again
            {
                _db.ChangeTracker.Clear();
            }
        }
    }
}
