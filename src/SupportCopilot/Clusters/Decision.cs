using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Clusters;

/// <summary>What a person wants done.</summary>
/// <param name="Verb">What.</param>
/// <param name="Version">The version of the cluster that the person saw.</param>
public sealed record Decision(ClusterVerb Verb, int Version)
{
    /// <summary>The resolution's new words; for <see cref="ClusterVerb.Edit"/>, and for <see cref="ClusterVerb.Approve"/> where they were edited on the same card.</summary>
    public string? Resolution { get; init; }

    /// <summary>Why; needed to reject.</summary>
    public string? Reason { get; init; }

    /// <summary>The new name, for <see cref="ClusterVerb.Rename"/>.</summary>
    public string? Name { get; init; }

    /// <summary>The verb as it is stored and said: approve, reject, …</summary>
    internal string VerbName => Verb.ToString().ToLowerInvariant();

    /// <summary>A hash of the words that come with it, as 64 hexadecimal digits.</summary>
    internal string ContentHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Resolution}\0{Reason}\0{Name}")));
}

/// <summary>What can be done with a cluster.</summary>
public enum ClusterVerb
{
    /// <summary>Changes the resolution without deciding.</summary>
    Edit,

    /// <summary>Approves the resolution, which becomes an internal article.</summary>
    Approve,

    /// <summary>Rejects it, with a reason.</summary>
    Reject,

    /// <summary>Publishes the approved resolution, so that replies may cite it.</summary>
    Publish,

    /// <summary>Gives the cluster another name.</summary>
    Rename,
}

/// <summary>What became of a decision.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Cluster">The cluster as it is now; null where the caller may not see it.</param>
/// <param name="Message">In words, what happened or what to do.</param>
public sealed record DecisionResult(DecisionOutcome Outcome, ClusterDetail? Cluster, string Message);

/// <summary>How a decision ended.</summary>
public enum DecisionOutcome
{
    /// <summary>Done.</summary>
    Done,

    /// <summary>The same person had done the same on the same version before; nothing changed.</summary>
    AlreadyDone,

    /// <summary>Somebody else changed the cluster in between; nothing was done.</summary>
    Changed,

    /// <summary>The caller's role or scope does not allow it.</summary>
    NotAllowed,

    /// <summary>No such cluster in the caller's sight.</summary>
    NotFound,

    /// <summary>It cannot be done like this: no reason given, nothing to publish, …</summary>
    Invalid,
}
