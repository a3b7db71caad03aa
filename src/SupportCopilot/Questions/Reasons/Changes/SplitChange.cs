using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Reasons.Changes;

/// <summary>What a difference between two periods consists of, by one dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Parts">Its values, the largest contribution first; together they are the whole difference.</param>
internal sealed record ChangeByDimension(string Dimension, IReadOnlyList<ChangePartOf> Parts)
{
    /// <summary>How far the difference lies in one value rather than spread as the tickets are: that value's contribution less its part of the tickets before.</summary>
    public double Concentration => Parts.Count < 2 ? 0 : Parts.Where(part => !part.IsRest && part.Value is not null).Select(part => part.Contribution - part.Weight).DefaultIfEmpty(0).Max();
}

/// <summary>One value's part of a difference.</summary>
/// <param name="Value">The value; null for the tickets without one.</param>
/// <param name="Now">Its figure.</param>
/// <param name="Before">Its figure in the period before.</param>
/// <param name="Contribution">Its part of the whole difference.</param>
/// <param name="Weight">Its part of the tickets of the period before, 0–1.</param>
internal sealed record ChangePartOf(string? Value, double? Now, double? Before, double Contribution, double Weight)
{
    /// <summary>Whether it is everything that is not listed.</summary>
    public bool IsRest { get; init; }
}

/// <summary>
/// Splits a difference by a dimension so that the parts add up to it. Of a figure that adds up, a part's contribution is its own
/// difference over the whole one. Of an average or a share it is w₁(a₁ − A₀) − w₀(a₀ − A₀) over A₁ − A₀, where a is the part's
/// figure, w its share of the tickets and A the whole's figure, before (0) and now (1): as the shares add up to one, so do the
/// contributions to the whole difference, and a part counts both for what it became and for how many tickets it has.
/// </summary>
internal sealed class SplitChange(RunPlan run)
{
    private const int Listed = 8;
    private const double Rounded = 0.0001;
    private const int MostGroups = Compiling.RunningLimits.MostGroups;

    /// <summary>A figure over the two periods.</summary>
    public async Task<(ChangedFigure Now, ChangedFigure Before)> WholeAsync(Plan plan, PlanPeriod before, CancellationToken ct) =>
        (await FigureAsync(Over(plan, null), ct), await FigureAsync(Over(plan, before), ct));

    /// <summary>The difference by one dimension.</summary>
    /// <returns>The split; null where all tickets are alike in it.</returns>
    public async Task<ChangeByDimension?> RunAsync(Plan plan, PlanPeriod before, string dimension, ChangedFigure whole, ChangedFigure wholeBefore, CancellationToken ct)
    {
        var now = await GroupsAsync(Over(plan, null) with { GroupBy = [dimension] }, ct);
        var was = await GroupsAsync(Over(plan, before) with { GroupBy = [dimension] }, ct);
        if (now.Keys.Union(was.Keys).Count() < 2) return null;
        return Catalog.Measure(plan.Measures[0].Name).AddsUp ? Sum(dimension, now, was, whole, wholeBefore) : Mean(dimension, now, was, whole, wholeBefore);
    }

    /// <summary>The split of counts; where groups were too many to be read, the rest stands in one row.</summary>
    public static ChangeByDimension? Sum(string dimension, IReadOnlyDictionary<string, ChangedFigure> now, IReadOnlyDictionary<string, ChangedFigure> before, ChangedFigure whole, ChangedFigure wholeBefore)
    {
        var difference = whole.Value - wholeBefore.Value;
        if (difference is null or 0) return null;
        var parts = now.Keys.Union(before.Keys).Select(key =>
        {
            var (here, there) = (now.GetValueOrDefault(key)?.Value ?? 0, before.GetValueOrDefault(key)?.Value ?? 0);
            return new ChangePartOf(Name(key), here, there, (here - there) / difference.Value, wholeBefore.Value > 0 ? there / wholeBefore.Value.Value : 0);
        }).OrderByDescending(part => part.Contribution).ThenBy(part => part.Value, StringComparer.Ordinal).ToList();
        var listed = Chosen(parts);
        var rest = new ChangePartOf("(all others)", whole.Value - listed.Sum(part => part.Now), wholeBefore.Value - listed.Sum(part => part.Before), 0, 1 - listed.Sum(part => part.Weight)) { IsRest = true };
        if (rest.Now is 0 && rest.Before is 0) return new ChangeByDimension(dimension, listed);
        return new ChangeByDimension(dimension, [.. listed, rest with { Contribution = 1 - listed.Sum(part => part.Contribution) }]);
    }

