using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Summaries;

/// <summary>The questions that wait for an answer: the customer's since the desk last wrote, or the desk's when it wrote last.</summary>
internal static class OpenQuestions
{
    private const int MostQuestions = 4;
    private const int LongestQuestion = 240;

    public static IReadOnlyList<string> Of(TicketThread thread)
    {
        if (thread.IsDone && thread.Unanswered.Count == 0) return [];
        var unanswered = thread.Unanswered;
        return unanswered.Count > 0
            ? Questions(unanswered)
            : [.. Questions(thread.Conversation.TakeLast(1)).Select(question => $"Asked of the customer: {question}")];
    }

    private static IReadOnlyList<string> Questions(IEnumerable<Turn> turns) =>
    [
        .. turns.SelectMany(turn => Spoken.Sentences(turn.Text)).Where(Asking.IsQuestion)
            .Select(question => Clip.To(question, LongestQuestion)).Distinct(StringComparer.OrdinalIgnoreCase).TakeLast(MostQuestions),
    ];
}
