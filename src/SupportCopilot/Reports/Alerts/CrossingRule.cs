using SupportCopilot.Questions.Answers;
using SupportCopilot.Reports.Saving;

namespace SupportCopilot.Reports.Alerts;

/// <summary>
/// When a bound is crossed, and when the figure counts as back. Between the two lies a margin of 5 % of the bound (one
/// point of a share, one of a count at least), so that a figure that trembles around its bound is told of once.
/// </summary>
internal sealed record CrossingRule(string Op, double Threshold, string Unit)
{
    private const double PartOfBound = 0.05;
    private const double PointOfShare = 0.01;

    public static CrossingRule Of(AlertWatch watch) => new(watch.Op, watch.Threshold, watch.Unit);

    private bool IsUpwards => Op is "moreThan" or "atLeast";

    /// <summary>Where the figure has to come back to before a crossing can be told of again.</summary>
    public double BackAt => IsUpwards
        ? Math.Max(0, Rounded(Threshold - Margin, Math.Floor))
        : Unit == "share" ? Math.Min(1, Threshold + Margin) : Rounded(Threshold + Margin, Math.Ceiling);

    private double Margin => Unit == "share" ? PointOfShare : IsCount ? Math.Max(1, Math.Abs(Threshold) * PartOfBound) : Math.Abs(Threshold) * PartOfBound;

    private bool IsCount => Unit is not ("share" or "minutes" or "hours");

    public bool IsBeyond(double value) => Op switch
    {
        "moreThan" => value > Threshold,
        "atLeast" => value >= Threshold,
        "lessThan" => value < Threshold,
        _ => value <= Threshold,
    };

    public bool IsBack(double value) => !IsBeyond(value) && (IsUpwards ? value <= BackAt : value >= BackAt);

    /// <summary>«over 200».</summary>
    public string Words => $"{Op switch { "moreThan" => "over", "atLeast" => "at or over", "lessThan" => "below", _ => "at or below" }} {FigureWords.Of(Threshold, Unit)}";

    /// <summary>«190 or less».</summary>
    public string BackWords => $"{FigureWords.Of(BackAt, Unit)} or {(IsUpwards ? "less" : "more")}";

    private double Rounded(double value, Func<double, double> round) => IsCount ? round(value) : value;
}
