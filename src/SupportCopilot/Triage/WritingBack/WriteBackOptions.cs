using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>How verdicts are written to a desk (section <c>SupportCopilot:WriteBack</c>).</summary>
public sealed class WriteBackOptions
{
    /// <summary>
    /// How long after a write whose answer was lost its trace must still be missing, in seconds, before it is written again:
    /// the desk may apply it late.
    /// </summary>
    [Range(1, 3600)]
    public int LookAgainAfterSeconds { get; set; } = 60;

    /// <summary>How long a ticket waits that the desk could not take just now, in seconds, where the desk itself says nothing.</summary>
    [Range(1, 3600)]
    public int TryAgainAfterSeconds { get; set; } = 15;

    internal TimeSpan LookAgainAfter => TimeSpan.FromSeconds(LookAgainAfterSeconds);

    internal TimeSpan TryAgainAfter => TimeSpan.FromSeconds(TryAgainAfterSeconds);
}
