using System.Text.Json.Nodes;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>The chart that fits an answer, as a Vega-Lite specification over the answer's rows by their columns' names.</summary>
internal static class ChartOf
{
    private const int MostBars = 50;
    private const int MostSeries = 12;
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";

    /// <returns>Lines for trends, bars for groups; null for a plain figure, and where there is too much for a chart: then the table is the answer.</returns>
    public static AnswerChart? Run(PlanRun run)
    {
        var dimensions = run.Columns.Where(column => column.Role == "dimension").ToList();
        var measure = run.Columns.First(column => column.Role == "measure");
        if (dimensions.Count is 0 or > 2 || run.Rows.Count < 2) return null;
        var isTrend = run.Plan.Grain is not null && run.Plan.Order is null;
        // What no eye can tell apart is better read in the table.
        if (!isTrend && run.Rows.Select(row => row[0]).Distinct().Count() > MostBars || dimensions.Count == 2 && run.Rows.Select(row => row[1]).Distinct().Count() > MostSeries) return null;
        var isCompared = run.Plan.Before is not null;
        var type = isTrend ? "line" : dimensions.Count > 1 ? (Catalog.Measure(run.Plan.Measures[0].Name).AddsUp ? "stackedBar" : "groupedBar") : isCompared ? "groupedBar" : "bar";
        var across = new JsonObject
        {
            ["field"] = dimensions[0].Name,
            ["type"] = isTrend && run.Plan.Grain is "hour" or "day" or "week" ? "temporal" : "ordinal",
            ["sort"] = isTrend ? "ascending" : null,
        };
        var up = new JsonObject { ["field"] = measure.Name, ["type"] = "quantitative", ["title"] = Title(measure) };
        var encoding = new JsonObject { ["x"] = isTrend ? across : up, ["y"] = isTrend ? up : across };
        if (dimensions.Count > 1) encoding["color"] = new JsonObject { ["field"] = dimensions[1].Name, ["type"] = "nominal" };
        return new AnswerChart(type, new JsonObject
        {
            ["$schema"] = Schema,
            ["mark"] = isTrend ? "line" : "bar",
            ["encoding"] = encoding,
        });
    }

    /// <summary>The chart of rows that no plan gave: of each part what it is, and beside it what it was.</summary>
    public static AnswerChart? OfParts(IReadOnlyList<AnswerColumn> columns, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        if (rows.Count is < 2 or > MostBars || columns.FirstOrDefault(column => column.Role == "dimension") is not { } part || columns.FirstOrDefault(column => column.Role == "measure") is not { } measure) return null;
        return new AnswerChart(columns.Any(column => column.Role == "before") ? "groupedBar" : "bar", new JsonObject
        {
            ["$schema"] = Schema,
            ["mark"] = "bar",
            ["encoding"] = new JsonObject
            {
                ["x"] = new JsonObject { ["field"] = measure.Name, ["type"] = "quantitative", ["title"] = Title(measure) },
                ["y"] = new JsonObject { ["field"] = part.Name, ["type"] = "ordinal", ["sort"] = null },
            },
        });
    }

    private static string Title(AnswerColumn measure) => measure.Unit is null || measure.Unit == measure.Name ? measure.Name : $"{measure.Name} ({measure.Unit})";
}
