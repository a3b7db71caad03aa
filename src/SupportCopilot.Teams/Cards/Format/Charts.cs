namespace SupportCopilot.Teams.Cards.Format;

/// <summary>
/// A chart that Teams draws natively. Not every client does, and the published card schemas leave charts out, so each
/// carries a table or a sentence as its <see cref="CardElement.Fallback"/>. A colour is one of Teams' names
/// (<see cref="ChartColor"/>), so that it follows the theme.
/// </summary>
internal abstract record CardChart : CardElement
{
    public string? Title { get; init; }

    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }
}

/// <summary>Names of colours that tell series apart. Teams' own order begins with red, which reads as an alarm where none is meant.</summary>
internal static class ChartColor
{
    /// <summary>Of what something is compared with.</summary>
    public const string Neutral = "neutral";

    private static readonly string[] Series = ["categoricalBlue", "categoricalMarigold", "categoricalTeal", "categoricalPurple", "categoricalLavender", Neutral];

    /// <summary>The colour of a series by its place.</summary>
    public static string Of(int place) => Series[place % Series.Length];
}

/// <summary>Lines over time.</summary>
internal sealed record LineChart(IReadOnlyList<ChartSeries> Data) : CardChart;

/// <summary>Upright bars.</summary>
internal sealed record VerticalBarChart(IReadOnlyList<ChartPoint> Data) : CardChart
{
    public string Color { get; init; } = ChartColor.Of(0);

    public bool? ShowBarValues { get; init; }
}

/// <summary>Upright bars side by side, or on top of each other where <see cref="Stacked"/>.</summary>
internal sealed record GroupedVerticalBarChart(IReadOnlyList<ChartSeries> Data) : CardChart
{
    public bool? Stacked { get; init; }

    public bool? ShowBarValues { get; init; }
}

/// <summary>Lying bars, for names that need room.</summary>
internal sealed record HorizontalBarChart(IReadOnlyList<ChartPoint> Data) : CardChart
{
    public string Color { get; init; } = ChartColor.Of(0);
}

/// <summary>Lying bars of several parts.</summary>
internal sealed record StackedHorizontalBarChart(IReadOnlyList<StackedBar> Data) : CardChart;

/// <summary>A named line, or the bars of one name.</summary>
internal sealed record ChartSeries(string Legend, IReadOnlyList<ChartPoint> Values, string Color);

/// <summary>A point or a bar.</summary>
/// <param name="X">Its name, or a day as 2026-03-09.</param>
/// <param name="Y">Its height.</param>
internal sealed record ChartPoint(string X, double Y);

/// <summary>A lying bar.</summary>
internal sealed record StackedBar(string Title, IReadOnlyList<StackedPart> Data);

/// <summary>A part of a lying bar.</summary>
internal sealed record StackedPart(string Legend, double Value, string Color);
