using System.Globalization;
using System.IO.Compression;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace SupportCopilot.Tickets.Reading;

/// <summary>The first sheet of an Excel workbook that has a header: a row of two or more cells that are not blank.</summary>
internal sealed class ExcelTable : TableSource
{
    private readonly IExcelDataReader _workbook;
    private long _line;

    private ExcelTable(IExcelDataReader workbook) => _workbook = workbook;

    public override string Format => $"Excel, sheet \"{_workbook.Name}\"";

    public static ExcelTable Open(FileStream file, string name, ReadingLimits limits)
    {
        var isZip = file.ReadByte() == 'P';
        file.Position = 0;
        if (isZip) RefuseBomb(file, name, limits);
        try
        {
            var table = new ExcelTable(ExcelReaderFactory.CreateReader(file, new ExcelReaderConfiguration { LeaveOpen = true }));
            table.FindHeader(name);
            return table;
        }
        catch (InvalidPasswordException locked)
        {
            throw new UnreadableFileException($"{name} is locked by a password; save it without one.", locked);
        }
        catch (Exception damaged) when (IsDamage(damaged))
        {
            throw new UnreadableFileException($"{name} cannot be read as an Excel workbook: it is damaged, locked, or something else.", damaged);
        }
    }

    public override IEnumerable<TableRow> Rows()
    {
        while (true)
        {
            TableRow? row;
            try
            {
                if (!_workbook.Read()) yield break;
                _line++;
                row = Row();
            }
            catch (Exception damaged) when (IsDamage(damaged))
            {
                row = new TableRow(_line + 1, [], $"Row {_line + 1}: the workbook is damaged from here on.");
            }

            yield return row;
            if (row.Problem is not null) yield break;
        }
    }

    public override void Dispose() => _workbook.Dispose();

    private static bool IsDamage(Exception exception) =>
        exception is ExcelReaderException or InvalidDataException or System.Xml.XmlException or FormatException or EndOfStreamException
            or IndexOutOfRangeException or NullReferenceException or ArgumentException or InvalidOperationException or KeyNotFoundException or IOException;

    /// <summary>Unpacks everything once without keeping it: the sizes that an archive states of itself can lie.</summary>
    private static void RefuseBomb(FileStream file, string name, ReadingLimits limits)
    {
        var most = Math.Min(limits.MaxUnpackedBytes, Math.Max(ReadingLimits.HarmlessBytes, file.Length * ReadingLimits.MaxPacking));
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("xl/workbook.xml") is null && archive.GetEntry("xl/workbook.bin") is null)
                throw new UnreadableFileException($"{name} is an archive, not an Excel workbook; unpack it first.");
            var buffer = new byte[1 << 16];
            long unpacked = 0;
            foreach (var entry in archive.Entries)
            {
                using var content = entry.Open();
                for (int read; (read = content.Read(buffer)) > 0;)
                {
                    if ((unpacked += read) > most)
                        throw new UnreadableFileException($"{name} unpacks to more than {most:N0} bytes and is refused; export it as CSV.");
                }
            }
        }
        catch (InvalidDataException damaged)
        {
            throw new UnreadableFileException($"{name} is damaged: it cannot be unpacked.", damaged);
        }

        file.Position = 0;
    }

    private void FindHeader(string name)
    {
        do
        {
            for (_line = 0; _workbook.Read();)
            {
                _line++;
                var cells = Enumerable.Range(0, _workbook.FieldCount).Select(Cell).ToList();
                if (cells.Count(cell => cell.Length > 0) < Math.Min(2, cells.Count)) continue;
                Headers.AddRange(cells.Take(cells.FindLastIndex(cell => cell.Length > 0) + 1).Select((cell, i) => cell.Length > 0 ? cell : $"Column {i + 1}"));
                if (Headers.Count > 0) return;
            }
        }
        while (_workbook.NextResult());
        throw new UnreadableFileException($"{name} is empty: no sheet has a header.");
    }

    private TableRow Row()
    {
        var cells = new string[Headers.Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = i < _workbook.FieldCount ? Cell(i) : "";
        return new TableRow(_line, cells);
    }

    private string Cell(int i) => _workbook.GetValue(i) switch
    {
        null => "",
        string text => text.Trim(),
        DateTime at => at.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan length => length.ToString("c", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? "",
    };
}