    private static ChangeByDimension? Mean(string dimension, IReadOnlyDictionary<string, ChangedFigure> now, IReadOnlyDictionary<string, ChangedFigure> before, ChangedFigure whole, ChangedFigure wholeBefore)
    {
        if (whole.Value is not { } all || wholeBefore.Value is not { } allBefore || all == allBefore || whole.Tickets == 0 || wholeBefore.Tickets == 0) return null;
        var moves = now.Keys.Union(before.Keys).Select(key =>
        {
            var (here, there) = (now.GetValueOrDefault(key), before.GetValueOrDefault(key));
            var (w1, w0) = ((double)(here?.Tickets ?? 0) / whole.Tickets, (double)(there?.Tickets ?? 0) / wholeBefore.Tickets);
            var moved = (w1 * ((here?.Value ?? allBefore) - allBefore)) - (w0 * ((there?.Value ?? allBefore) - allBefore));
            return new ChangePartOf(Name(key), here?.Value, there?.Value, moved, w0);
        }).ToList();
        // The parts make up the difference but for the rounding of their figures; where groups were too many to be read, they do not.
        var sum = moves.Sum(part => part.Contribution);
        var isWhole = Math.Abs(sum - (all - allBefore)) < Math.Max(Rounded, Rounded * Math.Abs(all));
        if (!isWhole && now.Count < MostGroups && before.Count < MostGroups) return null;   // parts that do not make up the whole explain nothing
        var difference = isWhole ? sum : all - allBefore;
        if (difference == 0) return null;
        var parts = moves.Select(part => part with { Contribution = (part.Contribution / difference) + 0.0 }).OrderByDescending(part => part.Contribution).ThenBy(part => part.Value, StringComparer.Ordinal).ToList();
        var listed = Chosen(parts);
        if (listed.Count == parts.Count) return new ChangeByDimension(dimension, listed);
        return new ChangeByDimension(dimension, [.. listed, new ChangePartOf("(all others)", null, null, 1 - listed.Sum(part => part.Contribution), 1 - listed.Sum(part => part.Weight)) { IsRest = true }]);
    }

    /// <summary>Those that moved it most, either way.</summary>
    private static List<ChangePartOf> Chosen(List<ChangePartOf> parts) => parts.Count <= Listed + 1
        ? parts
        : [.. parts.OrderByDescending(part => Math.Abs(part.Contribution)).Take(Listed).OrderByDescending(part => part.Contribution)];

    private static Plan Over(Plan plan, PlanPeriod? before) => before is null
        ? plan with { Compare = null, Before = null }
        : plan with { Compare = null, Before = null, From = before.From, To = before.To, Days = before.Days };

    private async Task<ChangedFigure> FigureAsync(Plan plan, CancellationToken ct)
    {
        var made = await run.RunAsync(plan, ct);
        return new ChangedFigure(Number(made.Rows[0][0]), made.Tickets, made.Sample);
    }

    private async Task<Dictionary<string, ChangedFigure>> GroupsAsync(Plan plan, CancellationToken ct)
    {
        var made = await run.RunAsync(plan, ct);
        return made.Rows.Select((row, i) => (Key: row[0] as string ?? "", Figure: new ChangedFigure(Number(row[1]), made.TicketsPerRow[i], []))).GroupBy(one => one.Key).ToDictionary(same => same.Key, same => same.First().Figure);
    }

    private static string? Name(string key) => key.Length == 0 ? null : key;

    private static double? Number(object? cell) => cell is null ? null : Convert.ToDouble(cell, System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A figure with what it is made of.</summary>
/// <param name="Value">The figure; null where there is nothing to average.</param>
/// <param name="Tickets">How many tickets it is made of.</param>
/// <param name="Sample">Some of them.</param>
internal sealed record ChangedFigure(double? Value, long Tickets, IReadOnlyList<long> Sample);
