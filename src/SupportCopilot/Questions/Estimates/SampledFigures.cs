using SupportCopilot.Learning.Statistics;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Tallying;

namespace SupportCopilot.Questions.Estimates;

/// <summary>The sampled rows of one measure, by group and step.</summary>
internal sealed class SampledFigures
{
    private readonly PlanMeasure _measure;
    private readonly Measure _known;
    private readonly Dictionary<(GroupKey Group, long? Step), List<double>> _places = [];
    private readonly Dictionary<long, long> _ofStep = [];
    private readonly long _all;

    /// <param name="measure">As the plan has it.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="buckets">The steps of a trend; null without one.</param>
    /// <param name="isOpen">Whether the rows are what began and ended in each step, to be added up to what is open at the end of each.</param>
    public SampledFigures(PlanMeasure measure, IReadOnlyList<SampledRow> rows, Buckets? buckets, bool isOpen)
    {
        (_measure, _known, _all) = (measure, Catalog.Measure(measure.Name), rows.Count);
        var steps = buckets is null ? null : new StepFinder(buckets);
        foreach (var row in rows)
        {
            var place = (row.Group, steps?.KeyAt(row.Instant ?? 0));
            if (!_places.TryGetValue(place, out var values)) _places[place] = values = [];
            values.Add(row.Value);
            if (place.Item2 is { } step) _ofStep[step] = _ofStep.GetValueOrDefault(step) + 1;
        }

        if (isOpen) AddUp(buckets!);
        Tickets = isOpen ? (int)rows.Count(row => row.Value > 0) : rows.Select(row => row.Ticket).Distinct().Count();
    }

    /// <summary>So many tickets are in the sample.</summary>
    public int Tickets { get; }

    public IEnumerable<GroupKey> Groups => _places.Keys.Select(place => place.Group).Distinct();

    /// <summary>How many rows of the sample a place is made of.</summary>
    public int FoundAt(GroupKey group, long? step) => _places.TryGetValue((group, step), out var values) ? values.Count : 0;

    /// <summary>The figure of a place in the measure's unit; null where the sample says too little.</summary>
    public Estimated? At(GroupKey group, long? step, FromSample sample)
    {
        var values = _places.GetValueOrDefault((group, step)) ?? [];
        if (_known.Name == "share" && _measure.Part.Count == 0) return sample.Share(values.Count, step is { } at && group.Values.Count > 0 ? _ofStep.GetValueOrDefault(at) : _all);
        return InUnit(_known.Over switch
        {
            Aggregate.Count => sample.Count(values.Count),
            Aggregate.Sum => sample.Sum(values),
            Aggregate.Average => sample.Mean(values),
            Aggregate.Percentile => sample.Quantile([.. values.Order()], _known.Percentile / 100.0),
            _ => sample.Share(values.Sum(), values.Count),
        });
    }

    private Estimated? InUnit(Estimated? made) => made is { } figure ? new Estimated(figure.Value / _known.Divisor, figure.Low / _known.Divisor, figure.High / _known.Divisor) : null;

    /// <summary>Leaves at each step as many rows as are open at its end.</summary>
    private void AddUp(Buckets buckets)
    {
        foreach (var group in Groups.ToList())
        {
            var open = 0.0;
            foreach (var bucket in buckets.All)
            {
                if (_places.TryGetValue((group, bucket.Key), out var changes)) open += changes.Sum();
                _places[(group, bucket.Key)] = [.. Enumerable.Repeat(1.0, (int)Math.Max(0, open))];
            }
        }
    }
}
