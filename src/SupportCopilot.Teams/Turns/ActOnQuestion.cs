using SupportCopilot.Questions.Background;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Turns;

/// <summary>Does what the button of a question's card asks for: stops the work on it, for its asker.</summary>
internal sealed class ActOnQuestion(CancelQuestion cancel, NameTickets tickets)
{
    private const string NotYours = "Only the one who asked can cancel this.";
    private const string Over = "It is answered already.";

    /// <returns>What came of it; null where the button is none of a question.</returns>
    public async Task<Acted?> RunAsync(ActionData pressed, CancellationToken ct)
    {
        if (pressed.Verb != CardVerb.CancelQuestion || pressed.Question is not { Length: > 0 and <= 32 } id) return null;
        if (await cancel.RunAsync(id, ct) is not { } cancelled) return new(NotYours, null);
        return new(cancelled.IsCancelled ? "Cancelled." : Over, AnswerCard.Of(cancelled.Answer, await tickets.OfAsync(cancelled.Answer, ct))) { IsDone = cancelled.IsCancelled };
    }
}
