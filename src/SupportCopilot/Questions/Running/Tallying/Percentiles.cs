namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>
/// Percentiles by linear interpolation between the two nearest ranks: definition 7 of Hyndman and Fan, «Sample Quantiles in
/// Statistical Packages», The American Statistician 50 (1996), as the statements compute them. Ranks are found by selection
/// (C. A. R. Hoare, «Algorithm 65: Find», 1961), on average linear in the values.
/// </summary>
internal static class Percentiles
{
    /// <summary>The percentile of at least one value; their order is lost.</summary>
    /// <param name="values">The values.</param>
    /// <param name="percent">Which one, 1–99.</param>
    public static double Of(Span<double> values, int percent)
    {
        var (rank, part) = RankOf(values.Length, percent);
        var at = (int)rank;
        Select(values, at);
        if (part == 0) return values[at];
        var next = values[at + 1];
        foreach (var value in values[(at + 2)..]) next = Math.Min(next, value);
        return Between(values[at], next, part);
    }

    /// <summary>The lower one of the two nearest ranks, from 0, and how far the percentile lies from it to the next.</summary>
    public static (long At, double Part) RankOf(long count, int percent)
    {
        var rank = (count - 1) * percent;
        return (rank / 100, rank % 100 / 100.0);
    }

    /// <summary>What lies so far between two values.</summary>
    public static double Between(double value, double next, double part) => value * (1.0 - part) + next * part;

    /// <summary>Puts the value of a rank at its place, smaller ones before it and larger ones behind.</summary>
    private static void Select(Span<double> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            if (high - low < 32)
            {
                values[low..(high + 1)].Sort();
                return;
            }
            var pivot = MedianOf(values[low], values[(low + high) / 2], values[high]);
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] < pivot) left++;
                while (values[right] > pivot) right--;
                if (left > right) break;
                (values[left], values[right]) = (values[right], values[left]);
                left++;
                right--;
            }
            if (rank <= right) high = right;
            else if (rank >= left) low = left;
            else return;
        }
    }

    private static double MedianOf(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
