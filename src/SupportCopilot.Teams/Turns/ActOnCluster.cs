using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Turns;

/// <summary>Does what a card's button asks for. The card is only a form: who may, and in which state the cluster is, is looked up by the decision itself.</summary>
internal sealed class ActOnCluster(DecideCluster decide, ShowClusters show, NameTickets tickets)
{
    private const string NotThere = "There is no such cluster, or none that you may see.";

    /// <returns>What came of it; null where the button is unknown.</returns>
    public async Task<Acted?> RunAsync(ActionData pressed, CancellationToken ct)
    {
        if (pressed.Cluster is not { } cluster) return null;
        if (pressed.Verb == CardVerb.Show) return await show.OneAsync(cluster, ct) is { } now ? new("", ApprovalCard.Of(now, tickets: await tickets.OfAsync([now], ct))) : new(NotThere, null);
        if (VerbOf(pressed.Verb) is not { } verb || pressed.Version is not { } version) return null;

        var result = await decide.RunAsync(cluster, new Decision(verb, version) { Resolution = pressed.Resolution, Reason = pressed.Reason }, ct);
        // Words that somebody has typed into the card are not taken from them by a refusal: the card stays.
        return result is { Outcome: DecisionOutcome.Done or DecisionOutcome.AlreadyDone or DecisionOutcome.Changed, Cluster: { } changed }
            ? new(result.Message, ApprovalCard.Of(changed, result, await tickets.OfAsync([changed], ct))) { IsDone = result.Outcome is DecisionOutcome.Done }
            : new(result.Message, null);
    }

    private static ClusterVerb? VerbOf(string? verb) => verb switch
    {
        CardVerb.Approve => ClusterVerb.Approve,
        CardVerb.Edit => ClusterVerb.Edit,
        CardVerb.Reject => ClusterVerb.Reject,
        CardVerb.Publish => ClusterVerb.Publish,
        _ => null,
    };
}

/// <summary>What came of a press.</summary>
/// <param name="Message">In words.</param>
/// <param name="Card">The card's new state; null leaves it as it is.</param>
internal sealed record Acted(string Message, AdaptiveCard? Card)
{
    /// <summary>Whether this very press changed something, which others who see the card do not know yet.</summary>
    public bool IsDone { get; init; }

    /// <summary>Whether it is a message of its own, and leaves the pressed card as it is.</summary>
    public bool IsNew { get; init; }
}
