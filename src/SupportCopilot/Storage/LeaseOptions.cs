using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Storage;

/// <summary>How processes share work (section <c>SupportCopilot:Leases</c>).</summary>
public sealed class LeaseOptions
{
    /// <summary>
    /// How long after a process died another, or the same one started again, takes its work over, in seconds. A process that
    /// stands still for longer than this while it lives, as in a suspended machine, loses its work to another and writes nothing
    /// of it any more.
    /// </summary>
    [Range(1, 600)]
    public int TakeOverAfterSeconds { get; set; } = 30;

    internal TimeSpan TakeOverAfter => TimeSpan.FromSeconds(TakeOverAfterSeconds);
}
