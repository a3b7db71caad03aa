using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Requests.Keeping;

/// <summary>A plan without its dates, in one form: what a kept question must be read as again, whatever the day.</summary>
internal static class PlanShape
{
    public static string Of(Plan plan) => ReadQuestion.Key(plan with
    {
        From = null,
        To = null,
        Days = null,
        TimeZone = "UTC",
        Before = plan.Before is null ? null : new PlanPeriod(null, DateTime.UnixEpoch, ""),
        Filters = Plain(plan.Filters),
        Measures = [.. plan.Measures.Select(measure => measure with { Part = Plain(measure.Part) })],
    });

    // The same value in a further spelling, which a new ticket may bring, is the same value.
    private static IReadOnlyList<PlanFilter> Plain(IReadOnlyList<PlanFilter> filters) =>
        [.. filters.Select(filter => filter with { Values = [.. filter.Values.Select(value => value.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)] })
            .OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Op, StringComparer.Ordinal).ThenBy(filter => string.Join('|', filter.Values), StringComparer.Ordinal)];
}
