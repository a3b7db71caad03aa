using MathNet.Numerics;

namespace SupportCopilot.Learning.Statistics;

/// <summary>
/// Whether two counts of equally long times differ by more than chance: the exact conditional test of two Poisson rates
/// (Przyborowski and Wilenski, «Homogeneity of results in testing samples from Poisson series», Biometrika 31, 1940).
/// Given their sum, each count is binomial with one half where both rates are the same.
/// </summary>
public static class PoissonComparison
{
    /// <summary>The two-sided p-value.</summary>
    /// <param name="first">Events in the one time, 0 or more.</param>
    /// <param name="second">Events in the other.</param>
    /// <returns>How probable a difference of this size or more is under equal rates, 0–1; 1 where nothing was counted.</returns>
    public static double PValue(int first, int second)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(second);
        if (first == second) return 1;

        // P(X ≥ k) of a binomial with n trials and one half is the regularised incomplete beta function I½(k, n − k + 1).
        var (larger, all) = (Math.Max(first, second), first + second);
        return Math.Min(1, 2 * SpecialFunctions.BetaRegularized(larger, all - larger + 1, 0.5));
    }
}
