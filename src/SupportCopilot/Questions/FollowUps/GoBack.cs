using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«undo», «go back»: the figure before the last one.</summary>
internal static class GoBack
{
    private static readonly HashSet<string> Going = ["undo", "back", "revert"];
    private static readonly HashSet<string> Fillers = ["go", "that", "it", "to", "the", "one", "before", "please", "last", "change", "previous", "step", "a", "this"];

    private static readonly HashSet<string> Drawing = ["chart", "graph", "plot", "diagram"];
    private static readonly HashSet<string> AroundDrawing = ["as", "a", "show", "it", "that", "this", "them", "in", "me", "on", "please", "draw", "make", "give", "the", "can", "you", "i", "see", "of"];

    /// <summary>«as a chart»: what is shown once more, with the chart that every answer has where one fits.</summary>
    public static Reading? Drawn(string text, ConversationState? state)
    {
        if (state is not { Plan: { } plan } || plan.GroupBy.Count == 0 && plan.Grain is null) return null;
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        return said.Count <= 7 && said.Exists(Drawing.Contains) && said.TrueForAll(word => Drawing.Contains(word) || AroundDrawing.Contains(word)) ? new Reading(plan, 0) { Follows = plan } : null;
    }

    /// <returns>The plan before; null where that is not what was said, or there is none.</returns>
    public static Reading? Of(string text, ConversationState? state)
    {
        if (state is not { Plan: { } plan, Earlier: { } earlier }) return null;
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        return said.Exists(Going.Contains) && said.TrueForAll(word => Going.Contains(word) || Fillers.Contains(word)) ? new Reading(earlier, 0) { Follows = plan } : null;
    }
}
