using System.Globalization;
using SupportCopilot.Learning.Statistics;
using SupportCopilot.Questions.Running;
using SupportCopilot.Reports.Weeks;

namespace SupportCopilot.Reports.Composing;

/// <summary>Finds what rose or fell against the week before by more than chance explains.</summary>
internal sealed class FindMovers(RunPlan run)
{
    private static readonly string[] Dimensions = ["category", "product", "tag"];

    // The share of digests in which chance alone may put a mover into the list.
    private const double MostFalse = 0.05;

    // Below this in both weeks a difference is nobody's concern, whatever its probability.
    private const int FewestTickets = 10;

    private const int Shown = 5;

    /// <returns>At most five, the largest difference first.</returns>
    public async Task<IReadOnlyList<DigestMover>> RunAsync(ReportedWeek week, CancellationToken ct)
    {
        var candidates = new List<DigestMover>();
        foreach (var dimension in Dimensions)
        {
            var (now, before) = (await CountsAsync(dimension, week, ct), await CountsAsync(dimension, week.Before, ct));
            candidates.AddRange(now.By.Keys.Union(before.By.Keys).Where(value => now.Knows(value) && before.Knows(value))
                .Select(value => new DigestMover(dimension, value, now.By.GetValueOrDefault(value), before.By.GetValueOrDefault(value)))
                .Where(mover => Math.Max(mover.Tickets, mover.Before) >= FewestTickets));
        }

        // So many looked at, so many chances to be wrong: each must be that much rarer (Bonferroni).
        var threshold = MostFalse / Math.Max(1, candidates.Count);
        return [.. candidates
            .Select(mover => mover with { PValue = PoissonComparison.PValue(mover.Tickets, mover.Before) })
            .Where(mover => mover.PValue < threshold)
            .OrderByDescending(mover => Math.Abs(mover.Tickets - mover.Before)).ThenBy(mover => mover.PValue).ThenBy(mover => mover.Value, StringComparer.Ordinal)
            .Take(Shown)
            .Select(mover => mover with { Note = InWords(mover.PValue), Question = $"tickets with {mover.Dimension} {mover.Value} created {DigestFigures.Span(week)}" })];
    }

    private async Task<Counts> CountsAsync(string dimension, ReportedWeek week, CancellationToken ct)
    {
        var counts = await run.RunAsync(DigestFigures.PlanOf(new("tickets", "created"), week) with { GroupBy = [dimension] }, ct);
        return new(
            counts.Rows.Where(row => row[0] is string).ToDictionary(row => (string)row[0]!, row => Convert.ToInt32(row[1], CultureInfo.InvariantCulture)),
            IsWhole: counts.Groups <= counts.Rows.Count);
    }

    /// <summary>The tickets of each value; where the smallest were left out, a value that is missing is unknown and not zero.</summary>
    private sealed record Counts(IReadOnlyDictionary<string, int> By, bool IsWhole)
    {
        public bool Knows(string value) => IsWhole || By.ContainsKey(value);
    }

    private static string InWords(double p)
    {
        var weeks = 1 / p;
        if (weeks >= 1000) return "chance alone would do this less than once in 1,000 weeks";
        var digits = weeks >= 100 ? 10 : 1;
        return string.Create(CultureInfo.InvariantCulture, $"chance alone would do this about once in {Math.Floor(weeks / digits) * digits:0} weeks");
    }
}
