namespace SupportCopilot.Clusters.Deciding;

/// <summary>
/// What each verb does to a cluster. Whatever changes words that customers could read takes the publication back: new words
/// need a new look.
/// </summary>
/// <remarks>
/// proposed → approved → published; reject from any of them, which withdraws the article; edit of an approved one changes
/// the article, of a published one takes it back to approved, of a rejected one proposes it anew; rename at any time.
/// </remarks>
internal static class ApplyDecision
{
    private const int LongestName = 200;
    private const int LongestResolution = 10_000;
    private const int LongestReason = 1_000;

    /// <returns>Null when done; else what is wrong, in words, and the cluster is half-changed: forget it.</returns>
    public static string? To(Cluster cluster, Decision decision)
    {
        if (cluster.State is ClusterState.Gone) return "The tickets of this cluster have gone elsewhere; there is nothing left to decide.";
        return decision.Verb switch
        {
            ClusterVerb.Edit => Edit(cluster, decision.Resolution),
            ClusterVerb.Approve => Approve(cluster, decision.Resolution),
            ClusterVerb.Reject => Reject(cluster, decision.Reason),
            ClusterVerb.Publish => Publish(cluster),
            ClusterVerb.Rename => Rename(cluster, decision.Name),
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision.Verb, "No such verb."),
        };
    }

    private static string? Edit(Cluster cluster, string? words)
    {
        if (Set(cluster, words) is { } wrong) return wrong;
        if (cluster.State is ClusterState.Published) cluster.State = ClusterState.Approved;
        if (cluster.State is ClusterState.Rejected) (cluster.State, cluster.RejectReason) = (ClusterState.Proposed, null);
        return null;
    }

    private static string? Approve(Cluster cluster, string? words)
    {
        var isNew = !string.IsNullOrWhiteSpace(words) && words.Trim() != cluster.Resolution;
        if (!isNew && cluster.State is ClusterState.Approved) return "It is approved already. Publish it to let replies cite it, or edit the resolution.";
        if (!isNew && cluster.State is ClusterState.Published) return "It is approved and published already. Edit the resolution to change it.";
        if (isNew && Set(cluster, words) is { } wrong) return wrong;
        if (string.IsNullOrWhiteSpace(cluster.Resolution)) return "There is no resolution to approve yet: write down in resolution what solves this problem, then approve.";
        (cluster.State, cluster.RejectReason) = (ClusterState.Approved, null);
        return null;
    }

    private static string? Reject(Cluster cluster, string? reason)
    {
        reason = reason?.Trim();
        if (string.IsNullOrEmpty(reason)) return "Say in reason why it is rejected; others will look here for it.";
        if (reason.Length > LongestReason) return $"The reason has {reason.Length:N0} characters; at most {LongestReason:N0} are kept.";
        if (cluster.State is ClusterState.Rejected) return "It is rejected already. Edit the resolution to propose it anew.";
        (cluster.State, cluster.RejectReason) = (ClusterState.Rejected, reason);
        return null;
    }

    private static string? Publish(Cluster cluster)
    {
        if (cluster.State is ClusterState.Published) return "It is published already.";
        if (cluster.State is not ClusterState.Approved) return "Approve the resolution first; publishing is a second step.";
        cluster.State = ClusterState.Published;
        return null;
    }

    private static string? Rename(Cluster cluster, string? name)
    {
        name = name is null ? "" : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (name.Length == 0) return "Give the new name in name.";
        if (name.Length > LongestName) return $"The name has {name.Length:N0} characters; at most {LongestName} are kept.";
        (cluster.Name, cluster.IsNamedByPerson) = (name, true);
        return null;
    }

    private static string? Set(Cluster cluster, string? words)
    {
        words = words?.ReplaceLineEndings("\n").Trim();
        if (string.IsNullOrEmpty(words)) return "Give the new words in resolution.";
        if (words.Length > LongestResolution) return $"The resolution has {words.Length:N0} characters; at most {LongestResolution:N0} are kept.";
        (cluster.Resolution, cluster.IsResolutionByPerson) = (words, true);
        return null;
    }
}
