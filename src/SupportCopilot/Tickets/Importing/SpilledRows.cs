using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Importing;

/// <summary>
/// Brings together the rows of one ticket wherever in a file they stand, without holding the file: rows are laid into
/// files by their id's hash, then one such file at a time is read and grouped. Linear; the memory is that of one part.
/// </summary>
internal sealed class SpilledRows : IDisposable
{
    private const long PartBytes = 8 << 20;   // about 50 MB once its cells are strings
    private const int MostParts = 250;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supportcopilot-import-");
    private readonly BinaryWriter[] _parts;

    public SpilledRows(long fileBytes)
    {
        _parts = new BinaryWriter[Math.Clamp(fileBytes / PartBytes, 1, MostParts)];
        for (var i = 0; i < _parts.Length; i++)
            _parts[i] = new BinaryWriter(new FileStream(Path.Combine(_folder.FullName, $"{i}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 15));
    }

    public void Add(string id, TableRow row)
    {
        var part = _parts[(uint)string.GetHashCode(id, StringComparison.Ordinal) % (uint)_parts.Length];
        part.Write(id);
        part.Write(row.Line);
        part.Write7BitEncodedInt(row.Cells.Length);
        foreach (var cell in row.Cells) part.Write(cell);
    }

    /// <summary>The rows of each ticket, equal ones once, in the order of the file.</summary>
    public IEnumerable<IReadOnlyList<TableRow>> Groups()
    {
        foreach (var part in _parts)
        {
            var groups = new Dictionary<string, List<TableRow>>();
            foreach (var (id, row) in Read(part))
            {
                if (!groups.TryGetValue(id, out var rows)) groups[id] = rows = [];
                if (!rows.Exists(known => known.Cells.AsSpan().SequenceEqual(row.Cells))) rows.Add(row);
            }

            foreach (var rows in groups.Values) yield return rows;
        }
    }

    public void Dispose()
    {
        foreach (var part in _parts) part.Dispose();
        _folder.Delete(recursive: true);
    }

    private static IEnumerable<(string Id, TableRow Row)> Read(BinaryWriter part)
    {
        part.Flush();
        var file = part.BaseStream;
        file.Position = 0;
        using var reader = new BinaryReader(file, System.Text.Encoding.UTF8, leaveOpen: true);
        while (file.Position < file.Length)
        {
            var id = reader.ReadString();
            var line = reader.ReadInt64();
            var cells = new string[reader.Read7BitEncodedInt()];
            for (var i = 0; i < cells.Length; i++) cells[i] = reader.ReadString();
            yield return (id, new TableRow(line, cells));
        }
    }
}
