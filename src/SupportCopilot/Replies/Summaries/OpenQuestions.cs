using SupportCopilot.Access.Languages;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Summaries;

/// <summary>The questions that wait for an answer: the customer's since the desk last wrote, or the desk's when it wrote last.</summary>
internal static class OpenQuestions
{
    private const int MostQuestions = 4;
    private const int LongestQuestion = 240;

    public static IReadOnlyList<string> Of(TicketThread thread, AgentWords say)
    {
        if (thread.IsDone && thread.Unanswered.Count == 0) return [];
        var unanswered = thread.Unanswered;
        return unanswered.Count > 0
            ? Questions([.. Subject(thread), .. unanswered.Select(turn => turn.Text)])
            : [.. Questions(thread.Conversation.TakeLast(1).Select(turn => turn.Text)).Select(question => say[$"Asked of the customer: {question}"])];
    }

    /// <summary>«Where is my refund?» is often said in the subject alone; once the desk has written, it was answered.</summary>
    private static IEnumerable<string> Subject(TicketThread thread) =>
        thread.Turns.Any(turn => turn.By is AuthorKind.Agent && turn.IsPublic) ? [] : [SubjectLine.Clean(thread.Ticket.Subject)];

    private static IReadOnlyList<string> Questions(IEnumerable<string> messages) =>
    [
        .. messages.SelectMany(Spoken.In).Where(Asking.IsQuestion)
            .Select(question => Clip.To(question, LongestQuestion)).Distinct(StringComparer.OrdinalIgnoreCase).TakeLast(MostQuestions),
    ];
}
