using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>How many groups or steps meet the bound of a question that has one: «how many agents solved more than ten tickets?»</summary>
internal static class GroupsWithin
{
    public static string Of(Reading reading, Measure first, int groups)
    {
        var plan = reading.Plan;
        var having = plan.Having!;
        var names = plan.GroupBy.Select(name => Catalog.Dimension(name).Title).ToList();
        if (plan.Grain is { } grain) names.Insert(0, grain);
        var noun = names.Count == 1 ? groups == 1 ? names[0] : PlanWords.Plural(names[0]) : groups == 1 ? $"combination of {string.Join(" and ", names)}" : $"combinations of {string.Join(" and ", names)}";
        var (bound, figure) = (PlanWords.Bound(having.Op), FigureWords.Of(having.Value, first.Unit));
        var like = first.AddsUp && plan.Measures[0].Part.Count == 0 ? $"with {bound} {figure} {(having.Value == 1 && first.Title is "tickets" ? "ticket" : first.Title)}" : $"whose {Title(plan, first)} is {bound} {figure}";
        var clock = plan.Measures[0].Clock;
        var when = $"{(first.AddsUp ? AboutWhat.Verb(plan, plan.Measures[0], isOne: false).Split(' ', 2)[1] : $"of tickets {clock}")} {AboutWhat.When(reading, clock)}";
        // That a group is one at all goes without saying.
        var demands = AboutWhat.Like(plan with { Filters = [.. plan.Filters.Where(filter => !(filter.Op == "notEmpty" && plan.GroupBy.Contains(filter.Field)))] });
        return $"There {(groups == 1 ? "is" : "are")} {FigureWords.Number(groups)} {noun} {like}{demands}, {when}.";
    }

    /// <summary>What all of them have together; empty where that means nothing.</summary>
    public static string Together(Measure first, PlanRun run) => run.Total is { } total && first.AddsUp && run.Rows.Count > 1 ? $"Together they have {FigureWords.Number(total)}." : "";

    private static string Title(Plan plan, Measure first) =>
        plan.Measures[0].Part is { Count: > 0 } part ? Interpretation.ShareWith(part) : first.Title;
}
