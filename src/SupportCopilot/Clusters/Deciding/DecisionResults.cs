namespace SupportCopilot.Clusters.Deciding;

/// <summary>The ways a decision ends, in words for the person who pressed.</summary>
internal static class DecisionResults
{
    public static DecisionResult NotFound { get; } = new(DecisionOutcome.NotFound, null, "There is no such cluster, or none that you may see.");

    public static DecisionResult NotAllowed(ClusterDetail seen) =>
        new(DecisionOutcome.NotAllowed, seen, "Only a product owner decides on a cluster's resolution. Ask an admin for that role.");

    public static DecisionResult Changed(ClusterDetail now) =>
        new(DecisionOutcome.Changed, now, "The cluster has changed since you looked, so nothing was done. This is how it stands now; decide again if you still want to.");

    public static DecisionResult AlreadyDone(ClusterDetail now) => new(DecisionOutcome.AlreadyDone, now, "You had done that already; nothing was done twice.");

    public static string InWords(ClusterVerb verb) => verb switch
    {
        ClusterVerb.Approve => "Approved. The resolution stands as an internal article; publish it to let replies cite it.",
        ClusterVerb.Publish => "Published. Replies cite it as soon as the search index has it, within seconds.",
        ClusterVerb.Reject => "Rejected.",
        ClusterVerb.Edit => "Changed.",
        ClusterVerb.Rename => "Renamed.",
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such verb."),
    };
}
