namespace SupportCopilot.Replies.Outlook;

/// <summary>What a desk's done tickets tell of its open ones; kept as JSON.</summary>
internal sealed class OutlookModel
{
    /// <summary>What tells how likely a ticket goes wrong; null where too few went wrong to tell.</summary>
    public RiskModel? Risk { get; init; }

    /// <summary>What tells how long a ticket takes; null where too few were solved to tell.</summary>
    public TimeModel? Time { get; init; }
}

/// <summary>How likely a ticket goes wrong.</summary>
internal sealed class RiskModel
{
    public required FieldMeans Means { get; init; }

    /// <summary>Intercept and weights over the fields' log-odds beyond the usual.</summary>
    public required double[] Weights { get; init; }

    public required RiskFigures Figures { get; init; }

    public double[] Inputs(IReadOnlyDictionary<string, string> values) =>
        [.. OutlookFields.All.Select(field => Regression.LogOdds(Means.Of(field, values)) - Regression.LogOdds(Means.Overall))];

    /// <summary>The chance; the usual share where the model was no better than that on tickets it had not seen.</summary>
    public double ChanceOf(IReadOnlyDictionary<string, string> values) => Figures.IsBetter ? Regression.Chance(Regression.Sum(Weights, Inputs(values))) : Means.Overall;
}

/// <summary>How long a ticket takes, on the scale of the natural logarithm of minutes.</summary>
internal sealed class TimeModel
{
    public required FieldMeans Means { get; init; }

    public required double[] Weights { get; init; }

    /// <summary>By how much tickets not learned from took longer (log) than told: 101 quantiles, ascending.</summary>
    public required double[] Misses { get; init; }

    public required TimeFigures Figures { get; init; }

    public double[] Inputs(IReadOnlyDictionary<string, string> values) => [.. OutlookFields.All.Select(field => Means.Of(field, values) - Means.Overall)];

    /// <summary>The minutes by which a share of such tickets is solved, of those that are not yet after some minutes.</summary>
    public double Quantile(IReadOnlyDictionary<string, string> values, double share, double elapsedMinutes)
    {
        var middle = Figures.IsBetter ? Regression.Sum(Weights, Inputs(values)) : Means.Overall;
        var passed = elapsedMinutes <= 1 ? 0 : ShareBelow(Math.Log(elapsedMinutes) - middle);
        return Math.Max(elapsedMinutes, Math.Exp(middle + MissAt(passed + (share * (1 - passed)))));
    }

    private double ShareBelow(double miss)
    {
        var below = Array.BinarySearch(Misses, miss);
        return Math.Min(0.99, (below >= 0 ? below : ~below) / (double)Misses.Length);
    }

    private double MissAt(double share)
    {
        var at = Math.Clamp(share, 0, 1) * (Misses.Length - 1);
        var (low, part) = ((int)at, at - (int)at);
        return low + 1 < Misses.Length ? Misses[low] + (part * (Misses[low + 1] - Misses[low])) : Misses[^1];
    }
}

/// <summary>How the chances did on the newest fifth of the tickets, which they had not seen.</summary>
/// <param name="Tickets">Tickets judged on.</param>
/// <param name="Share">The share of them that went wrong.</param>
/// <param name="Brier">The mean square of chance against outcome; less is better.</param>
/// <param name="NaiveBrier">The same for always telling the share known before.</param>
public sealed record RiskFigures(int Tickets, double Share, double Brier, double NaiveBrier)
{
    /// <summary>Whether telling tickets apart was better than not.</summary>
    public bool IsBetter => Brier < NaiveBrier;
}

/// <summary>How the times did on the newest fifth of the tickets, which they had not seen.</summary>
/// <param name="Tickets">Tickets judged on.</param>
/// <param name="Coverage">The share of them that was solved within the range told for 80 %.</param>
/// <param name="NaiveCoverage">The same for one range for all tickets.</param>
/// <param name="MedianFactor">By what factor half of them missed the time told, at most: 2 is half or twice as long.</param>
/// <param name="NaiveMedianFactor">The same for telling the usual time.</param>
public sealed record TimeFigures(int Tickets, double Coverage, double NaiveCoverage, double MedianFactor, double NaiveMedianFactor)
{
    /// <summary>Whether telling tickets apart was better than not.</summary>
    public bool IsBetter => MedianFactor < NaiveMedianFactor;
}
