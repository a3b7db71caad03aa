using SupportCopilot.Storage;

namespace SupportCopilot.Clusters.Runs;

/// <summary>One search for clusters: asked for by a person, a command or the schedule.</summary>
public sealed class ClusterRun : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>How far it is.</summary>
    public ClusterRunStatus Status { get; set; }

    /// <summary>The share that is done, 0–1.</summary>
    public double Progress { get; set; }

    /// <summary>Who asked for it; null for the schedule and the command.</summary>
    public long? RequestedBy { get; init; }

    /// <summary>When (UTC).</summary>
    public DateTime RequestedAt { get; init; }

    /// <summary>When its work began, last of all (UTC).</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Whether it looks at all tickets anew, instead of adding to the clusters that are known.</summary>
    public bool IsAnew { get; set; }

    /// <summary>How many tickets it looked at.</summary>
    public int Tickets { get; set; }

    /// <summary>How many clusters there are now.</summary>
    public int Clusters { get; set; }

    /// <summary>How many of them are new.</summary>
    public int Found { get; set; }

    /// <summary>How many went into another.</summary>
    public int Merged { get; set; }

    /// <summary>How many are gone.</summary>
    public int Gone { get; set; }

    /// <summary>Grows with every change; of two processes at one run only one wins.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>How far a run is.</summary>
public enum ClusterRunStatus
{
    /// <summary>Waits for a process that is free.</summary>
    Queued = 0,

    /// <summary>Being worked on; after a crash it is taken up again.</summary>
    Running = 1,

    /// <summary>Done.</summary>
    Completed = 2,

    /// <summary>It failed; the log says why.</summary>
    Failed = 3,
}
