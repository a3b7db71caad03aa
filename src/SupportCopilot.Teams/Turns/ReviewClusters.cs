using System.Text.RegularExpressions;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>Shows a product owner what waits for a decision: «review clusters», «approvals».</summary>
internal sealed partial class ReviewClusters(ClustersToDecide waiting, NameTickets tickets)
{
    private const int AtOnce = 3;   // each is a card with a form; the next ones come when these are decided

    /// <returns>The cards; null where the text asks for something else.</returns>
    public async Task<Reply?> TryAsync(Setting setting, string text, CancellationToken ct)
    {
        if (!Asking().IsMatch(text)) return null;
        if (!setting.Caller.Has(Role.ProductOwner)) return Reply.Saying("Clusters are decided on by people with the role productOwner, which you do not have. An admin can give it to you.");

        var found = await waiting.RunAsync(AtOnce + 1, ct);
        if (found.Count == 0) return Reply.Saying("Nothing waits for a decision: there is no undecided cluster with a resolution in your sight.");
        var names = await tickets.OfAsync(found, ct);
        var cards = found.Take(AtOnce).Select(cluster => Message.Showing(ApprovalCard.Of(cluster, tickets: names)));
        return new(found.Count > AtOnce ? [.. cards, Message.Saying("More are waiting; write “review clusters” again when these are decided.")] : [.. cards]);
    }

    [GeneratedRegex(@"^(?:please )?(?:(?:(?:review|show|list|see|decide(?: on)?)(?: me)?(?: the| my| open| pending| undecided)* )?(?:clusters|approvals|resolutions)(?: to (?:review|approve|decide)| for me)?|what (?:is|are there|do i have) to (?:approve|decide|review))[\s!.?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
