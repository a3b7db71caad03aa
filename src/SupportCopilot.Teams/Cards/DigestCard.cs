using System.Globalization;
using SupportCopilot.Reports;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>A week in figures, each beside that of the week before, with questions that lead to the tickets.</summary>
internal static class DigestCard
{
    /// <summary>Draws the digest.</summary>
    public static AdaptiveCard Of(DigestPost post) => CardSize.Fit(detail => Draw(post, detail));

    private static AdaptiveCard Draw(DigestPost post, Detail detail)
    {
        var summary = Summary(post, detail);
        var questions = AskButton.Row(post.Figures.Select(figure => (Words.Cut(figure.Name, detail.Name), figure.Question)), detail.Characters);
        IEnumerable<CardElement?> body =
        [
            Words.Heading("The week in figures"),
            Words.Small($"{Words.Cut(post.Title, detail.Name)}, {post.Days} ({post.TimeZone})"),
            Words.Opening(summary),
            post.Figures.Count > 0 ? FiguresTable(post, detail) : null,
            .. Movers(post, detail),
            .. Clusters(post, detail),
            questions is null ? null : Words.Label("Ask for what stands behind a figure"),
            questions,
        ];
        return new AdaptiveCard([.. body.OfType<CardElement>()])
        {
            FallbackText = Words.Summary(summary),
            Speak = Words.Summary(summary),
            Teams = TeamsLayout.Full,
        };
    }

    private static string Summary(DigestPost post, Detail detail)
    {
        if (post.Text.Length > 0) return Words.Cut(post.Text, detail.Characters);
        string[] first = [.. post.Figures.Where(figure => figure.Value is not null).Take(3)
            .Select(figure => $"{Words.Cut(figure.Name, detail.Name)} {Figures.Of(figure.Value!.Value, figure.Unit)}{(ChangeOf(figure) is { } change ? $" ({change})" : "")}")];
        return first.Length == 0 ? $"No figures for {post.Days}." : string.Join(", ", first) + ".";
    }

    private static CardElement FiguresTable(DigestPost post, Detail detail) => Grid.Of(
        ["Figure", "This week", "Week before", "Change"],
        post.Figures.Take(detail.Rows).Select(figure => (string[])
            [Words.Cut(figure.Name, detail.Name) + (figure.Note is { } note ? $" ({note})" : ""), Figure(figure.Value, figure.Unit), Figure(figure.Before, figure.Unit), ChangeOf(figure) ?? Figures.None]),
        post.Figures.Count);

    private static IEnumerable<CardElement> Movers(DigestPost post, Detail detail)
    {
        if (post.Movers.Count == 0) yield break;
        yield return Words.Heading("What moved", TextSize.Default) with { Spacing = Spacing.Medium };
        yield return Grid.Of(
            ["What", "This week", "Week before", "Change"],
            post.Movers.Take(detail.Rows).Select(mover => (string[])
            [
                $"{Words.Cut(mover.Dimension, detail.Name)}: {Words.Cut(mover.Value, detail.Name)}",
                Words.Count(mover.Tickets), Words.Count(mover.Before), (mover.Tickets - mover.Before).ToString("+#,0;−#,0;0", CultureInfo.InvariantCulture),
            ]),
            post.Movers.Count);
        if (post.Movers[0].Note is { Length: > 0 }) yield return Words.Small(string.Join("; ", post.Movers.Take(detail.Rows).Select(mover => $"{Words.Cut(mover.Value, detail.Name)}: {mover.Note}")) + ".");
    }

    private static IEnumerable<CardElement> Clusters(DigestPost post, Detail detail)
    {
        if (post.Clusters.Count == 0) yield break;
        yield return Words.Heading("Clusters that grew", TextSize.Default) with { Spacing = Spacing.Medium };
        yield return Grid.Of(
            ["Cluster", "New", "Tickets"],
            post.Clusters.Take(detail.Rows).Select(cluster => (string[])[Words.Cut(cluster.Name, detail.Name), Words.Count(cluster.NewThisWeek), Words.Count(cluster.Size)]),
            post.Clusters.Count);
    }

    private static string Figure(double? value, string unit) => value is { } figure ? Figures.Of(figure, unit) : Figures.None;

    // A share's change is told in points: 80 % to 84 % is not “5 % more”.
    private static string? ChangeOf(DigestFigure figure) => (figure.Value, figure.Before) switch
    {
        ({ } now, { } before) when figure.Unit == "share" => ((now - before) * 100).ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture) + " points",
        ({ } now, { } before) when before != 0 => Figures.Change((now - before) / before),
        _ => null,
    };
}
