using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>Whole questions that could come next; each is one that this product reads.</summary>
internal static class Suggestions
{
    private const int Most = 3;

    /// <summary>What to ask after an answer: the same split, or compared, or another reading of the same words.</summary>
    public static IReadOnlyList<string> After(Reading answered, IReadOnlyList<Reading> others)
    {
        var plan = answered.Plan;
        var next = others.Where(other => !ReferenceEquals(other, answered)).Take(1).Select(other => other.Plan).ToList();
        if (plan.GroupBy.Count == 0 && plan.Grain is null && plan.Compare is null) next.AddRange(new[] { "category", "channel", "agent" }
            .Where(name => plan.Filters.All(filter => filter.Field != name)).Take(2).Select(name => plan with { GroupBy = [name] }));
        if (plan.Compare is null && plan.From is not null && plan.To is not null && plan.Days is not null && plan.Grain is null && plan.Limit is null && plan.Having is null) next.Add(Compared(plan));
        return [.. next.Select(PlanWords.Of).OfType<string>().Distinct().Take(Most)];
    }

    /// <summary>What can be asked at all, for one whose question was not understood.</summary>
    public static IReadOnlyList<string> ToBegin { get; } =
        ["tickets last week by category", "median first reply time this month by agent", "open tickets by priority"];

    private static Plan Compared(Plan plan) => plan with { Compare = "previousPeriod", Before = new PlanPeriod(plan.From, plan.To!.Value, plan.Days!) };
}
