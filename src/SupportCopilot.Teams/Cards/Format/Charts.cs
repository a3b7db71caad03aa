namespace SupportCopilot.Teams.Cards.Format;

/// <summary>
/// A chart that Teams draws natively. Not every client does, and the published card schemas leave charts out, so each
/// carries a table or a sentence as its <see cref="CardElement.Fallback"/>. Teams chooses the colours, by theme.
/// </summary>
internal abstract record CardChart : CardElement
{
    public string? Title { get; init; }

    public string? XAxisTitle { get; init; }

    public string? YAxisTitle { get; init; }

    /// <summary>categorical, sequential or diverging.</summary>
    public string ColorSet { get; init; } = "categorical";
}

/// <summary>Lines over time.</summary>
internal sealed record LineChart(IReadOnlyList<ChartSeries> Data) : CardChart;

/// <summary>Upright bars.</summary>
internal sealed record VerticalBarChart(IReadOnlyList<ChartPoint> Data) : CardChart
{
    public bool? ShowBarValues { get; init; }
}

/// <summary>Upright bars side by side, or on top of each other where <see cref="Stacked"/>.</summary>
internal sealed record GroupedVerticalBarChart(IReadOnlyList<ChartSeries> Data) : CardChart
{
    public bool? Stacked { get; init; }

    public bool? ShowBarValues { get; init; }
}

/// <summary>Lying bars, for names that need room.</summary>
internal sealed record HorizontalBarChart(IReadOnlyList<ChartPoint> Data) : CardChart;

/// <summary>Lying bars of several parts.</summary>
internal sealed record StackedHorizontalBarChart(IReadOnlyList<StackedBar> Data) : CardChart;

/// <summary>A named line, or the bars of one name.</summary>
internal sealed record ChartSeries(string Legend, IReadOnlyList<ChartPoint> Values);

/// <summary>A point or a bar.</summary>
/// <param name="X">Its name, or a day as 2026-03-09.</param>
/// <param name="Y">Its height.</param>
internal sealed record ChartPoint(string X, double Y);

/// <summary>A lying bar.</summary>
internal sealed record StackedBar(string Title, IReadOnlyList<StackedPart> Data);

/// <summary>A part of a lying bar.</summary>
internal sealed record StackedPart(string Legend, double Value);
