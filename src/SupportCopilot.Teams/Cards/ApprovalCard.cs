using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>
/// A cluster and its resolution, with the buttons that its state allows. The card carries no rights and no state of its own:
/// the buttons send cluster, version and verb, and the server decides.
/// </summary>
internal static class ApprovalCard
{
    private const int LongestSubject = 120;

    /// <summary>The card for a cluster as it is now.</summary>
    /// <param name="cluster">The cluster.</param>
    /// <param name="result">What became of the decision that this card answers; null where it answers none.</param>
    /// <param name="tickets">What its typical tickets are called at their desk.</param>
    public static AdaptiveCard Of(ClusterDetail cluster, DecisionResult? result = null, TicketNames? tickets = null) =>
        CardSize.Fit(ApprovalDetail.Steps, detail => Draw(cluster, result, detail, tickets ?? TicketNames.None));

    /// <summary>The card that takes the place of one whose cluster is gone, or not in the sight of who pressed.</summary>
    public static AdaptiveCard OfNothing(DecisionResult result) => new(
        [Words.Heading("Resolution of a cluster"), ApprovalParts.Note(result)])
    { FallbackText = Words.Summary(result.Message), Speak = Words.Summary(result.Message) };

    private static AdaptiveCard Draw(ClusterDetail cluster, DecisionResult? result, ApprovalDetail detail, TicketNames tickets)
    {
        var summary = $"{ApprovalParts.Asks(cluster.State)}: {Words.Cut(cluster.Name, LongestSubject)} ({Words.Count(cluster.Size, "ticket", "tickets")})";
        IEnumerable<CardElement?> body =
        [
            ApprovalParts.Head(cluster),
            result is null ? null : ApprovalParts.Note(result),
            Words.Opening(cluster.Name),
            Words.Exact(Size(cluster)),
            cluster.Terms.Count > 0 ? Words.Small("Its words: " + string.Join(", ", cluster.Terms.Take(12).Select(term => Words.Cut(term, 40)))) : null,
            .. Examples(cluster, detail, tickets),
            .. ApprovalParts.Resolution(cluster, detail),
            ApprovalParts.History(cluster),
        ];
        return new AdaptiveCard([.. body.OfType<CardElement>()])
        {
            Actions = ApprovalActions.Of(cluster, detail),
            Refresh = new(ApprovalActions.Show("Refresh", cluster)),
            FallbackText = Words.Summary(summary),
            Speak = Words.Summary(summary),
            Teams = TeamsLayout.Full,
        };
    }

    private static string Size(ClusterDetail cluster)
    {
        var size = Words.Count(cluster.Size, "ticket", "tickets");
        var days = (cluster.FirstTicketAt, cluster.LastTicketAt) is ({ } first, { } last)
            ? first.Date == last.Date ? $" of {Days.Day(first)}" : $" from {Days.Day(first)} to {Days.Day(last)}"
            : "";
        var growth = cluster.NewTheWeekBefore > 0
            ? $", {Figures.Change((double)(cluster.NewThisWeek - cluster.NewTheWeekBefore) / cluster.NewTheWeekBefore)}"
            : "";
        return $"{size}{days}. New in the last seven days: {Words.Count(cluster.NewThisWeek)} (in the seven before: {Words.Count(cluster.NewTheWeekBefore)}{growth}).";
    }

    private static IEnumerable<CardElement> Examples(ClusterDetail cluster, ApprovalDetail detail, TicketNames tickets)
    {
        if (cluster.Examples.Count == 0 || detail.Examples == 0) yield break;
        yield return Words.Label("Typical tickets");
        foreach (var ticket in cluster.Examples.Take(detail.Examples))
            yield return new RichTextBlock([tickets.Of(ticket.Id), Words.Run("  " + Words.Cut(ticket.Subject, LongestSubject))]) { Spacing = Spacing.Small };
    }
}

/// <summary>How much an approval shows. Words that are to be approved are shown whole or cannot be approved on the card.</summary>
/// <param name="Examples">At most so many tickets.</param>
/// <param name="CanEdit">Whether the resolution is there a second time, to be edited.</param>
/// <param name="IsWhole">Whether the resolution is shown to its end.</param>
internal sealed record ApprovalDetail(int Examples, bool CanEdit, bool IsWhole)
{
    public static IReadOnlyList<ApprovalDetail> Steps { get; } =
        [new(5, true, true), new(2, true, true), new(5, false, true), new(0, false, true), new(0, false, false)];
}
