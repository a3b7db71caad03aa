using System.Text;

namespace SupportCopilot.Tickets.Reading;

/// <summary>Delimited text with a header in its first line that is not blank.</summary>
internal sealed class CsvTable : TableSource
{
    private const int SampleLength = 1 << 16;
    private const int SampleRecords = 50;

    private static readonly Dictionary<char, string> Delimiters = new() { [','] = "comma", [';'] = "semicolon", ['\t'] = "tab", ['|'] = "bar" };

    private readonly StreamReader _text;
    private readonly CsvRecords _records;
    private readonly char _delimiter;
    private readonly Encoding _encoding;

    private CsvTable(FileStream file, Encoding encoding, char delimiter)
    {
        _encoding = encoding;
        _delimiter = delimiter;
        _text = new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 16, leaveOpen: true);
        _records = new CsvRecords(_text, delimiter);
    }

    public override string Format => $"CSV, {Delimiters[_delimiter]}, {_encoding.WebName}";

    public static CsvTable Open(FileStream file, string name, Encoding encoding)
    {
        using (var sample = new StreamReader(file, encoding, true, 1 << 16, leaveOpen: true))
        {
            var start = new char[SampleLength];
            var length = sample.ReadBlock(start);
            file.Position = 0;
            var table = new CsvTable(file, encoding, Guess(new string(start, 0, length)));
            table.ReadHeader(name);
            return table;
        }
    }

    public override IEnumerable<TableRow> Rows()
    {
        while (_records.Read())
        {
            var line = _records.Line;
            var cells = _records.Cells.ToArray();
            if (_records.IsBroken)
            {
                yield return new TableRow(line, cells, $"Line {line}: a quote that opens here is never closed.");
                continue;
            }

            // Spreadsheets append empty cells to rows, and to nothing else.
            var used = Array.FindLastIndex(cells, cell => cell.Length > 0) + 1;
            if (used <= 0) continue;
            if (used > Headers.Count || cells.Length < Headers.Count)
                yield return new TableRow(line, cells, $"Line {line}: {cells.Length} cells where the header has {Headers.Count}; is a delimiter or a quote missing?");
            else
                yield return new TableRow(line, cells.Length > Headers.Count ? cells[..Headers.Count] : cells);
        }
    }

    public override void Dispose() => _text.Dispose();

    /// <summary>The delimiter under which most rows have as many cells as the header; of two the one that gives more cells.</summary>
    private static char Guess(string sample)
    {
        var best = (Score: 0.0, Delimiter: ',');
        foreach (var delimiter in Delimiters.Keys)
        {
            var records = new CsvRecords(new StringReader(sample), delimiter);
            int header = 0, rows = 0, same = 0;
            while (rows < SampleRecords && records.Read())
            {
                if (records.Cells.Count == 1 && records.Cells[0].Length == 0) continue;
                if (header == 0) header = records.Cells.Count;
                else if (records.Cells.Count == header) same++;
                rows++;
            }

            var score = header < 2 ? 0 : (same + 1.0) / rows + (header / 1000.0);
            if (score > best.Score) best = (score, delimiter);
        }

        return best.Delimiter;
    }

    private void ReadHeader(string name)
    {
        var found = false;
        while (!found && _records.Read()) found = _records.Cells.Any(cell => cell.Length > 0);
        if (!found) throw new UnreadableFileException($"{name} is empty.");
        if (_records.IsBroken) throw new UnreadableFileException($"{name} is no table: a quote in its header is never closed.");

        var used = _records.Cells.ToList().FindLastIndex(cell => cell.Length > 0) + 1;
        Headers.AddRange(_records.Cells.Take(used).Select((cell, i) => cell.Length > 0 ? cell : $"Column {i + 1}"));
    }
}
