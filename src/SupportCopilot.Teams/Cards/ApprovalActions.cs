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

    private static readonly (string, string) Save = ("Save these words", CardVerb.Edit);

    /// <summary>What can be done with a cluster in its state.</summary>
    public static IReadOnlyList<CardAction> Of(ClusterDetail cluster, ApprovalDetail detail)
    {
        var isThere = !string.IsNullOrWhiteSpace(cluster.Resolution);
        IEnumerable<CardAction?> actions = cluster.State switch
        {
            "proposed" =>
            [
                Approve(cluster, detail),
                Form(isThere ? "Edit, then approve" : "Write it, then approve", cluster, detail, ("Approve these words", CardVerb.Approve), ("Save without approving", CardVerb.Edit)),
                Reject("Reject with a reason", "Reject", cluster),
                Show("Refresh", cluster),
            ],
            "approved" => [Publish(cluster, detail), Form("Edit", cluster, detail, Save), Reject("Withdraw with a reason", "Withdraw", cluster), Show("Refresh", cluster)],
            "published" => [Form("Edit; it is no longer cited until published again", cluster, detail, Save), Reject("Withdraw with a reason", "Withdraw", cluster), Show("Refresh", cluster)],
            "rejected" => [Form("Edit and propose it again", cluster, detail, Save), Show("Refresh", cluster)],
            _ => [],
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

    private static ShowCardAction? Form(string title, ClusterDetail cluster, ApprovalDetail detail, params IReadOnlyList<(string Title, string Verb)> buttons) =>
        !detail.CanEdit ? null : new ShowCardAction(title, new AdaptiveCard(
        [
            new TextInput("The resolution, in the words that agents and customers will read")
            {
                Id = ResolutionInput, Value = cluster.Resolution, IsMultiline = true, IsRequired = true, MaxLength = LongestResolution,
                ErrorMessage = "Write the resolution first.",
            },
        ])
        {
            Actions = [.. buttons.Select((button, i) => Execute(button.Title, button.Verb, cluster) with { Style = i == 0 ? ActionStyle.Positive : null })],
        });

    private static ShowCardAction Reject(string title, string button, ClusterDetail cluster) => new(title, new AdaptiveCard(
    [
        new TextInput("The reason")
        {
            Id = ReasonInput, IsMultiline = true, IsRequired = true, MaxLength = LongestReason,
            Placeholder = "For example: these tickets have two different causes.",
            ErrorMessage = "Give a reason: whoever looks at this cluster next needs it.",
        },
    ])
    {
        Actions = [Execute(button, CardVerb.Reject, cluster) with { Style = ActionStyle.Destructive }],
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
