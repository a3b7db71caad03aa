namespace SupportCopilot.Questions.Planning;

/// <summary>Whether two plans ask for the same, lists compared by what is in them.</summary>
internal sealed class SamePlan : IEqualityComparer<Plan>
{
    public static SamePlan Instance { get; } = new();

    /// <summary>The lists are compared here, and everything else by the record, so that no property can be forgotten.</summary>
    public bool Equals(Plan? a, Plan? b)
    {
        if (a is null || b is null) return a is null && b is null;
        return a.Measures.SequenceEqual(b.Measures, SameMeasure.Instance) && a.GroupBy.SequenceEqual(b.GroupBy) && a.Filters.SequenceEqual(b.Filters, SameFilter.Instance)
            && a with { Measures = b.Measures, GroupBy = b.GroupBy, Filters = b.Filters } == b;
    }

    public int GetHashCode(Plan plan)
    {
        var hash = new HashCode();
        foreach (var measure in plan.Measures) hash.Add(measure.Name);
        foreach (var name in plan.GroupBy) hash.Add(name);
        foreach (var filter in plan.Filters) hash.Add(filter.Field);
        hash.Add(plan.From);
        hash.Add(plan.To);
        hash.Add(plan.Grain);
        return hash.ToHashCode();
    }

    private sealed class SameMeasure : IEqualityComparer<PlanMeasure>
    {
        public static readonly SameMeasure Instance = new();

        public bool Equals(PlanMeasure? a, PlanMeasure? b) =>
            a is null || b is null ? a is null && b is null : a.Part.SequenceEqual(b.Part, SameFilter.Instance) && a with { Part = b.Part } == b;

        public int GetHashCode(PlanMeasure measure) => measure.Name.GetHashCode(StringComparison.Ordinal);
    }

    private sealed class SameFilter : IEqualityComparer<PlanFilter>
    {
        public static readonly SameFilter Instance = new();

        public bool Equals(PlanFilter? a, PlanFilter? b) =>
            a is null || b is null ? a is null && b is null : a.Values.SequenceEqual(b.Values) && a with { Values = b.Values } == b;

        public int GetHashCode(PlanFilter filter) => HashCode.Combine(filter.Field, filter.Op);
    }
}
