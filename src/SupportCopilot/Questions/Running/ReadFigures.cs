using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Running.Tallying;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>Reads everything that an answer is made of: the figures of each measure, now and before, their total, and the tickets behind them.</summary>
internal sealed class ReadFigures(PlanCompiler compiler, QuestionConnection connection, Plan plan, ScanParts parts, SegmentScan? segments)
{
    private const int SampleSize = 5;
    private const int MostSorted = 1500;   // SQL Server takes 2,100 parameters

    private readonly Dictionary<string, Reach> _reach = [];

    /// <summary>The period without groups or steps.</summary>
    public static Slice WholeOf(Plan plan) => new(plan.From, plan.To, plan.GroupBy) { NeedsInstant = NeedsInstant(plan, plan.Measures[0]) };

    // What is split by steps or days of the week leaves out tickets without an instant, from the total as well.
    public static bool NeedsInstant(Plan plan, PlanMeasure measure) =>
        plan.Grain is not null && measure.Clock != Clocks.Open || new Slice(null, null, plan.GroupBy).IsTimed;

    public async Task<RawFigures> RunAsync()
    {
        var now = new List<MeasureFigures>();
        var before = new List<MeasureFigures>();
        foreach (var measure in plan.Measures)
        {
            now.Add(await OfAsync(measure, plan.From, plan.To));
            if (plan.Before is { } period) before.Add(await OfAsync(measure, period.From, period.To));
        }

        var first = plan.Measures[0];
        var raw = new RawFigures(plan, now, before, await SortNamesAsync([.. now, .. before]));
        var (sample, behind) = await TicketsBehind.OfAsync(raw) ?? await BehindOpenStepsAsync(raw) ?? (
            [.. (await connection.ListAsync(compiler.List(plan, first, WholeOf(plan), raw.Only, null, SampleSize))).Select(mark => mark.Id)],
            plan.GroupBy.Count == 0 && plan.Grain is null ? raw.Now[0].Total.Tickets : await connection.CountAsync(compiler.Count(plan, first, WholeOf(plan), raw.Only)));
        return raw with { Tickets = (int)behind, Sample = sample, Undated = (int)await UndatedAsync() };
    }

    /// <summary>The tickets behind what is open at the end of all steps, where segments tell it.</summary>
    private async Task<(List<long> Newest, long Tickets)?> BehindOpenStepsAsync(RawFigures raw) =>
        segments is not null && plan is { Measures: [{ Clock: Clocks.Open } first, ..], Grain: not null } && await segments.AddUpAsync(first, WholeOf(plan)) is var (_, behind)
            ? await behind.BehindAsync(raw.Only?.Groups, null) : null;

    /// <summary>The names of each dimension's groups, by which equal ones are ordered; requesters and clusters, which can be many, keep the order of their numbers.</summary>
    private async Task<IReadOnlyList<IReadOnlyDictionary<long, string>?>> SortNamesAsync(IEnumerable<MeasureFigures> measures)
    {
        var groups = plan.GroupBy.Count == 0 ? [] : measures.SelectMany(measure => (measure.PerGroup ?? measure.Figures).Select(figure => figure.Group)).Distinct().ToList();
        var names = new List<IReadOnlyDictionary<long, string>?>();
        for (var i = 0; i < plan.GroupBy.Count; i++)
        {
            var kind = Catalog.Dimension(plan.GroupBy[i]).Kind;
            var ids = groups.Select(group => group.Values[i]).OfType<long>().Distinct().ToList();
            var isSorted = kind is DimensionKind.Agent or DimensionKind.Group or DimensionKind.Organization && ids.Count is > 0 and <= MostSorted;
            names.Add(isSorted ? await connection.NamesAsync(compiler.Names(kind, ids)) : null);
        }

        return names;
    }

