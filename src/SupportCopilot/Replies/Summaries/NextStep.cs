using SupportCopilot.Access.Languages;
using SupportCopilot.Replies.Cautions;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Summaries;

/// <summary>What to do now, by who spoke last, the ticket's status, and what the customer asks for. First match wins.</summary>
internal sealed class NextStep(AgentWords say)
{
    public string For(TicketThread thread, IReadOnlyList<string> openQuestions)
    {
        if (!thread.IsDone && Forbids(thread, Caution.Reply)) return say[$"Wait: an internal note asks not to write to the customer yet."];
        var unanswered = thread.Unanswered;
        var last = thread.Conversation.Count > 0 ? thread.Conversation[^1] : null;
        if (last is null) return say[$"Read the notes: customer and desk have not written to each other yet."];
        if (unanswered.Count == 0) return AfterTheDesk(thread, last);

        var isFirstReply = thread.Turns.All(turn => !(turn.By is AuthorKind.Agent && turn.IsPublic));
        if (!isFirstReply && Courtesies.SoundsSettled(unanswered[^1].Text))
            return thread.IsDone ? say[$"Nothing: the customer is content and the ticket is done."]
                : Courtesies.IsTryingIt(unanswered[^1].Text) ? say[$"Wait: the customer is trying what was advised."]
                : Forbids(thread, Caution.Closing) ? say[$"Keep it open, as an internal note asks: the customer sounds content."]
                : say[$"Solve the ticket: the customer sounds content."];
        if (thread.IsDone)
            return isFirstReply ? say[$"Nothing: the ticket is done, though no answer to the customer stands in the thread."]
                : say[$"Check whether to reopen it: the customer wrote again after the desk was done."];
        return AfterTheCustomer(thread, unanswered, openQuestions, isFirstReply);
    }

    private static bool Forbids(TicketThread thread, string what) => thread.Cautions.Any(caution => caution.Forbids.Contains(what));

    private string AfterTheCustomer(TicketThread thread, IReadOnlyList<Turn> unanswered, IReadOnlyList<string> openQuestions, bool isFirstReply)
    {
        var said = string.Join('\n', unanswered.Select(turn => turn.Text));
        var lead = isFirstReply ? say[$"Send a first reply"] : thread.IsReopened ? say[$"Answer the reopened ticket"] : say[$"Answer the customer"];
        if (Wishes.In(said, say) is { } wish) return say[$"{lead}: {wish}."];
        if (openQuestions.Count > 1) return say[$"{lead}: {openQuestions.Count} questions are open."];
        if (openQuestions.Count == 1) return say[$"{lead}: one question is open."];
        if (thread.HasNotHelped) return say[$"{lead}: what was advised has not solved it."];
        if (Wishes.IsStillWaiting(said)) return say[$"{lead}: they are still waiting; say where it stands and by when they will hear."];
        if (thread.GivesWhatWasAsked) return say[$"{lead}: they have given what was asked for; go on with it."];
        if (Asking.IsComplaint(said)) return isFirstReply ? say[$"{lead}: find out what is wrong and what was tried."] : say[$"{lead}: what was advised has not solved it."];
        return say[$"{lead}."];
    }

    private string AfterTheDesk(TicketThread thread, Turn last)
    {
        if (thread.IsDone) return say[$"Nothing: the ticket is done."];
        var asked = Spoken.In(last.Text).Any(Asking.IsQuestion) || thread.Ticket.Status is TicketStatus.Pending;
        if (Wishes.PromiseIn(last.Text) is { } promise) return say[$"Keep what was promised: «{Clip.To(promise, 160)}»"];
        if (thread.Ticket.Status is TicketStatus.Hold) return say[$"Ask those it waits for, and tell the customer how it stands."];
        return asked || Forbids(thread, Caution.Closing) ? say[$"Wait for the customer's answer."] : say[$"Wait for the customer; solve the ticket if nothing more comes."];
    }
}
