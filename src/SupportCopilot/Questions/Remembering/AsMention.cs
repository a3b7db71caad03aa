using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Remembering;

/// <summary>Where two readings differ in what a word is a value of, the word itself is a third one: tickets that mention it.</summary>
internal static class AsMention
{
    /// <summary>The third reading; none where the readings differ in something else, or are not two.</summary>
    /// <param name="plans">The readings, the likeliest first.</param>
    public static IEnumerable<Plan> Of(IReadOnlyList<Plan> plans)
    {
        if (plans.Count < 2 || ReadingsApart.InFilter(plans[0], plans[1]) is not var (one, other)) yield break;
        if (one.Field == other.Field || one is not { Op: "is", Values: [var word, ..] } || other is not { Op: "is", Values: [var same, ..] } || !string.Equals(word, same, StringComparison.OrdinalIgnoreCase)) yield break;
        yield return plans[0] with { Filters = [.. plans[0].Filters.Select(filter => ReferenceEquals(filter, one) ? new PlanFilter("text", "contains", [word]) : filter)] };
    }
}
