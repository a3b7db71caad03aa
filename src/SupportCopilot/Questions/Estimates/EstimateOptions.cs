using System.ComponentModel.DataAnnotations;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Estimates;

/// <summary>When a question is answered by an estimate first (section <c>SupportCopilot:Questions</c>).</summary>
public sealed class EstimateOptions
{
    /// <summary>An answer that takes longer than so many seconds is preceded by an estimate. With the time that this one may take, nobody waits for more than a second.</summary>
    [Range(0.01, 15)]
    public double EstimateAfterSeconds { get; set; } = 0.5;

    /// <summary>Of desks with fewer tickets there is no estimate: where these take long, the machine is busy, and a sample would wait as well.</summary>
    [Range(1, long.MaxValue)]
    public long EstimateFromTickets { get; set; } = Patience.LargeDesk;

    /// <summary>About so many of the period's tickets are looked at.</summary>
    [Range(100, 1_000_000)]
    public int SampledTickets { get; set; } = 10_000;

    /// <summary>An estimate that takes longer than so many seconds is none.</summary>
    [Range(0.01, 15)]
    public double EstimateWithinSeconds { get; set; } = 0.4;
}
