using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>What the database gave for a plan, before names stand in it; chosen, ordered and checked.</summary>
internal sealed record RawFigures
{
    public RawFigures(Plan plan, IReadOnlyList<MeasureFigures> now, IReadOnlyList<MeasureFigures> before, IReadOnlyList<IReadOnlyDictionary<long, string>?> sortNames)
    {
        (Plan, Now, Before) = (plan, now, before);
        Chosen = ChooseGroups.Of(plan, now, before, sortNames);
    }

    public Plan Plan { get; }

    /// <summary>Each measure over the plan's period.</summary>
    public IReadOnlyList<MeasureFigures> Now { get; }

    /// <summary>Each over the period compared with; empty without a comparison.</summary>
    public IReadOnlyList<MeasureFigures> Before { get; }

    /// <summary>The rows to show.</summary>
    public ChosenGroups Chosen { get; }

    public int Tickets { get; init; }

    public IReadOnlyList<long> Sample { get; init; } = [];

    public int Undated { get; init; }

    /// <summary>What the list is restricted to; null where everything is shown.</summary>
    public Restriction? Only
    {
        get
        {
            if (Chosen.IsAll) return null;
            if (Plan.GroupBy.Count > 0) return new Restriction(Chosen.Groups, null);
            var steps = Chosen.Steps.Select(step => Now[0].Buckets!.All[step]);
            return new Restriction(null, [.. steps.Select(step => new StepSpan(Milliseconds(step.Start), Milliseconds(step.End)))]);
        }
    }

    /// <summary>Holds the figures against each other; a difference is a mistake of ours, and no answer is better than a wrong one.</summary>
    public RawFigures Check()
    {
        var first = Now[0];
        var many = Plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany);
        if (!first.Known.AddsUp || many || first.Figures.Count >= RunningLimits.MostRead) return this;

        var last = (first.Measure.Clock == Clocks.Open || Plan.Running) && first.Buckets is { } buckets ? buckets.All[^1].Key : (long?)null;
        var sum = first.Figures.Where(figure => last is null || figure.Step == last).Sum(figure => figure.Value ?? 0);
        var total = first.Total.Value ?? 0;
        if (Math.Abs(sum - total) > 0.5) throw new InvalidOperationException($"The groups of {first.Known.Name} add up to {sum}, their total is {total}.");
        if (Only is null && first.Known.Over is Aggregate.Count && Tickets != (long)total) throw new InvalidOperationException($"{Tickets} tickets stand behind a count of {total}.");
        return this;
    }

    private static long Milliseconds(NodaTime.Instant instant) => UtcMilliseconds.ToMilliseconds(instant.ToDateTimeUtc());
}
