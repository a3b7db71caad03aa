using System.Text.RegularExpressions;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>An answer's rows as a chart, as a table, or as both where the chart does not hold all of them.</summary>
internal static partial class AnswerFigures
{
    private const int ManyColumns = 5;   // in letters of the usual size their heads break inside words on a phone

    /// <summary>The elements in order; none for a plain figure, which the words have told.</summary>
    public static IEnumerable<CardElement> Of(Answer answer, Detail detail, TicketNames tickets)
    {
        if (answer.Rows.Count == 0 || answer.Columns.Count == 0 || IsPlainFigure(answer)) yield break;

        if (detail.Rows == 0)
        {
            yield return Words.Note($"Not shown here: {Words.Count(answer.Rows.Count, "row", "rows")}.");
            yield break;
        }

        // Single tickets have names and addresses, which no bar can carry.
        if (answer.Listed is { Count: > 0 } || AnswerChartElement.Of(answer, detail) is not { } chart)
        {
            yield return TableWithNote(answer, detail, tickets);
        }
        else if (!ChartHoldsAll(answer))
        {
            yield return chart with { Fallback = Words.Note("This client draws no charts; the table holds the same figures.") };
            yield return TableWithNote(answer, detail, tickets);
        }
        else if (AnswerChartElement.RowsIn(chart) is var drawn && drawn < AnswerChartElement.RowsToDraw(answer) && drawn <= detail.Rows)
        {
            yield return chart with { Fallback = TableOf(answer, detail with { Rows = drawn }, tickets) };   // as many rows as the chart, so that the note is true of both
            yield return Shown(drawn, answer);
        }
        else
        {
            yield return chart with { Fallback = TableWithNote(answer, detail, tickets) };
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

    private static CardElement TableWithNote(Answer answer, Detail detail, TicketNames tickets) =>
        answer.Rows.Count <= detail.Rows ? TableOf(answer, detail, tickets) : new Container([TableOf(answer, detail, tickets), Shown(detail.Rows, answer)]);

    private static TextBlock Shown(int rows, Answer answer) => Words.Note($"{Words.Count(rows)} of {Words.Count(answer.Rows.Count)} rows shown.");

    private static Table TableOf(Answer answer, Detail detail, TicketNames tickets)
    {
        var columns = answer.Columns;
        TextSize? size = columns.Count >= ManyColumns ? TextSize.Small : null;
        List<TableRow> rows = [new([.. columns.Select(column => Cell(Words.Run(Words.Cut(HeadOf(column, columns), detail.Name)) with { Weight = TextWeight.Bolder }, column, size))])];
        // Of a trend the newest rows are kept, of everything else the first.
        var from = answer.Plan?.Grain is null ? 0 : Math.Max(0, answer.Rows.Count - detail.Rows);
        for (var row = from; row < answer.Rows.Count && row < from + detail.Rows; row++)
            rows.Add(new([.. columns.Select((column, i) => Cell(RunIn(answer, row, i, detail, tickets), column, size))]));
        if (TotalRow(answer, size) is { } total) rows.Add(total);
        return new Table([.. columns.Select(WidthOf)], rows) { ShowGridLines = false };
    }

    private static TableRow? TotalRow(Answer answer, TextSize? size)
    {
        if (answer.Total is not { } total || answer.Rows.Count < 2 || answer.Columns[0].Role != "dimension") return null;
        var measure = answer.Columns.Select((column, i) => (column, i)).FirstOrDefault(place => place.column.Role == "measure");
        if (measure.column is null) return null;
        return new([.. answer.Columns.Select((column, i) => Cell(
            Words.Run(i == 0 ? "Total" : i == measure.i ? Figures.Of(total, column.Unit) : "") with { Weight = TextWeight.Bolder }, column, size))]);
    }

    /// <summary>A cell's words. A ticket is called by its id and its subject, unless that has a column of its own, and leads to where it is opened.</summary>
    private static TextRun RunIn(Answer answer, int row, int column, Detail detail, TicketNames tickets)
    {
        var words = Words.Cut(Figures.Of(answer.Rows[row].ElementAtOrDefault(column), answer.Columns[column]), detail.Name);
        if (answer.Columns[column].Name != "ticket" || answer.Listed is not { } listed || listed.Count != answer.Rows.Count) return Words.Run(words);

        var ticket = listed[row];
        var subject = answer.Columns.Any(other => other.Name == "subject") || ticket.Subject.Length == 0 ? "" : ": " + Words.Cut(ticket.Subject, detail.Name);
        return tickets.Linked(ticket.Id, ticket.ExternalId + subject);
    }

    private static TableCell Cell(TextRun run, AnswerColumn column, TextSize? size) =>
        new([new RichTextBlock([run with { Size = size }]) { HorizontalAlignment = IsFigure(column) ? HorizontalAlignment.Right : null }]);

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
