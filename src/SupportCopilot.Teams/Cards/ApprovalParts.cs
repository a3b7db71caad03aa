using SupportCopilot.Clusters;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>The parts of an approval card that depend on the cluster's state.</summary>
internal static class ApprovalParts
{
    private const int CutResolution = 600;

    /// <summary>What the card asks for, in the words of a notification.</summary>
    public static string Asks(string state) => state switch
    {
        "proposed" => "To be decided",
        "approved" => "Approved, not published",
        "published" => "Published",
        "rejected" => "Rejected",
        "gone" => "No longer there",
        _ => state,
    };

    /// <summary>The heading with the state at its right.</summary>
    public static ColumnSet Head(ClusterDetail cluster) => new(
    [
        new([Words.Heading("Resolution of a cluster")]),
        new([new TextBlock(Asks(cluster.State)) { Weight = TextWeight.Bolder, Color = ColorOf(cluster.State) }], "auto") { VerticalContentAlignment = VerticalAlignment.Center },
    ]);

    /// <summary>What became of the decision before.</summary>
    public static Container Note(DecisionResult result) => new([Words.Exact(Words.Cut(result.Message, 500))]) { Style = StyleOf(result.Outcome) };

    /// <summary>The resolution as proposed, edited or approved.</summary>
    public static IEnumerable<CardElement> Resolution(ClusterDetail cluster, ApprovalDetail detail)
    {
        if (string.IsNullOrWhiteSpace(cluster.Resolution))
        {
            yield return Words.Exact("There is no resolution yet. Write one, then approve it.");
            yield break;
        }

        yield return Words.Label(cluster.State is "approved" or "published" ? "Approved resolution" : "Proposed resolution");
        var words = detail.IsWhole ? cluster.Resolution : Words.Cut(cluster.Resolution, CutResolution);
        yield return new Container([.. Words.Paragraphs(words)]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small };
        if (!detail.IsWhole)
            yield return Words.Note($"{Words.Count(CutResolution)} of {Words.Count(cluster.Resolution.Length)} characters shown. What is not read to its end cannot be approved here: decide through POST /api/clusters/{cluster.Id}/decision, or reject it and ask for a shorter one.");
    }

    /// <summary>Who decided what, and when; null where nobody has.</summary>
    public static CardElement? History(ClusterDetail cluster)
    {
        if (cluster.DecidedBy is null && cluster.RejectReason is null) return null;
        var what = cluster.State is "approved" or "published" or "rejected" ? Words.Sentence(cluster.State) : "Last changed";
        var who = cluster.DecidedBy is { } name ? $" by {Words.Cut(name, 80)}" : "";
        var when = cluster.DecidedAt is { } at ? $" on {Days.Minute(at)}" : "";
        var why = cluster.State == "rejected" && cluster.RejectReason is { } reason ? $": {Words.Cut(reason, 1_000).TrimEnd('.')}" : "";
        var article = cluster.ArticleId is { } id ? $" Article {id}." : "";
        return Words.Small($"{what}{who}{when}{why}.{article}");
    }

    private static TextColor ColorOf(string state) => state switch
    {
        "approved" or "published" => TextColor.Good,
        "rejected" => TextColor.Attention,
        "gone" => TextColor.Warning,
        _ => TextColor.Accent,
    };

    private static ContainerStyle StyleOf(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Done or DecisionOutcome.AlreadyDone => ContainerStyle.Good,
        DecisionOutcome.NotAllowed => ContainerStyle.Attention,
        _ => ContainerStyle.Warning,
    };
}
