using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running;

/// <summary>How long a plan may run before it is given up.</summary>
/// <param name="Seconds">So long.</param>
internal sealed record Patience(int Seconds)
{
    /// <summary>Of desks with fewer tickets nothing is cut short: where these take long the machine is busy, and whether a figure is there would be chance.</summary>
    public const long LargeDesk = 20_000;

    private const int LongSeconds = 180;

    /// <summary>Of somebody who waits.</summary>
    public static Patience Usual { get; } = new(RunningLimits.Seconds);

    /// <summary>Of what runs in the background, where nobody waits.</summary>
    public static Patience Long { get; } = new(LongSeconds);

    /// <summary>So many seconds only, of a desk of so many tickets or more: there an estimate comes sooner than the figure. Null for none.</summary>
    public (double Seconds, long Tickets)? OfLargeDesks { get; init; }

    /// <summary>Who is told how far it is; null where nobody looks.</summary>
    public IProgress<double>? Told { get; init; }
}
