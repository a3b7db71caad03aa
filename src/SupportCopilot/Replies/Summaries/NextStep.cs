using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Summaries;

/// <summary>What to do now, by who spoke last, the ticket's status, and what the customer asks for. First match wins.</summary>
internal static class NextStep
{
    public static string For(TicketThread thread, IReadOnlyList<string> openQuestions)
    {
        var unanswered = thread.Unanswered;
        var last = thread.Conversation.Count > 0 ? thread.Conversation[^1] : null;
        if (last is null) return "Read the notes: customer and desk have not written to each other yet.";
        if (unanswered.Count == 0) return AfterTheDesk(thread, last);

        var isFirstReply = thread.Turns.All(turn => !(turn.By is AuthorKind.Agent && turn.IsPublic));
        if (!isFirstReply && Courtesies.SoundsSettled(unanswered[^1].Text))
            return thread.IsDone ? "Nothing: the customer is content and the ticket is done."
                : Courtesies.IsTryingIt(unanswered[^1].Text) ? "Wait: the customer is trying what was advised."
                : "Solve the ticket: the customer sounds content.";
        if (thread.IsDone)
            return isFirstReply ? "Nothing: the ticket is done, though no answer to the customer stands in the thread."
                : "Check whether to reopen it: the customer wrote again after the desk was done.";
        return AfterTheCustomer(thread, unanswered, openQuestions, isFirstReply);
    }

    private static string AfterTheCustomer(TicketThread thread, IReadOnlyList<Turn> unanswered, IReadOnlyList<string> openQuestions, bool isFirstReply)
    {
        var said = string.Join('\n', unanswered.Select(turn => turn.Text));
        var lead = isFirstReply ? "Send a first reply" : thread.IsReopened ? "Answer the reopened ticket" : "Answer the customer";
        if (Wishes.In(said) is { } wish) return $"{lead}: {wish}.";
        if (openQuestions.Count > 1) return $"{lead}: {openQuestions.Count} questions are open.";
        if (openQuestions.Count == 1) return $"{lead}: one question is open.";
        if (Wishes.IsStillWaiting(said)) return $"{lead}: they are still waiting; say where it stands and by when they will hear.";
        if (Asking.IsComplaint(said)) return isFirstReply ? $"{lead}: find out what is wrong and what was tried." : $"{lead}: what was advised has not solved it.";
        return $"{lead}.";
    }

    private static string AfterTheDesk(TicketThread thread, Turn last)
    {
        if (thread.IsDone) return "Nothing: the ticket is done.";
        var asked = Spoken.In(last.Text).Any(Asking.IsQuestion) || thread.Ticket.Status is TicketStatus.Pending;
        if (Wishes.PromiseIn(last.Text) is { } promise) return $"Keep what was promised: «{Clip.To(promise, 160)}»";
        if (thread.Ticket.Status is TicketStatus.Hold) return "Ask those it waits for, and tell the customer how it stands.";
        return asked ? "Wait for the customer's answer." : "Wait for the customer; solve the ticket if nothing more comes.";
    }
}
