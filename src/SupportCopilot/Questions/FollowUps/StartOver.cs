using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«start over», «reset», «forget all that»: the next question leans on nothing.</summary>
internal static class StartOver
{
    public const string Text = "What was said before is forgotten: the next question starts anew.";

    private static readonly HashSet<string> Alone = ["reset", "restart"];
    private static readonly HashSet<string> Objects = ["over", "again", "afresh", "anew", "scratch", "new", "fresh", "another", "different", "question", "topic", "subject", "everything", "conversation", "context"];
    private static readonly HashSet<string> Verbs = ["start", "begin", "reset", "restart", "forget", "clear", "drop", "scrap", "new", "another", "different", "next", "let", "wipe"];
    private static readonly HashSet<string> Fillers = ["let", "us", "s", "let's", "lets", "please", "the", "a", "that", "this", "from", "now", "ok", "okay", "of", "it", "can", "we", "i", "want", "to", "about", "with", "my", "here", "and", "said", "so", "far", "before", "was"];

    /// <summary>Whether that is what was said, and nothing else.</summary>
    public static bool IsIn(string text)
    {
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        if (said is ["never", "mind"] or ["nevermind"] or ["forget", "it"] or ["never", "mind", "that"]) return true;
        if (said.Count is 0 or > 8 || !said.TrueForAll(word => Alone.Contains(word) || Objects.Contains(word) || Verbs.Contains(word) || Fillers.Contains(word))) return false;
        return said.Exists(Alone.Contains) || said.Exists(Objects.Contains) && said.FindIndex(Verbs.Contains) is >= 0 and var verb && said.FindLastIndex(Objects.Contains) > verb;
    }
}
