using SupportCopilot.Access.Languages;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Summaries;

/// <summary>
/// Summarises what is going on in a thread from its own sentences. Summaries that an import brought along are custom
/// fields, which nothing here reads.
/// </summary>
internal static class SummariseThread
{
    public static Summary Run(TicketThread thread, TermWeights weights, AgentWords say)
    {
        var problem = Problem.Of(thread, weights);
        if (problem is null) return Summary.Silent(say[$"The customer's words are missing: there is nothing to summarise yet."]);

        var questions = OpenQuestions.Of(thread, say);
        return new Summary(problem, [.. DeskActions.Tried(thread, say).Where(line => !line.EndsWith(problem, StringComparison.Ordinal)), .. DeskActions.Of(thread, weights, say)], questions, new NextStep(say).For(thread, questions), Summary.Extractive, null);
    }
}
