using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>«compare them», after the figure of one period or value and that of another: the two side by side.</summary>
internal static class CompareBoth
{
    private static readonly HashSet<string> Comparing = ["compare", "compared", "comparison", "versus", "vs", "against", "side", "difference"];
    private static readonly HashSet<string> Fillers = ["them", "those", "both", "the", "two", "these", "by", "and", "please", "with", "each", "other", "show", "me", "a", "of", "now", "to", "what", "is", "s", "between", "in", "as", "that", "it", "side", "periods", "figures"];

    /// <returns>The plan of both; null where that is not what was said, or the two differ by more than a period or a value.</returns>
    public static Reading? Of(string text, ConversationState? state, DateTime now)
    {
        if (state is not { Plan: { } plan, Earlier: { } earlier } || plan.Before is not null || earlier.Before is not null) return null;
        var said = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        if (!said.Exists(Comparing.Contains) || !said.TrueForAll(word => Comparing.Contains(word) || Fillers.Contains(word))) return null;
        return (Periods(plan, earlier, now) ?? Values(plan, earlier)) is { } both ? new Reading(both, 0) { Follows = plan } : null;
    }

    /// <summary>The later period, compared with the earlier one.</summary>
    private static Plan? Periods(Plan plan, Plan earlier, DateTime now)
    {
        if (plan is not { From: not null, To: not null, Days: not null } || earlier is not { From: not null, To: not null, Days: not null } || plan.TimeZone != earlier.TimeZone) return null;
        if (plan.Measures.Any(measure => measure.Clock == Clocks.Open) || ReadQuestion.Key(Timeless(plan)) != ReadQuestion.Key(Timeless(earlier))) return null;
        if (earlier.From == plan.From || plan.To > now || earlier.To > now) return null;   // one that is not over is compared up to the same point, which two whole figures are not
        return earlier.From < plan.From
            ? plan with { Compare = "period", Before = new PlanPeriod(earlier.From, earlier.To.Value, earlier.Days) }
            : earlier with { Compare = "period", Before = new PlanPeriod(plan.From, plan.To.Value, plan.Days) };
    }

    /// <summary>The figure by what the two differ in.</summary>
    private static Plan? Values(Plan plan, Plan earlier)
    {
        var now = plan.Filters.Where(filter => !earlier.Filters.Any(other => IsSame(filter, other))).ToList();
        var was = earlier.Filters.Where(filter => !plan.Filters.Any(other => IsSame(filter, other))).ToList();
        if (now is not [{ Op: "is" } last] || was is not [{ Op: "is" } first] || last.Field != first.Field || !Catalog.Dimension(last.Field).CanGroup || plan.GroupBy.Count > 1 || plan.GroupBy.Contains(last.Field)) return null;
        if (ReadQuestion.Key(plan with { Filters = [] }) != ReadQuestion.Key(earlier with { Filters = [] })) return null;
        return plan with { GroupBy = [.. plan.GroupBy, last.Field], Filters = [.. plan.Filters.Select(filter => filter == last ? last with { Values = [.. first.Values.Union(last.Values)] } : filter)] };
    }

    private static Plan Timeless(Plan plan) => plan with { From = null, To = null, Days = null };

    private static bool IsSame(PlanFilter a, PlanFilter b) => a.Field == b.Field && a.Op == b.Op && a.Values.SequenceEqual(b.Values);
}
