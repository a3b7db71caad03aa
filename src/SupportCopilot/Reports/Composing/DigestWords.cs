using System.Globalization;
using System.Text;

namespace SupportCopilot.Reports.Composing;

/// <summary>A digest in words: the line above its card, and the whole for places without cards.</summary>
internal static class DigestWords
{
    /// <summary>What stands above the figures.</summary>
    public static string Summary(string days, IReadOnlyList<DigestFigure> figures, IReadOnlyList<DigestMover> movers)
    {
        var volume = figures[0];
        if (volume.Value is null or 0) return $"No tickets came in ({days}){(volume.Before > 0 ? $"; {Figure(volume.Before, volume.Unit)} in the week before" : "")}.";

        var came = volume.Value == 1 ? "One ticket came in" : $"{Figure(volume.Value, volume.Unit)} came in";
        var moved = movers.Count == 0 ? "" : $" {Mover(movers[0])}.";
        return $"{came} ({days}), {Change(volume.Value.Value, volume.Before ?? 0)}.{moved}";
    }

    /// <summary>All of it as lines of text.</summary>
    public static string Whole(DigestPost post)
    {
        var text = new StringBuilder().AppendLine($"{post.Title}, {post.Days} ({post.TimeZone})").AppendLine(post.Text);
        foreach (var figure in post.Figures)
            text.AppendLine($"  {figure.Name,-24} {Figure(figure.Value, figure.Unit),-14} before: {Figure(figure.Before, figure.Unit)}{(figure.Note is null ? "" : $"  ({figure.Note})")}");
        foreach (var mover in post.Movers) text.AppendLine($"  {Mover(mover)}: {mover.Note}");
        foreach (var cluster in post.Clusters) text.AppendLine($"  Cluster «{cluster.Name}»: {cluster.NewThisWeek} new, {cluster.NewTheWeekBefore} the week before, {cluster.Size} in all");
        return text.ToString().TrimEnd();
    }

    /// <summary>A figure with its unit; «none» where there is nothing to average.</summary>
    public static string Figure(double? value, string unit) => value is not { } known ? "none" : unit switch
    {
        "share" => known.ToString("0.0 %", CultureInfo.InvariantCulture),
        "tickets" => string.Create(CultureInfo.InvariantCulture, $"{known:#,0} {(known == 1 ? "ticket" : "tickets")}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{known:#,0.#} {unit}"),
    };

    private static string Mover(DigestMover mover) => string.Create(CultureInfo.InvariantCulture,
        $"{char.ToUpperInvariant(mover.Dimension[0])}{mover.Dimension[1..]} {mover.Value} {(mover.Tickets > mover.Before ? "rose" : "fell")} from {mover.Before:#,0} to {mover.Tickets:#,0}");

    private static string Change(double now, double before) => (now - before) switch
    {
        0 => "as many as in the week before",
        > 0 and var more => string.Create(CultureInfo.InvariantCulture, $"{more:#,0} more than in the week before"),
        var fewer => string.Create(CultureInfo.InvariantCulture, $"{-fewer:#,0} fewer than in the week before"),
    };
}
