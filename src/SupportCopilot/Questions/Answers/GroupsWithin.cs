using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>How many groups or steps meet the bound of a question that has one: «how many agents solved more than ten tickets?»</summary>
internal static class GroupsWithin
{
    public static string Of(Plan plan, Measure first, int groups)
    {
        var having = plan.Having!;
        var names = plan.GroupBy.Select(name => Catalog.Dimension(name).Title).ToList();
        if (plan.Grain is { } grain) names.Insert(0, grain);
        var noun = names.Count == 1 ? groups == 1 ? names[0] : PlanWords.Plural(names[0]) : groups == 1 ? $"combination of {string.Join(" and ", names)}" : $"combinations of {string.Join(" and ", names)}";
        var (bound, figure) = (PlanWords.Bound(having.Op), FigureWords.Of(having.Value, first.Unit));
        var like = first.AddsUp && plan.Measures[0].Part.Count == 0 ? $"with {bound} {figure} {first.Title}" : $"whose {Title(plan, first)} is {bound} {figure}";
        return $"There {(groups == 1 ? "is" : "are")} {FigureWords.Number(groups)} {noun} {like}.";
    }

    private static string Title(Plan plan, Measure first) =>
        plan.Measures[0].Part is { Count: > 0 } part ? $"share with {string.Join(" and ", part.Select(Interpretation.Filter))}" : first.Title;
}
