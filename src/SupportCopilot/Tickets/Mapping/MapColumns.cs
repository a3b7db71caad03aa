using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// Decides what each column is: first what somebody said, then what its name says unless its values speak against it, then
/// what its values say. The rest is kept under its own name.
/// </summary>
internal sealed class MapColumns(IReadOnlyList<string> headers, IReadOnlyList<TableRow> head)
{
    private readonly ColumnContent[] _contents = [.. headers.Select((_, i) => new ColumnContent(head, i))];
    private readonly MappedColumn?[] _mapped = new MappedColumn?[headers.Count];

    /// <param name="format">What the file is.</param>
    /// <param name="overrides">Field by column, or a column and nothing, as said by the one who sent the file.</param>
    /// <exception cref="UnreadableFileException">An override names a field or a column that does not exist.</exception>
    public ColumnMapping Run(string format, IReadOnlyList<KeyValuePair<string, string>> overrides)
    {
        foreach (var (left, right) in overrides) Override(left, right);
        ByName();
        foreach (var guess in ContentGuesses.All) ByContent(guess);
        var columns = headers.Select((header, i) => _mapped[i] ?? new MappedColumn(i, header, TicketFieldName.Custom, 1, "kept under its own name")).ToList();
        var mapping = new ColumnMapping(format, columns);
        return mapping with
        {
            Csat = mapping.Of(TicketFieldName.Csat) is { } csat ? CsatScale.Of(_contents[csat.Index].Values) : new CsatScale(1, 5),
            IsEventLog = EventLogs.IsOne(mapping, head),
        };
    }

    private void Override(string left, string right)
    {
        if (right.Length == 0 && Find(left).ToList() is { Count: > 0 } ignored)
        {
            foreach (var i in ignored) Take(i, TicketFieldName.Ignored, 1, "left out as asked");
            return;
        }

        var field = TicketFieldNames.Parse(left) ?? throw new UnreadableFileException(
            $"\"{left}\" is no field; there are {string.Join(", ", Enum.GetValues<TicketFieldName>().Select(TicketFieldNames.Name))}.");
        var columns = Find(right).ToList();
        if (columns.Count == 0) throw new UnreadableFileException($"There is no column \"{right}\" for {left}; there are {string.Join(", ", headers.Distinct())}.");
        foreach (var i in field.TakesMany() ? columns : columns.Take(1)) Take(i, field, 1, "as asked");
    }

    private IEnumerable<int> Find(string header) =>
        Enumerable.Range(0, headers.Count).Where(i => string.Equals(headers[i], header, StringComparison.OrdinalIgnoreCase));

    private void ByName()
    {
        var named = Enumerable.Range(0, headers.Count)
            .Select(i => (Index: i, Found: ColumnNames.Find(headers[i])))
            .Where(column => column.Found is not null && _mapped[column.Index] is null)
            .OrderBy(column => column.Found!.Value.Rank).ThenBy(column => column.Index);
        foreach (var (index, found) in named)
        {
            var (field, rank) = found!.Value;
            var verdict = NameVerdict.Of(field, _contents[index], headers[index]);
            if (verdict.Field is TicketFieldName.Custom) _mapped[index] = new(index, headers[index], TicketFieldName.Custom, 1, verdict.Why);
            else if (!IsFree(verdict.Field)) _mapped[index] = new(index, headers[index], TicketFieldName.Custom, 1, $"another column is taken for {verdict.Field.Name()}");
            else Take(index, verdict.Field, Math.Max(0.7, 1 - (0.01 * rank)), verdict.Why);
        }
    }

    private void ByContent(ContentGuess guess)
    {
        if (Array.Exists(guess.Unless, field => Array.Exists(_mapped, column => column?.Field == field))) return;
        for (var i = 0; i < headers.Count; i++)
        {
            if (_mapped[i] is not null || _contents[i].Values.Count == 0 || !guess.Fits(_contents[i], headers[i], i)) continue;
            Take(i, guess.Field, guess.Confidence, guess.Why);
            return;
        }
    }

    private bool IsFree(TicketFieldName field) => field.TakesMany() || !Array.Exists(_mapped, column => column?.Field == field);

    private void Take(int index, TicketFieldName field, double confidence, string why) =>
        _mapped[index] = new MappedColumn(index, headers[index], field, confidence, why);
}
