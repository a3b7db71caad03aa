using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>What is said where there is no answer: which word failed, or why, and what can be asked.</summary>
internal static class Refusals
{
    public static Answer Unplaced(string id, IReadOnlyList<string> words) => new(id, AnswerKind.Refusal,
        $"I cannot place {Listed(words)}, and do not answer without {(words.Count == 1 ? "it" : "them")}. Say it in other words, or name the field with the value, as in: category billing.")
    {
        Unplaced = words,
        Suggestions = Suggestions.ToBegin,
    };

    public static Answer Unplanned(string id, string? problem) => new(id, AnswerKind.Refusal,
        string.IsNullOrEmpty(problem)
            ? "I know these words, but cannot make one question about tickets of them. Ask for a figure, a period, and what to split it by."
            : problem)
    {
        Suggestions = Suggestions.ToBegin,
    };

    public static Answer NothingBefore(string id, bool inConversation) => new(id, AnswerKind.Refusal,
        inConversation
            ? "That carries on from an earlier question, and in this conversation there is none with an answer yet. Ask the whole question first."
            : "That carries on from an earlier question, and no conversation was named that would hold one. Ask the whole question.")
    {
        Suggestions = Suggestions.ToBegin,
    };

    public static Answer NothingOffered(string id) => new(id, AnswerKind.Refusal, "There are no choices open to take one of. Name the value instead, as in: category billing.");

    public static Answer TooSlow(string id, Reading reading) => new(id, AnswerKind.Refusal,
        "That took longer than a question may. Ask for a shorter period, or for fewer groups.")
    {
        Interpretation = Interpretation.Of(reading.Plan),
        Plan = reading.Plan,
    };

    public static Answer Impossible(string id, Reading reading, ArgumentException why) => new(id, AnswerKind.Refusal, why.Message)
    {
        Interpretation = Interpretation.Of(reading.Plan),
        Plan = reading.Plan,
    };

    public static string Listed(IReadOnlyList<string> words) => words.Count switch
    {
        1 => $"\"{words[0]}\"",
        _ => string.Join(", ", words.Take(words.Count - 1).Select(word => $"\"{word}\"")) + $" and \"{words[^1]}\"",
    };
}
