using Microsoft.Extensions.Options;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Learning.Statistics;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Estimates;

/// <summary>Estimates a plan's figures from a sample of the tickets that its asker may see: draw → read → estimate, each figure with the bounds within which the true one lies.</summary>
internal sealed class EstimatePlan(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, ISqlDialect dialect, PlanNames names, IOptions<EstimateOptions> options)
{
    private const int MostCells = 200;
    private const int FewestInGroup = 10;   // of smaller groups bounds are so far apart that they say nothing

    /// <returns>Null for a plan of which a sample tells nothing, where all tickets are hardly more than a sample, and where it does not come in time.</returns>
    public Task<Estimate?> RunAsync(Plan plan, CancellationToken ct) => RunAsync(plan, null, ct);

    /// <summary>The same from one ticket in so many.</summary>
    internal async Task<Estimate?> RunAsync(Plan asked, int? of, CancellationToken ct)
    {
        var plan = asked with { Compare = null, Before = null };
        if (!CanBeEstimated.Is(plan)) return null;
        var context = new CompileContext(tenant.Id, caller.Visibility, dialect, await names.IdsAsync(plan, ct));
        try
        {
            await using var connection = await QuestionConnection.OpenAsync(db, dialect, RunningLimits.Seconds, ct);
            connection.Hurry(options.Value.EstimateWithinSeconds);
            var oneIn = of ?? await OneInAsync(plan, new PlanCompiler(context), connection);
            if (oneIn < 2) return null;
            var sample = TicketSample.Of(ReadQuestion.Key(plan), oneIn);
            return await ReadAsync(plan, new PlanCompiler(context with { Sample = sample }), connection, sample);
        }
        catch (TimeoutException)
        {
            return null;   // the full answer is being worked on all the same
        }
    }

    private async Task<int> OneInAsync(Plan plan, PlanCompiler compiler, QuestionConnection connection)
    {
        var clock = plan.Measures[0].Clock is Clocks.Solved ? Clocks.Solved : Clocks.Created;
        var reach = await connection.ReachAsync(compiler.Reach(clock));
        var isWithin = plan.Measures[0].Clock is Clocks.Created or Clocks.Solved;
        var period = isWithin ? CutSlice.RowsIn(new Slice(plan.From, plan.To, []), reach) : reach.Rows;
        return (int)Math.Min(int.MaxValue, period / options.Value.SampledTickets);
    }

    private static async Task<Estimate?> ReadAsync(Plan plan, PlanCompiler compiler, QuestionConnection connection, TicketSample sample)
    {
        var buckets = plan.Grain is null ? null : Buckets.Of(plan, Instant.FromDateTimeUtc(plan.From!.Value), Instant.FromDateTimeUtc(plan.To!.Value));
        if (plan.Grain is not null && buckets is null) return null;

        var measures = new List<SampledFigures>();
        foreach (var measure in plan.Measures)
        {
            var isOpenSteps = measure.Clock == Clocks.Open && buckets is not null;
            var slice = new Slice(plan.From, plan.To, plan.GroupBy) { NeedsInstant = ReadFigures.NeedsInstant(plan, measure), Buckets = buckets };
            var (query, shape) = isOpenSteps ? compiler.OpenStepRows(plan, measure, slice) : compiler.Rows(plan, measure, slice);
            measures.Add(new SampledFigures(measure, await connection.SampledAsync(query, shape), buckets, isOpenSteps));
        }

        List<GroupKey> groups = plan.GroupBy.Count == 0 ? [new GroupKey([])] : [.. measures[0].Groups];
        List<(GroupKey Group, Bucket? Step)> places = buckets is null ? [.. groups.Select(group => (group, (Bucket?)null))] : [.. buckets.All.SelectMany(step => groups.Select(group => (group, (Bucket?)step)))];
        if (groups.Count == 0 || places.Count * plan.Measures.Count > MostCells) return null;

        // All figures together are to lie within their bounds as surely as is said (Bonferroni).
        var told = new FromSample(sample.Share, (1 - Estimate.Confidence) / (places.Count * plan.Measures.Count));
        var labels = await PlanNames.LabelsAsync(compiler, connection, plan.GroupBy, groups);
        var (rows, first) = (new List<IReadOnlyList<object?>>(), new List<Estimated?>());
        foreach (var (group, step) in Ordered(places, measures[0], buckets is not null))
        {
            if (plan.GroupBy.Count > 0 && buckets is null && measures[0].FoundAt(group, null) < FewestInGroup) continue;
            var figures = measures.ConvertAll(measure => measure.At(group, step?.Key, told));
            if (buckets is null && figures.Any(figure => figure is null)) continue;
            rows.Add(Row(plan, step, labels(group), figures));
            first.Add(figures[0]);
        }

        return first.Count(figure => figure is not null) == 0 ? null : new Estimate(sample.OneIn, measures[0].Tickets, Columns(plan), rows, first);
    }

    private static IEnumerable<(GroupKey Group, Bucket? Step)> Ordered(List<(GroupKey Group, Bucket? Step)> places, SampledFigures first, bool isTrend) =>
        isTrend ? places : places.OrderByDescending(place => first.FoundAt(place.Group, null));

    private static List<AnswerColumn> Columns(Plan plan)
    {
        var columns = new List<AnswerColumn>();
        if (plan.Grain is { } grain) columns.Add(new AnswerColumn(grain, "dimension"));
        columns.AddRange(plan.GroupBy.Select(name => new AnswerColumn(name, "dimension")));
        foreach (var known in plan.Measures.Select(measure => Catalog.Measure(measure.Name))) columns.AddRange([new(known.Name, "measure", known.Unit), new(known.Name, "low", known.Unit), new(known.Name, "high", known.Unit)]);
        return columns;
    }

    private static List<object?> Row(Plan plan, Bucket? step, IReadOnlyList<string?> labels, IReadOnlyList<Estimated?> figures)
    {
        var row = new List<object?>();
        if (step is not null) row.Add(step.Label);
        row.AddRange(labels);
        for (var i = 0; i < figures.Count; i++)
        {
            var known = Catalog.Measure(plan.Measures[i].Name);
            var shown = figures[i] is { } figure ? Coarse(figure, known) : (Estimated?)null;
            row.AddRange([Rounding.Cell(shown?.Value, known), Rounding.Cell(shown?.Low, known), Rounding.Cell(shown?.High, known)]);
        }

        return row;
    }

    /// <summary>A figure with no more digits than it has: whole tens where its bounds are tens apart; the bounds away from it.</summary>
    public static Estimated Coarse(Estimated figure, Measure known)
    {
        if (known.Over is not (Aggregate.Count or Aggregate.Sum)) return figure;
        var step = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(Math.Max(1, (figure.High - figure.Low) / 2)))));
        return new(Math.Round(figure.Value / step) * step, Math.Floor(figure.Low / step) * step, Math.Ceiling(figure.High / step) * step);
    }
}
