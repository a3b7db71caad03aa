using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running;

/// <summary>Turns what began and ended in each step into what was open at the end of each: a running sum for each group, every step filled.</summary>
internal static class RunningSums
{
    public static List<Figure> Of(IReadOnlyList<Figure> changes, Buckets buckets)
    {
        var open = new List<Figure>();
        foreach (var group in changes.GroupBy(figure => figure.Group))
        {
            var change = group.ToDictionary(figure => figure.Step ?? 0, figure => figure.Value ?? 0);
            var sum = 0.0;
            foreach (var bucket in buckets.All)
            {
                sum += change.GetValueOrDefault(bucket.Key);
                open.Add(new Figure(group.Key, bucket.Key, sum, (long)sum));
            }
        }

        return open;
    }
}
