using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«undo», «go back»: the figure before the last one.</summary>
internal static class GoBack
{
    private static readonly HashSet<string> Going = ["undo", "back", "revert"];
    private static readonly HashSet<string> Fillers = ["go", "that", "it", "to", "the", "one", "before", "please", "last", "change", "previous", "step", "a", "this"];

    /// <returns>The plan before; null where that is not what was said, or there is none.</returns>
    public static Reading? Of(string text, ConversationState? state)
    {
        if (state is not { Plan: { } plan, Earlier: { } earlier }) return null;
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        return said.Exists(Going.Contains) && said.TrueForAll(word => Going.Contains(word) || Fillers.Contains(word)) ? new Reading(earlier, 0) { Follows = plan } : null;
    }
}