    private async Task<MeasureFigures> OfAsync(PlanMeasure measure, DateTime? from, DateTime? to)
    {
        connection.Told?.Next();
        var slice = new Slice(from, to, plan.GroupBy) { MostRows = GroupsToRead.MostOf(plan, connection.AddsUpHere), NeedsInstant = NeedsInstant(plan, measure) };
        var buckets = plan.Grain is null ? null : await BucketsAsync(measure, slice);
        var isOpen = measure.Clock == Clocks.Open;
        var stepped = slice with { Buckets = buckets };
        if (segments is not null && await OfSegmentsAsync(measure, slice, stepped, buckets) is { } told) return told;
        var isPlain = plan.GroupBy.Count == 0 && buckets is null && !(isOpen && slice.To is not null);
        // A plain sum the database makes at once; only part by part can be told how far it is.
        var isSummedThere = isPlain && Catalog.Measure(measure.Name).Over is not (Aggregate.Percentile or Aggregate.Distinct) && !(connection.Told is not null && CutSlice.CanBe(plan, measure));
        if (connection.AddsUpHere && slice.GroupBy is not ["ticket"] && !isSummedThere)
            return await AddedUpAsync(measure, slice, stepped, buckets);
        var query = isOpen && buckets is not null ? compiler.OpenSteps(plan, measure, stepped) : compiler.Figures(plan, measure, stepped);
        var figures = await connection.FiguresAsync(query, plan.GroupBy.Count, buckets is not null);
        GroupsToRead.Check(plan, figures.Count);
        if ((isOpen || plan.Running) && buckets is not null) figures = RunningSums.Of(figures, buckets);

        var whole = slice with { GroupBy = [], MostRows = 1 };
        var isWhole = plan.GroupBy.Count == 0 && buckets is null;
        var total = isWhole ? figures[0] : (await connection.FiguresAsync(compiler.Figures(plan, measure, whole), 0, false))[0];
        var perGroup = buckets is not null && plan.GroupBy.Count > 0
            ? await connection.FiguresAsync(compiler.Figures(plan, measure, slice), plan.GroupBy.Count, false)
            : null;
        var made = new MeasureFigures(measure, Catalog.Measure(measure.Name), figures, total, buckets) { PerGroup = perGroup };
        if (!made.IsPartOfWhole || perGroup is null) return made;
        return made with { PerStep = await connection.FiguresAsync(compiler.Figures(plan, measure, stepped with { GroupBy = [] }), 0, true) };
    }

