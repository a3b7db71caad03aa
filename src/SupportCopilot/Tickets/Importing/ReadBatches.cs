using NodaTime;
using SupportCopilot.Tickets.Mapping;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Importing;

/// <summary>Reads a file batch by batch: one ticket a row, or one of all the rows that tell its changes.</summary>
internal sealed class ReadBatches(TableReader table, ColumnMapping mapping, DateTimeZone zone, Guid importId)
{
    private const int BatchRows = 2_000;                  // commits cost little next to 2,000 tickets, and four such batches little memory
    private const long BatchCharacters = 8 << 20;         // fewer where the texts are long
    private const int LongestReason = 1_000, LongestRow = 4_000;

    private readonly ReadTicket _reader = new(mapping, table.Headers, zone);
    private List<IncomingTicket> _tickets = [];
    private List<RejectedRow> _rejected = [];
    private int _rows;
    private long _characters;

    private bool IsFull => _tickets.Count + _rejected.Count >= BatchRows || _characters >= BatchCharacters;

    /// <summary>The batches in order; read once.</summary>
    public IEnumerable<ImportBatch> Run() => mapping.IsEventLog ? ByTicket() : ByRow();

    private IEnumerable<ImportBatch> ByRow()
    {
        foreach (var row in table.Rows())
        {
            _rows++;
            if (Read(row) is { Ticket: { } ticket }) _tickets.Add(ticket);
            if (IsFull) yield return Take();
        }

        yield return Take();
    }

    private IEnumerable<ImportBatch> ByTicket()
    {
        var id = mapping.Of(TicketFieldName.Id)!.Index;
        using var spill = new SpilledRows(table.Length);
        foreach (var row in table.Rows())
        {
            _rows++;
            if (row.Problem is null && id < row.Cells.Length && row.Cells[id].Length > 0) spill.Add(row.Cells[id], row);
            else Read(row);
            if (IsFull) yield return Take();
        }

        foreach (var group in spill.Groups())
        {
            var readings = group.Select(Read).Where(reading => reading.Ticket is not null).ToList();
            if (readings.Count > 0) _tickets.Add(FoldEvents.Run(readings));
            if (IsFull) yield return Take();
        }

        yield return Take();
    }

    private TicketReading Read(TableRow row)
    {
        var reading = _reader.Run(row);
        foreach (var cell in row.Cells) _characters += cell.Length;
        if (reading.Problem is { } problem)
        {
            _rejected.Add(new RejectedRow { ImportId = importId, Line = row.Line, Reason = Cut(problem, LongestReason), Row = Cut(CsvLine.Of(row.Cells), LongestRow) });
        }

        return reading;
    }

    private ImportBatch Take()
    {
        var batch = new ImportBatch(_tickets, _rejected, _rows, table.Length == 0 ? 1 : (double)table.BytesRead / table.Length);
        (_tickets, _rejected, _rows, _characters) = ([], [], 0, 0);
        return batch;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
