using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>An answer's rows as one of the charts that Teams draws. Only what has one unit shares an axis.</summary>
internal static class AnswerChartElement
{
    private const int MostBars = 12;
    private const int MostSeries = 6;
    private const int MostUprightBars = 6;
    private const int LongestUprightName = 12;

    /// <summary>How many of the answer's rows a chart was made of.</summary>
    public static int RowsIn(CardChart chart) => chart switch
    {
        LineChart { Data: [var line] } => line.Values.Count,
        LineChart lines => lines.Data.Sum(line => line.Values.Count),
        GroupedVerticalBarChart groups => groups.Data.Sum(group => group.Values.Count),
        StackedHorizontalBarChart bars => bars.Data.Sum(bar => bar.Data.Count),
        VerticalBarChart bars => bars.Data.Count,
        HorizontalBarChart bars => bars.Data.Count,
        _ => 0,
    };

    /// <summary>How many of the answer's rows have a height: where there was nothing to average, there is nothing to draw.</summary>
    public static int RowsToDraw(Answer answer)
    {
        var measure = answer.Columns.TakeWhile(column => column.Role != "measure").Count();
        return answer.Rows.Count(row => Figures.Number(row.ElementAtOrDefault(measure)) is not null);
    }

    /// <returns>The chart without its fallback; null where the answer has none, or too few rows to draw.</returns>
    public static CardChart? Of(Answer answer, Detail detail)
    {
        if (answer.Chart is null || detail.Points == 0 || answer.Rows.Count < 2) return null;
        var places = PlacesOf(answer);
        Place[] names = [.. places.Where(place => place.Column.Role == "dimension")];
        if (names.Length is 0 or > 2 || places.FirstOrDefault(place => place.Column.Role == "measure") is not { } measure) return null;

        // Of a trend the newest rows are kept, of everything else the first.
        IReadOnlyList<object?>[] rows = answer.Chart.Type == "line" ? [.. answer.Rows.TakeLast(detail.Points)] : [.. answer.Rows.Take(Math.Min(MostBars, detail.Points))];
        CardChart? chart = (answer.Chart.Type, names.Length) switch
        {
            ("line", 1) => new LineChart(Series(places, measure, names[0], rows, detail)),
            ("line", 2) => new LineChart(SeriesBySecond(names[0], names[1], measure, answer.Rows, detail)),
            ("stackedBar", 2) => new StackedHorizontalBarChart(Stacked(names, measure, answer.Rows, detail)),
            ("groupedBar", 2) => new GroupedVerticalBarChart(SeriesBySecond(names[0], names[1], measure, answer.Rows, detail)),
            ("groupedBar", 1) => new GroupedVerticalBarChart(Series(places, measure, names[0], rows, detail)),
            ("bar", 1) when IsUpright(rows, names[0]) => new VerticalBarChart(Points(names[0], measure, rows, detail)) { ShowBarValues = true },
            ("bar", 1) => new HorizontalBarChart(Points(names[0], measure, rows, detail)),
            _ => null,
        };
        return chart is null ? null : chart with
        {
            Title = AnswerFigures.HeadOf(measure.Column, answer.Columns),
            YAxisTitle = chart is HorizontalBarChart or StackedHorizontalBarChart ? null : measure.Scale.Unit,
            XAxisTitle = chart is HorizontalBarChart ? measure.Scale.Unit : null,
        };
    }

    // The measure and what it is compared with, or further measures of the same unit.
    private static IReadOnlyList<ChartSeries> Series(
        Place[] places, Place measure, Place name, IReadOnlyList<IReadOnlyList<object?>> rows, Detail detail) =>
        [.. places.Where(place => place.Column.Role is "measure" or "before" && place.Column.Unit == measure.Column.Unit)
            .Take(MostSeries)
            .Select((place, i) => new ChartSeries(
                AnswerFigures.HeadOf(place.Column, [.. places.Select(other => other.Column)]), Points(name, place, rows, detail),
                place.Column.Role == "before" ? ChartColor.Neutral : ChartColor.Of(i)))];

    private static IReadOnlyList<ChartSeries> SeriesBySecond(
        Place first, Place second, Place measure, IReadOnlyList<IReadOnlyList<object?>> rows, Detail detail) =>
        [.. rows.GroupBy(row => NameIn(row, second, detail)).Take(MostSeries)
            .Select((series, i) => new ChartSeries(
                series.Key, Points(first, measure, [.. series.TakeLast(Math.Max(1, detail.Points / MostSeries))], detail), ChartColor.Of(i)))];

    private static IReadOnlyList<StackedBar> Stacked(Place[] names, Place measure, IReadOnlyList<IReadOnlyList<object?>> rows, Detail detail)
    {
        List<string> parts = [.. rows.Select(row => NameIn(row, names[1], detail)).Distinct()];   // a part has one colour in all bars
        StackedPart Part(IReadOnlyList<object?> row) =>
            new(NameIn(row, names[1], detail), Height(row, measure) ?? 0, ChartColor.Of(parts.IndexOf(NameIn(row, names[1], detail))));
        return [.. rows.GroupBy(row => NameIn(row, names[0], detail)).Take(MostBars).Select(bar => new StackedBar(bar.Key, [.. bar.Take(MostSeries).Select(Part)]))];
    }

    // A period without anything to average leaves a gap, not a zero.
    private static IReadOnlyList<ChartPoint> Points(Place name, Place measure, IReadOnlyList<IReadOnlyList<object?>> rows, Detail detail) =>
        [.. rows.Where(row => Height(row, measure) is not null).Select(row => new ChartPoint(NameIn(row, name, detail), Height(row, measure)!.Value))];

    private static double? Height(IReadOnlyList<object?> row, Place measure) =>
        Figures.Number(row.ElementAtOrDefault(measure.Index)) is { } number ? measure.Scale.Height(number) : null;

    private static string NameIn(IReadOnlyList<object?> row, Place place, Detail detail) => Words.Cut(Figures.Text(row.ElementAtOrDefault(place.Index)), detail.Name);

    private static bool IsUpright(IReadOnlyList<IReadOnlyList<object?>> rows, Place name) =>
        rows.Count <= MostUprightBars && rows.All(row => Figures.Text(row.ElementAtOrDefault(name.Index)).Length <= LongestUprightName);

    // Columns of one unit share an axis, so they share a scale.
    private static Place[] PlacesOf(Answer answer)
    {
        IEnumerable<double> FiguresOf(string? unit) => answer.Columns
            .SelectMany((column, i) => column.Role is "measure" or "before" && column.Unit == unit ? answer.Rows.Select(row => Figures.Number(row.ElementAtOrDefault(i))) : [])
            .OfType<double>();
        return [.. answer.Columns.Select((column, i) => new Place(column, i, ChartScale.Of(column, FiguresOf(column.Unit))))];
    }

    private sealed record Place(AnswerColumn Column, int Index, ChartScale Scale);
}