    /// <summary>The same from the columns of segments, where they tell it.</summary>
    private async Task<MeasureFigures?> OfSegmentsAsync(PlanMeasure measure, Slice slice, Slice stepped, Buckets? buckets)
    {
        if (await segments!.AddUpAsync(measure, stepped) is not var (rows, behind)) return null;
        var isMany = plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany);
        var hasBoth = buckets is not null && plan.GroupBy.Count > 0;
        var total = isMany ? (await segments.AddUpAsync(measure, slice with { GroupBy = [] }))!.Value.Rows.Total() : rows.Total();
        var figures = buckets is null && plan.GroupBy.Count == 0 ? [total] : rows.Figures(slice.MostRows);
        if (plan.Running && buckets is not null) figures = RunningSums.Of(figures, buckets);
        var made = new MeasureFigures(measure, Catalog.Measure(measure.Name), figures, total, buckets) { Rows = behind, PerGroup = hasBoth ? rows.PerGroup(slice.MostRows) : null };
        return !made.IsPartOfWhole || !hasBoth ? made
            : made with { PerStep = isMany ? (await segments.AddUpAsync(measure, stepped with { GroupBy = [] }))!.Value.Rows.PerStep() : rows.PerStep() };
    }

    /// <summary>The same from one pass over the rows; a total over tags takes a second one, for there a ticket stands in several rows.</summary>
    private async Task<MeasureFigures> AddedUpAsync(PlanMeasure measure, Slice slice, Slice stepped, Buckets? buckets)
    {
        var known = Catalog.Measure(measure.Name);
        var isRunning = measure.Clock == Clocks.Open && buckets is not null;
        var isMany = plan.GroupBy.Any(name => Catalog.Dimension(name).IsMany);
        var rows = isRunning
            ? await OpenStepsAsync(measure, known, stepped)
            : await ScanAsync(measure, stepped, isMany);
        var whole = slice with { GroupBy = [], MostRows = 1 };
        var total = isRunning || isMany ? (await ToldAsync(measure, whole)).Total() : rows.Total();
        var hasBoth = buckets is not null && plan.GroupBy.Count > 0;
        var made = new MeasureFigures(measure, known, isRunning || plan.Running ? RunningSums.Of(rows.Figures(slice.MostRows), buckets!) : rows.Figures(slice.MostRows), total, buckets)
        {
            Rows = isRunning ? null : rows,
            PerGroup = !hasBoth ? null : isRunning ? (await ToldAsync(measure, slice)).PerGroup(slice.MostRows) : rows.PerGroup(slice.MostRows),
        };
        return !made.IsPartOfWhole || !hasBoth ? made
            : made with { PerStep = isMany ? (await ScanAsync(measure, stepped with { GroupBy = [] })).PerStep() : rows.PerStep() };
    }

    private async Task<RowTally> OpenStepsAsync(PlanMeasure measure, Measure known, Slice stepped) =>
        segments is not null && await segments.AddUpOpenStepsAsync(measure, stepped) is { } told ? told
        : connection.AddUp(compiler.OpenStepRows(plan, measure, stepped), known with { Over = Aggregate.Sum }, stepped.Buckets);

    /// <summary>Adds up a slice from segments where they tell it, else from the rows.</summary>
    private async Task<RowTally> ToldAsync(PlanMeasure measure, Slice slice) =>
        segments is not null && await segments.AddUpAsync(measure, slice) is var (told, _) ? told : await ScanAsync(measure, slice);

    /// <summary>Adds up the rows of a slice, in parts where it is long.</summary>
    private async Task<RowTally> ScanAsync(PlanMeasure measure, Slice slice, bool isMany = false)
    {
        var known = Catalog.Measure(measure.Name);
        var cut = await CutAsync(measure, slice);
        return cut.Count == 1
            ? connection.AddUp(compiler.Rows(plan, measure, slice), known, slice.Buckets, isMany)
            : await connection.AddUpAsync([.. cut.Select(part => compiler.Rows(plan, measure, part))], known, slice.Buckets, isMany, parts.Threads);
    }

    private async Task<IReadOnlyList<Slice>> CutAsync(PlanMeasure measure, Slice slice)
    {
        if (parts.Threads == 1 && !parts.CutsForOne || !CutSlice.CanBe(plan, measure)) return [slice];
        if (!_reach.TryGetValue(measure.Clock, out var reach)) _reach[measure.Clock] = reach = await connection.ReachAsync(compiler.Reach(measure.Clock));
        return CutSlice.Of(slice, reach, parts);
    }

    private async Task<Buckets> BucketsAsync(PlanMeasure measure, Slice slice)
    {
        var (from, to) = (slice.From, slice.To);
        if (from is null || to is null)
        {
            var (first, last) = await connection.ExtentAsync(compiler.Extent(plan, measure, slice));
            from ??= first is { } a ? UtcMilliseconds.FromMilliseconds(a) : to?.AddTicks(-1);
            to ??= last is { } z ? UtcMilliseconds.FromMilliseconds(z + 1) : from?.AddTicks(1);
        }

        var (start, end) = (from is { } f ? Instant.FromDateTimeUtc(f) : Instant.FromUnixTimeTicks(0), to is { } t ? Instant.FromDateTimeUtc(t) : Instant.FromUnixTimeTicks(1));
        return Buckets.Of(plan, start, end)
            ?? throw new ArgumentException($"That would be more than {Buckets.Most:N0} steps; ask for longer ones, such as months, or a shorter period.");
    }

    private async Task<long> UndatedAsync()
    {
        if (plan.Measures.All(measure => measure.Clock != Clocks.Open) || plan.To is null) return 0;
        return await connection.CountAsync(compiler.Undated(plan));
    }
}
