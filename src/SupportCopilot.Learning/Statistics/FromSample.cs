using MathNet.Numerics.Distributions;

namespace SupportCopilot.Learning.Statistics;

/// <summary>
/// Figures of a whole, estimated from a sample into which each member came by chance with the same probability, and
/// independently of every other. Each gives null where the sample says too little for its interval to hold.
/// </summary>
/// <param name="share">The probability with which each member came into the sample, between 0 and 1.</param>
/// <param name="error">How often an interval may miss the true figure.</param>
public sealed class FromSample(double share, double error)
{
    private const int Fewest = 30;
    private const double MostSkew = 0.2;   // Cochran, «Sampling Techniques» (1977), 2.15: n above 25 times the squared skewness

    private readonly double _z = Normal.InvCDF(0, 1, 1 - error / 2);

    /// <summary>How many there are, of which so many are in the sample: the score interval of a binomial whose number of trials is sought, with a correction for continuity.</summary>
    public Estimated Count(long found)
    {
        var spread = _z * _z * (1 - share);
        double Bound(double at, int side) => (2 * at + spread + side * Math.Sqrt(spread * (4 * at + spread))) / (2 * share);
        return new(found / share, found == 0 ? 0 : Math.Max(found, Bound(found - 0.5, -1)), Bound(found + 0.5, 1));
    }

    /// <summary>What the members' values add up to (Horvitz and Thompson, «A Generalization of Sampling Without Replacement», 1952).</summary>
    public Estimated? Sum(IReadOnlyList<double> values)
    {
        double sum = 0, squares = 0, cubes = 0;
        foreach (var value in values) (sum, squares, cubes) = (sum + value, squares + value * value, cubes + Math.Abs(value * value * value));
        if (values.Count < Fewest || squares == 0 || cubes / Math.Pow(squares, 1.5) > MostSkew) return null;
        var off = _z * Math.Sqrt((1 - share) * squares) / share;
        return new(sum / share, Math.Max(sum, sum / share - off), sum / share + off);
    }

    /// <summary>The mean of the members' values, by the normal law where the sample is large for the skewness of its values.</summary>
    public Estimated? Mean(IReadOnlyList<double> values)
    {
        var n = values.Count;
        if (n < Fewest) return null;
        var mean = values.Average();
        double squares = 0, cubes = 0;
        foreach (var value in values) (squares, cubes) = (squares + (value - mean) * (value - mean), cubes + Math.Pow(value - mean, 3));
        if (squares == 0 || Math.Abs(cubes) / Math.Pow(squares, 1.5) > MostSkew) return null;   // the skewness of the mean
        var off = _z * (1 + (_z * _z + 1) / (4 * n)) * Math.Sqrt(squares / (n - 1) / n * (1 - share));   // Student's law to its first term
        return new(mean, mean - off, mean + off);
    }

    /// <summary>The part of the members of which something holds, that holds of so many of the sample's n (Wilson, 1927).</summary>
    public Estimated? Share(double holds, long n)
    {
        if (n == 0) return null;
        var (p, z) = (holds / n, _z * _z / n);
        var (middle, off) = ((p + z / 2) / (1 + z), _z * Math.Sqrt(p * (1 - p) / n + z / n / 4) / (1 + z));
        var slack = 0.5 / n;   // a count moves by whole members
        return new(p, Math.Max(0, middle - off - slack), Math.Min(1, middle + off + slack));
    }

    /// <summary>The value that a part of the members do not exceed: between two members of the sample whose ranks are binomial, whatever the values' law.</summary>
    /// <param name="sorted">The sample's values, ascending.</param>
    /// <param name="part">0.5 for the median.</param>
    public Estimated? Quantile(IReadOnlyList<double> sorted, double part)
    {
        var n = sorted.Count;
        var off = _z * Math.Sqrt(n * part * (1 - part));
        var (low, high) = ((int)Math.Floor(n * part - off) - 1, (int)Math.Ceiling(n * part + off));
        if (n < Fewest || low < 0 || high >= n) return null;
        var rank = (n - 1) * part;
        var at = sorted[(int)rank] + (rank - (int)rank) * (sorted[Math.Min((int)rank + 1, n - 1)] - sorted[(int)rank]);
        return new(at, sorted[low], sorted[high]);
    }
}
