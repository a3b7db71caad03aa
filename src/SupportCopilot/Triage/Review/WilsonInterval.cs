namespace SupportCopilot.Triage.Review;

/// <summary>
/// The interval in which a share lies with 95 % confidence, by Wilson's score (E. B. Wilson, «Probable inference, the law of
/// succession, and statistical inference», JASA 22, 1927): it stays within 0–1 and is honest for few observations and for
/// shares near 0 and 1, where the textbook's ± is not.
/// </summary>
/// <param name="Low">The lower end, 0–1.</param>
/// <param name="High">The upper end, 0–1.</param>
public readonly record struct WilsonInterval(double Low, double High)
{
    private const double Z = 1.959963984540054;   // 97.5th percentile of the normal distribution: 2.5 % are left out at either end

    /// <summary>The interval of a share that was seen as <paramref name="hits"/> of <paramref name="total"/>; all of 0–1 where nothing was seen.</summary>
    public static WilsonInterval Of(int hits, int total)
    {
        if (total == 0) return new(0, 1);
        double n = total, share = hits / n, squared = Z * Z;
        var centre = (share + (squared / (2 * n))) / (1 + (squared / n));
        var half = Z / (1 + (squared / n)) * Math.Sqrt((share * (1 - share) / n) + (squared / (4 * n * n)));
        return new(Math.Max(0, centre - half), Math.Min(1, centre + half));
    }
}
