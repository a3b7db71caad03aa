using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>
/// Leaves the rest of a question to the background. The row is saved together with the question, so that there is never one
/// without the other; whoever saves them calls <see cref="IBackgroundWorkers.Wake"/> then.
/// </summary>
internal sealed class StartInBackground(SupportDbContext db, CurrentCaller caller, IOptions<BackgroundOptions> options, TimeProvider clock)
{
    /// <summary>Writes down what is to be done, unless its asker has too much waiting already.</summary>
    /// <param name="ask">The question.</param>
    /// <param name="order">What is to be done.</param>
    /// <param name="soFar">What can be said by now, such as an estimate; its kind, id and progress are set here.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The answer of kind working; a refusal where too much waits.</returns>
    public async Task<Outcome> RunAsync(Ask ask, WorkOrder order, Answer soFar, CancellationToken ct)
    {
        var person = caller.Value?.PersonId;
        if (await db.Investigations.CountAsync(i => i.IsOwed && i.PersonId == person && (i.State == InvestigationState.Queued || i.State == InvestigationState.Running), ct) >= options.Value.InBackgroundPerPerson)
            return new Outcome(soFar with { Kind = AnswerKind.Refusal, Text = $"{options.Value.InBackgroundPerPerson} of your questions are still being worked on. Wait for one of them, or cancel it." }, null);

        db.Investigations.Add(new Investigation
        {
            Id = soFar.Id,
            PersonId = person,
            Kind = order.Kind,
            Work = order.Work,
            Doing = order.Doing,
            ConversationId = ask.Place,
            AskedAt = clock.GetUtcNow().UtcDateTime,
        });
        return new Outcome(soFar with { Kind = AnswerKind.Working, Progress = new AnswerProgress(0, null, order.Doing, $"/api/questions/{soFar.Id}") }, null);
    }
}
