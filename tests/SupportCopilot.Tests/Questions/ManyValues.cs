using SupportCopilot.Questions.Running.Tallying;

namespace SupportCopilot.Tests.Questions;

/// <summary>Values that are kept for percentiles and distinct counts: however many there are, what comes out is exact.</summary>
public sealed class ManyValues
{
    [Theory]
    [InlineData(100, 50)]
    [InlineData(100, 90)]
    [InlineData(120_001, 50)]
    [InlineData(120_000, 50)]
    [InlineData(120_000, 90)]
    [InlineData(120_000, 100)]
    public void Have_the_percentile_of_all_of_them_in_their_order(int count, int percent)
    {
        foreach (var of in Mixes(count))
        {
            var values = of.Order().ToArray();
            var (at, part) = ((int)((values.Length - 1L) * percent / 100), (values.Length - 1L) * percent % 100 / 100.0);
            var expected = part == 0 ? values[at] : values[at] * (1 - part) + values[at + 1] * part;
            foreach (var parts in new[] { 1, 2, 7 }) Assert.Equal(expected, Kept(of, parts, isDistinct: false).Percentile(percent));
        }
    }

    [Theory]
    [InlineData(100)]
    [InlineData(120_000)]
    public void Are_counted_each_once(int count)
    {
        foreach (var of in Mixes(count))
            foreach (var parts in new[] { 1, 2, 7 }) Assert.Equal(of.Distinct().Count(), Kept(of, parts, isDistinct: true).Distinct());
    }

    /// <summary>Minutes; minutes and long ones; fractions and negative ones among them; our own numbers; all the same.</summary>
    private static IEnumerable<double[]> Mixes(int count)
    {
        var dice = new Random(count);
        double[] Of(Func<double> one) => [.. Enumerable.Range(0, count).Select(_ => one())];
        yield return Of(() => dice.Next(5_000));
        yield return Of(() => dice.Next(200_000));
        yield return Of(() => dice.Next(4) switch { 0 => dice.Next(10) / 10.0, 1 => -dice.Next(50), 2 => 65_535 + dice.Next(3), _ => dice.Next(300) });
        yield return Of(() => 90_000_000 + dice.Next(1_000));
        yield return Of(() => 65_536);
    }

    private static CellValues Kept(double[] values, int parts, bool isDistinct)
    {
        var kept = Enumerable.Range(0, parts).Select(_ => new CellValues(isDistinct)).ToList();
        for (var i = 0; i < values.Length; i++) kept[i < values.Length / 10 ? 0 : i % parts].Add(values[i]);
        var all = new CellValues(isDistinct);
        foreach (var part in kept) all.Add(part);
        return all;
    }
}
