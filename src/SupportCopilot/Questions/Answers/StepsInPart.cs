using NodaTime;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>The steps of a trend that lie in its period only in part: beside whole ones their figures mislead.</summary>
internal static class StepsInPart
{
    /// <summary>Their labels.</summary>
    public static IReadOnlySet<string> Of(Plan plan, PlanRun run, DateTime now)
    {
        var cut = new HashSet<string>();
        // What is open is a state at the end of a step, and of a running total the steps only grow.
        if (plan.Grain is null || plan.Running || run.Rows.Count < 2 || plan.Measures.Any(measure => measure.Clock == Clocks.Open)) return cut;
        var to = Instant.FromDateTimeUtc(plan.To is { } end && end < now ? end : now);
        var last = Buckets.Of(plan, to - Duration.FromMilliseconds(1), to)!.All[^1];
        if (last.End > to) cut.Add(last.Label);
        if (plan.From is not { } from || Instant.FromDateTimeUtc(from) >= to) return cut;
        var start = Instant.FromDateTimeUtc(from);
        var first = Buckets.Of(plan, start, start + Duration.FromMilliseconds(1))!.All[0];
        if (first.Start < start) cut.Add(first.Label);
        return cut;
    }

    /// <summary>What to say of those shown; null for nothing.</summary>
    public static string? Said(Plan plan, PlanRun run, IReadOnlySet<string> cut)
    {
        if (cut.Count == 0) return null;
        var shown = run.Rows.Select(row => (string)row[0]!).Distinct().Where(cut.Contains).ToList();
        if (shown.Count == 0) return null;
        var named = shown.Select(label => plan.Grain is "week" ? $"of {DayWords.Of(label)}" : plan.Grain is "day" ? DayWords.Of(label) : label);
        return $"The {plan.Grain}{(shown.Count == 1 ? "" : "s")} {string.Join(" and ", named)} {(shown.Count == 1 ? "is" : "are")} counted only in part.";
    }
}
