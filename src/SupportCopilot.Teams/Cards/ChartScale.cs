using SupportCopilot.Questions;

namespace SupportCopilot.Teams.Cards;

/// <summary>The unit that a chart's heights are drawn in: percent for shares, and for times the one in which the longest reads best.</summary>
/// <param name="Unit">Its name at the axis; null for a bare number.</param>
/// <param name="Times">What a figure in the column's own unit is multiplied with.</param>
internal sealed record ChartScale(string? Unit, double Times)
{
    private const double Hour = 60, Day = 24 * Hour;

    /// <summary>The scale for some figures of a column. From two hours on minutes are drawn as hours, from two days on as days, as the words tell them.</summary>
    public static ChartScale Of(AnswerColumn column, IEnumerable<double> figures)
    {
        if (column.Unit == "share") return new("percent", 100);
        if (column.Unit is not ("minutes" or "hours")) return new(column.Unit, 1);

        var inMinutes = column.Unit == "hours" ? Hour : 1;
        return (figures.Select(Math.Abs).DefaultIfEmpty(0).Max() * inMinutes) switch
        {
            >= 2 * Day => new("days", inMinutes / Day),
            >= 2 * Hour => new("hours", inMinutes / Hour),
            _ => new("minutes", inMinutes),
        };
    }

    /// <summary>How high a figure is drawn.</summary>
    public double Height(double figure) => Math.Round(figure * Times, 2);
}
