using System.Text;

namespace SupportCopilot.Tickets.Reading;

/// <summary>
/// Reads a table out of a CSV, JSON or Excel file as a stream: whatever its size, only its head and the row at hand are in
/// memory. What it is, its content says, not its name. Blank rows are left out.
/// </summary>
internal sealed class TableReader : IDisposable
{
    private readonly FileStream _file;
    private readonly TableSource _source;
    private readonly IEnumerator<TableRow> _rows;

    private TableReader(FileStream file, TableSource source)
    {
        _file = file;
        _source = source;
        _rows = source.Rows().Where(row => !row.IsBlank).GetEnumerator();
    }

    /// <summary>What it is, for people.</summary>
    public string Format => _source.Format;

    /// <summary>The names of the columns as they stand; in JSON they grow as rows bring new ones.</summary>
    public IReadOnlyList<string> Headers => _source.Headers;

    /// <summary>The first rows, at most <see cref="ReadingLimits.HeadRows"/>.</summary>
    public List<TableRow> Head { get; } = [];

    /// <summary>How much of the file was read.</summary>
    public long BytesRead => _file.Position;

    /// <summary>How much there is.</summary>
    public long Length => _file.Length;

    /// <summary>Opens a file and reads its head.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="name">What the one who sent it calls it, for messages.</param>
    /// <param name="limits">What is too much.</param>
    /// <exception cref="UnreadableFileException">It is no table, empty, damaged, locked, or too large.</exception>
    public static TableReader Open(string path, string name, ReadingLimits limits)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        TableSource? source = null;
        try
        {
            if (file.Length > limits.MaxBytes)
                throw new UnreadableFileException($"{name} has {file.Length:N0} bytes; the limit is {limits.MaxBytes:N0} (SupportCopilot:Import:MaxBytes).");
            source = Recognise(file, name, limits);
            var reader = new TableReader(file, source);
            reader.ReadHead(name);
            return reader;
        }
        catch
        {
            source?.Dispose();
            file.Dispose();
            throw;
        }
    }

    /// <summary>Every row, the head first. Can be read once.</summary>
    public IEnumerable<TableRow> Rows()
    {
        foreach (var row in Head) yield return row;
        while (_rows.MoveNext()) yield return _rows.Current;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _source.Dispose();
        _file.Dispose();
    }

    private static TableSource Recognise(FileStream file, string name, ReadingLimits limits)
    {
        Span<byte> start = stackalloc byte[4096];
        start = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        file.Position = 0;
        if (start.StartsWith("PK"u8) || start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return ExcelTable.Open(file, name, limits);

        var encoding = TextEncodings.Detect(file, name);
        var first = encoding.GetString(start).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        if (first.Length == 0 && file.Length <= start.Length) throw new UnreadableFileException($"{name} is empty.");
        if (first.StartsWith('<')) throw new UnreadableFileException($"{name} is a web page or XML, not a table; export it as CSV, JSON or XLSX.");
        return first.StartsWith('[') || first.StartsWith('{') ? JsonTable.Open(file, name, encoding) : CsvTable.Open(file, name, encoding);
    }

    private void ReadHead(string name)
    {
        while (Head.Count < ReadingLimits.HeadRows && _rows.MoveNext()) Head.Add(_rows.Current);
        if (Head.Count == 0) throw new UnreadableFileException($"{name} has a header but no rows.");
        var good = Head.Count(row => row.Problem is null);
        if (good * 2 < Head.Count || good == 0)
            throw new UnreadableFileException($"{name} is no table: of its first {Head.Count:N0} rows only {good:N0} can be read. {Head.First(row => row.Problem is not null).Problem}");
    }
}
