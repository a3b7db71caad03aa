using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«both together», after a figure of one value or period and that of another: that of either.</summary>
internal static class BothTogether
{
    private static readonly HashSet<string> Joining = ["both", "combined", "together", "altogether"];
    private static readonly HashSet<string> Fillers = ["and", "the", "two", "of", "them", "those", "show", "me", "add", "up", "for", "now", "please", "what", "about", "how", "combine", "taken"];

    /// <returns>The plan of both; null where that is not what was said, or the two differ by more than one value.</returns>
    public static Reading? Of(string text, ConversationState? state)
    {
        if (state is not { Plan: { } plan, Earlier: { } earlier }) return null;
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        if (!said.Exists(Joining.Contains) || !said.TrueForAll(word => Joining.Contains(word) || Fillers.Contains(word))) return null;

        if (Adjacent(plan, earlier) is { } joined) return new Reading(joined, 0) { Follows = plan };
        var now = plan.Filters.Where(filter => !earlier.Filters.Any(other => IsSame(filter, other))).ToList();
        var was = earlier.Filters.Where(filter => !plan.Filters.Any(other => IsSame(filter, other))).ToList();
        if (now is not [{ Op: "is" } last] || was is not [{ Op: "is" } first] || last.Field != first.Field || Catalog.Dimension(last.Field).IsMany) return null;
        if (ReadQuestion.Key(plan with { Filters = [] }) != ReadQuestion.Key(earlier with { Filters = [] })) return null;
        return new Reading(plan with { Filters = [.. plan.Filters.Select(filter => filter == last ? last with { Values = [.. first.Values.Union(last.Values)] } : filter)] }, 0) { Follows = plan };
    }

    /// <summary>Two periods without a gap between them, as one.</summary>
    private static Plan? Adjacent(Plan plan, Plan earlier)
    {
        if (plan is not { From: not null, To: not null, Days: not null, Before: null } || earlier is not { From: not null, To: not null, Days: not null, Before: null }) return null;
        if (ReadQuestion.Key(plan with { From = null, To = null, Days = null }) != ReadQuestion.Key(earlier with { From = null, To = null, Days = null })) return null;
        var (first, last) = earlier.From < plan.From ? (earlier, plan) : (plan, earlier);
        return first.To == last.From ? last with { From = first.From, Days = $"{first.Days!.Split(" – ")[0]} – {last.Days!.Split(" – ")[^1]}" } : null;
    }

    private static bool IsSame(PlanFilter a, PlanFilter b) => a.Field == b.Field && a.Op == b.Op && a.Values.SequenceEqual(b.Values);
}
