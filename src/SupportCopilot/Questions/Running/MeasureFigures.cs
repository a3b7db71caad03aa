using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Running;

/// <summary>The figures of one measure over one period.</summary>
/// <param name="Measure">As the plan has it.</param>
/// <param name="Known">As the catalogue has it.</param>
/// <param name="Figures">Each group and step that any ticket is in.</param>
/// <param name="Total">The same over all tickets of the period.</param>
/// <param name="Buckets">The steps; null without a trend.</param>
internal sealed record MeasureFigures(PlanMeasure Measure, Measure Known, IReadOnlyList<Figure> Figures, Figure Total, Buckets? Buckets)
{
    private Dictionary<(GroupKey, long?), Figure>? _byPlace;
    private Dictionary<GroupKey, Figure>? _byGroup;

    /// <summary>The rows they were added up of, where that was done here; they know the tickets too.</summary>
    public ITicketsBehind? Rows { get; init; }

    /// <summary>Each group over all steps, where there are both; else null.</summary>
    public IReadOnlyList<Figure>? PerGroup { get; init; }

    /// <summary>Each step over all groups, where shares need it; else null.</summary>
    public IReadOnlyList<Figure>? PerStep { get; init; }

    /// <summary>Whether a place without tickets has the figure 0, not none.</summary>
    public bool IsZeroWithout => Known.AddsUp || Known.Over is Aggregate.Distinct || IsPartOfWhole;

    /// <summary>Whether it is each group's or step's part of all of them.</summary>
    public bool IsPartOfWhole => Known.Name == "share" && Measure.Part.Count == 0;

    /// <summary>The figure of a group over the whole period, in the measure's unit.</summary>
    public double? OfGroup(GroupKey group)
    {
        _byGroup ??= (PerGroup ?? Figures).GroupBy(figure => figure.Group).ToDictionary(same => same.Key, same => same.First());
        return _byGroup.TryGetValue(group, out var figure) ? InUnit(figure.Value, Total.Value) : Without;
    }

    /// <summary>How many tickets a group is made of.</summary>
    public long TicketsOf(GroupKey group) => OfGroup(group) is null ? 0 : _byGroup!.GetValueOrDefault(group).Tickets;

    /// <summary>The figure at a group and step, in the measure's unit.</summary>
    public double? At(GroupKey group, long? step)
    {
        if (!Place(group, step, out var figure)) return Without;
        var whole = PerStep is null ? Total.Value : PerStep.FirstOrDefault(all => all.Step == step).Value;
        return InUnit(figure.Value, whole);
    }

    /// <summary>How many tickets a place is made of.</summary>
    public long TicketsAt(GroupKey group, long? step) => Place(group, step, out var figure) ? figure.Tickets : 0;

    /// <summary>A value of the database in the measure's unit.</summary>
    public double? InUnit(double? value, double? whole) =>
        IsPartOfWhole ? (whole is > 0 ? value / whole : null) : value / Known.Divisor;

    private double? Without => IsZeroWithout ? 0 : null;

    private bool Place(GroupKey group, long? step, out Figure figure)
    {
        _byPlace ??= Figures.ToDictionary(figure => (figure.Group, figure.Step));
        return _byPlace.TryGetValue((group, step), out figure);
    }
}
