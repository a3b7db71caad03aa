using System.Text.RegularExpressions;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>An answer's rows as a chart, as a table, or as both where the chart does not hold all of them.</summary>
internal static partial class AnswerFigures
{
    private const int ManyColumns = 5;   // in letters of the usual size their heads break inside words on a phone

    /// <summary>The elements in order; none for a plain figure, which the words have told.</summary>
    public static IEnumerable<CardElement> Of(Answer answer, Detail detail)
    {
        if (answer.Rows.Count == 0 || answer.Columns.Count == 0 || IsPlainFigure(answer)) yield break;

        if (detail.Rows == 0)
        {
            yield return Words.Note($"Not shown here: {Words.Count(answer.Rows.Count, "row", "rows")}.");
            yield break;
        }

        if (AnswerChartElement.Of(answer, detail) is not { } chart)
        {
            yield return TableWithNote(answer, detail);
        }
        else if (!ChartHoldsAll(answer))
        {
            yield return chart with { Fallback = Words.Note("This client draws no charts; the table holds the same figures.") };
            yield return TableWithNote(answer, detail);
        }
        else if (AnswerChartElement.RowsIn(chart) is var drawn && drawn < AnswerChartElement.RowsToDraw(answer) && drawn <= detail.Rows)
        {
            yield return chart with { Fallback = TableOf(answer, detail with { Rows = drawn }) };   // as many rows as the chart, so that the note is true of both
            yield return Shown(drawn, answer);
        }
        else
        {
            yield return chart with { Fallback = TableWithNote(answer, detail) };
            if (drawn < AnswerChartElement.RowsToDraw(answer)) yield return Words.Note($"{Words.Count(drawn)} of {Words.Count(answer.Rows.Count)} rows in the chart.");
        }
    }

    /// <summary>What a column is called: <c>firstReplyMinutes</c> is “First reply”, and what it is compared with “Before”.</summary>
    public static string HeadOf(AnswerColumn column, IReadOnlyList<AnswerColumn> all)
    {
        var name = Spoken(column);
        var several = all.Count(other => other.Role == column.Role) > 1;
        return column.Role switch
        {
            "before" => several ? name + ", before" : "Before",
            "change" => several ? name + ", change" : "Change",
            "low" => several ? name + ", at least" : "At least",
            "high" => several ? name + ", at most" : "At most",
            _ => name,
        };
    }

    private static bool IsPlainFigure(Answer answer) => answer.Rows.Count == 1 && (answer.Columns.Count == 1 || answer.Estimate is not null && answer.Columns.All(column => column.Role != "dimension"));

    // Bars carry their values as numbers, and a line's points are read off it, which does for a trend; the parts of a stack have neither.
    private static bool ChartHoldsAll(Answer answer) =>
        answer.Chart?.Type != "stackedBar" &&
        answer.Columns.Count(column => column.Role == "measure") == 1 && answer.Columns.All(column => column.Role is "dimension" or "measure");

    private static CardElement TableWithNote(Answer answer, Detail detail) =>
        answer.Rows.Count <= detail.Rows ? TableOf(answer, detail) : new Container([TableOf(answer, detail), Shown(detail.Rows, answer)]);

    private static TextBlock Shown(int rows, Answer answer) => Words.Note($"{Words.Count(rows)} of {Words.Count(answer.Rows.Count)} rows shown.");

    private static Table TableOf(Answer answer, Detail detail)
    {
        var columns = answer.Columns;
        TextSize? size = columns.Count >= ManyColumns ? TextSize.Small : null;
        List<TableRow> rows = [new([.. columns.Select(column => Cell(Words.Cut(HeadOf(column, columns), detail.Name), column, size, TextWeight.Bolder))])];
        // Of a trend the newest rows are kept, of everything else the first.
        foreach (var row in answer.Plan?.Grain is null ? answer.Rows.Take(detail.Rows) : answer.Rows.TakeLast(detail.Rows))
            rows.Add(new([.. columns.Select((column, i) => Cell(Words.Cut(Figures.Of(row.ElementAtOrDefault(i), column), detail.Name), column, size))]));
        if (TotalRow(answer, size) is { } total) rows.Add(total);
        return new Table([.. columns.Select(WidthOf)], rows) { ShowGridLines = false };
    }

    private static TableRow? TotalRow(Answer answer, TextSize? size)
    {
        if (answer.Total is not { } total || answer.Rows.Count < 2 || answer.Columns[0].Role != "dimension") return null;
        var measure = answer.Columns.Select((column, i) => (column, i)).FirstOrDefault(place => place.column.Role == "measure");
        if (measure.column is null) return null;
        return new([.. answer.Columns.Select((column, i) => Cell(
            i == 0 ? "Total" : i == measure.i ? Figures.Of(total, column.Unit) : "", column, size, TextWeight.Bolder))]);
    }

    private static TableCell Cell(string words, AnswerColumn column, TextSize? size, TextWeight? weight = null) =>
        new([new RichTextBlock([Words.Run(words) with { Size = size, Weight = weight }]) { HorizontalAlignment = IsFigure(column) ? HorizontalAlignment.Right : null }]);

    private static TableColumn WidthOf(AnswerColumn column) =>
        IsFigure(column) ? new(2) { HorizontalCellContentAlignment = HorizontalAlignment.Right } : new(3);

    private static bool IsFigure(AnswerColumn column) => column.Role != "dimension";

    private static string Spoken(AnswerColumn column)
    {
        var name = column.Unit is "minutes" or "hours" ? UnitAtEnd().Replace(column.Name, "") : column.Name;
        var words = CapitalInside().Replace(name.Replace('_', ' '), match => " " + match.Value.ToLowerInvariant()).Trim();
        return words.Length == 0 ? column.Name : Abbreviation().Replace(Words.Sentence(words), match => match.Value.ToUpperInvariant());
    }

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex CapitalInside();

    [GeneratedRegex(@"\b(csat|sla|id)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Abbreviation();

    [GeneratedRegex("(?<=.)(Minutes|Hours)$")]
    private static partial Regex UnitAtEnd();
}
