using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«export that», «as CSV»: where the figures can be had as a file. It is no demand on tickets, whatever tags there are.</summary>
internal static class SayExport
{
    private static readonly HashSet<string> Exporting = ["export", "download", "csv", "xlsx", "excel", "spreadsheet"];
    private static readonly HashSet<string> Fillers = ["that", "this", "it", "them", "these", "those", "as", "to", "a", "an", "the", "in", "into", "please", "me", "give", "can", "i", "you", "and", "file", "result", "results", "figures", "table", "of", "for", "get", "save", "or", "list", "tickets"];

    /// <returns>Where; null where that is not what was said, or nothing was answered yet.</returns>
    public static Answer? Of(string text, ConversationState? state)
    {
        if (state?.QuestionId is not { } id) return null;
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        if (!said.Exists(Exporting.Contains) || !said.TrueForAll(word => Exporting.Contains(word) || Fillers.Contains(word))) return null;
        return new Answer(AnswerQuestion.NewId(), AnswerKind.Refusal, $"The figures are to be had as a file at /api/questions/{id}/export?format=csv, or format=xlsx.");
    }
}
