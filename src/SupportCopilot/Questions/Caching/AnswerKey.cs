using System.Text.Json;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Caching;

/// <summary>
/// What two questions must have in common to have one answer: the tenant, what may be seen, the state of the data, and the
/// plan with its dates resolved; never the likeness of their words.
/// </summary>
internal static class AnswerKey
{
    /// <returns>Null for a plan that reads what the data's version does not follow: the words of comments, custom fields, single changes.</returns>
    public static string? Of(Plan plan, CompileContext context, long version)
    {
        if (!IsFollowed(plan)) return null;
        var sight = context.Sight;
        var names = context.Names.Known.OrderBy(name => name.Key.Dimension, StringComparer.Ordinal).ThenBy(name => name.Key.Name, StringComparer.Ordinal)
            .Select(name => new[] { name.Key.Dimension, name.Key.Name, string.Join(',', name.Value) });
        return JsonSerializer.Serialize(new AnswerKeyParts(
            context.TenantId, version, [.. sight.GroupIds.Order()], [.. sight.OrganizationIds.Order()], [.. sight.Brands.Order(StringComparer.Ordinal)], [.. names], Canonical(plan)), AnswerKeyJson.Default.AnswerKeyParts);
    }

    /// <summary>The plan without what only words differ in, and without an order where order means nothing.</summary>
    private static Plan Canonical(Plan plan) => plan with
    {
        Days = null,
        Before = plan.Before is { } before ? before with { Days = "" } : null,
        Filters = Canonical(plan.Filters),
        Measures = [.. plan.Measures.Select(measure => measure with { Part = Canonical(measure.Part) })],
    };

    private static PlanFilter[] Canonical(IReadOnlyList<PlanFilter> filters) =>
    [
        .. filters.Select(filter => filter with { Values = [.. filter.Values.Distinct().Order(StringComparer.Ordinal)] })
            .OrderBy(filter => filter.Field, StringComparer.Ordinal).ThenBy(filter => filter.Op, StringComparer.Ordinal).ThenBy(filter => string.Join('\u001f', filter.Values), StringComparer.Ordinal),
    ];

    private static bool IsFollowed(Plan plan) =>
        plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).SelectMany(filter => filter.Each).Select(filter => filter.Field).Concat(plan.GroupBy).All(IsFollowed)
        && plan.Measures.All(measure => measure.Clock is Clocks.Created or Clocks.Solved or Clocks.Updated or Clocks.Open && Catalog.Measure(measure.Name) is var known && !ReadsOtherTables(known.Column) && !ReadsOtherTables(known.Needs));

    private static bool IsFollowed(string name) => Catalog.Dimension(name) is var dimension && dimension.Kind switch
    {
        DimensionKind.Tag or DimensionKind.Cluster or DimensionKind.Weekday or DimensionKind.HourOfDay or DimensionKind.PartOfWeek or DimensionKind.Days => true,
        DimensionKind.Text or DimensionKind.Number or DimensionKind.Agent or DimensionKind.Group or DimensionKind.Organization or DimensionKind.Requester => !ReadsOtherTables(dimension.Column),
        DimensionKind.Words => dimension.Name == "subject",
        _ => false,
    };

    private static bool ReadsOtherTables(string? sql) => sql?.Contains("FROM ", StringComparison.OrdinalIgnoreCase) ?? false;
}

/// <summary>The parts of a key, as they are written down.</summary>
internal sealed record AnswerKeyParts(int Tenant, long Version, IReadOnlyList<long> Groups, IReadOnlyList<long> Organizations, IReadOnlyList<string> Brands, IReadOnlyList<string[]> Names, Plan Plan);

[System.Text.Json.Serialization.JsonSerializable(typeof(AnswerKeyParts))]
internal sealed partial class AnswerKeyJson : System.Text.Json.Serialization.JsonSerializerContext;
