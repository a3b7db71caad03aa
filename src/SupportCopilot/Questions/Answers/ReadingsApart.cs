using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>What sets two readings of one question apart, where that is one thing alone.</summary>
internal static class ReadingsApart
{
    /// <summary>The demand of each that the other has not; null where there is more between them, or something else.</summary>
    public static (PlanFilter One, PlanFilter Other)? InFilter(Plan one, Plan other)
    {
        var (left, right) = (Without(one.Filters, other.Filters), Without(other.Filters, one.Filters));
        if (left.Count != 1 || right.Count != 1) return null;
        return ReadQuestion.Key(one with { Filters = [] }) == ReadQuestion.Key(other with { Filters = [] }) ? (left[0], right[0]) : null;
    }

    /// <summary>Whether nothing but the days is different.</summary>
    public static bool InDays(Plan one, Plan other) => ReadQuestion.Key(one) != ReadQuestion.Key(other) && ReadQuestion.Key(Undated(one)) == ReadQuestion.Key(Undated(other));

    /// <summary>Whether two demands are the same.</summary>
    public static bool Same(PlanFilter one, PlanFilter other) => one.Field == other.Field && one.Op == other.Op && one.Values.SequenceEqual(other.Values);

    private static List<PlanFilter> Without(IReadOnlyList<PlanFilter> filters, IReadOnlyList<PlanFilter> others) => [.. filters.Where(filter => !others.Any(other => Same(filter, other)))];

    private static Plan Undated(Plan plan) => plan with { From = null, To = null, Days = null, Before = plan.Before is null ? null : new PlanPeriod(null, DateTime.UnixEpoch, "") };
}
