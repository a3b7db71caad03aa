using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>The buttons of an approval card. Each is an Action.Execute; a client that knows none sends the same as a submit.</summary>
internal static class ApprovalActions
{
    /// <summary>The names of the inputs, as they come back in <see cref="ActionData"/>.</summary>
    private const string ResolutionInput = "resolution";
    private const string ReasonInput = "reason";

    private const int LongestResolution = 10_000;
    private const int LongestReason = 1_000;

    /// <summary>What can be done with a cluster in its state.</summary>
    public static IReadOnlyList<CardAction> Of(ClusterDetail cluster, ApprovalDetail detail)
    {
        IEnumerable<CardAction?> actions = cluster.State switch
        {
            "proposed" => [Approve(cluster, detail), Edit(cluster, detail), Reject(cluster), Show("Refresh", cluster)],
            "approved" => [Publish(cluster, detail), Show("Refresh", cluster)],
            "gone" => [],
            _ => [Show("Refresh", cluster)],
        };
        return [.. actions.OfType<CardAction>()];
    }

    /// <summary>Asks for the cluster as it is now; changes nothing.</summary>
    public static ExecuteAction Show(string title, ClusterDetail cluster) => Execute(title, CardVerb.Show, cluster, "none");

    private static ExecuteAction? Approve(ClusterDetail cluster, ApprovalDetail detail) =>
        detail.IsWhole && !string.IsNullOrWhiteSpace(cluster.Resolution)
            ? Execute("Approve", CardVerb.Approve, cluster, "none") with { Style = ActionStyle.Positive }
            : null;

    private static ExecuteAction? Publish(ClusterDetail cluster, ApprovalDetail detail) =>
        detail.IsWhole ? Execute("Publish: replies may cite it", CardVerb.Publish, cluster, "none") with { Style = ActionStyle.Positive } : null;

    private static ShowCardAction? Edit(ClusterDetail cluster, ApprovalDetail detail)
    {
        if (!detail.CanEdit) return null;
        var isThere = !string.IsNullOrWhiteSpace(cluster.Resolution);
        return new ShowCardAction(isThere ? "Edit, then approve" : "Write it, then approve", new AdaptiveCard(
        [
            new TextInput("The resolution, in the words that agents and customers will read")
            {
                Id = ResolutionInput, Value = cluster.Resolution, IsMultiline = true, IsRequired = true, MaxLength = LongestResolution,
                ErrorMessage = "Write the resolution before you approve it.",
            },
        ])
        {
            Actions =
            [
                Execute("Approve these words", CardVerb.Approve, cluster) with { Style = ActionStyle.Positive },
                Execute("Save without approving", CardVerb.Edit, cluster),
            ],
        });
    }

    private static ShowCardAction Reject(ClusterDetail cluster) => new("Reject with a reason", new AdaptiveCard(
    [
        new TextInput("Why it is rejected")
        {
            Id = ReasonInput, IsMultiline = true, IsRequired = true, MaxLength = LongestReason,
            Placeholder = "For example: these tickets have two different causes.",
            ErrorMessage = "Give a reason: whoever looks at this cluster next needs it.",
        },
    ])
    {
        Actions = [Execute("Reject", CardVerb.Reject, cluster) with { Style = ActionStyle.Destructive }],
    });

    private static ExecuteAction Execute(string title, string verb, ClusterDetail cluster, string? inputs = null)
    {
        var data = new ActionData { Verb = verb, Cluster = cluster.Id, Version = cluster.Version };
        return new ExecuteAction(title, verb, data)
        {
            AssociatedInputs = inputs,
            Fallback = new SubmitAction(title, data) { AssociatedInputs = inputs },
        };
    }
}
