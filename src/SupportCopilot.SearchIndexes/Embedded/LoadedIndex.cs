using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;
using SupportCopilot.SearchIndexes.Memory;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>
/// One generation of an index, open: its table in memory and the connection that notices when anybody, in this process
/// or another, has written to the file. Searches share it; taking changes in waits for them and they for it.
/// </summary>
internal sealed class LoadedIndex : IDisposable
{
    private const string Columns = "d.row, d.kind, d.id, d.title, d.words, d.done, d.grp, d.organization, d.brand, v.vector";

    private readonly ReaderWriterLockSlim _gate = new();
    private readonly SqliteConnection _watch;
    private long _dataVersion;
    private long _sequence;
    private bool _isClosed;
    private readonly bool _isLoaded;

    public LoadedIndex(string path, int tenantId)
    {
        Path = path;
        _watch = IndexFile.Open(path);
        try
        {
            About = IndexFile.ReadAbout(_watch, tenantId);
            Table = new DocumentTable(About.Model?.Dimensions ?? 0);
            _dataVersion = _watch.Number("PRAGMA data_version");
            using var snapshot = _watch.BeginTransaction(deferred: true);
            _sequence = _watch.Number("SELECT max(sequence) FROM changes");
            using var all = _watch.Command($"SELECT {Columns} FROM documents d LEFT JOIN vectors v ON v.row = d.row ORDER BY d.row");
            TakeIn(all);
            _isLoaded = true;
        }
        catch
        {
            Close();
            throw;
        }
    }

    public string Path { get; }

    public About About { get; }

    public DocumentTable Table { get; }

    public KeptPostings Postings { get; } = new();

    /// <summary>Takes in what was written since, then reads while nothing changes.</summary>
    /// <returns>What was read; null when this generation was closed in the meantime, as another one serves.</returns>
    public T? TryRead<T>(Func<LoadedIndex, T> read) where T : class
    {
        Refresh();
        _gate.EnterReadLock();
        try
        {
            return _isClosed ? null : read(this);
        }
        finally
        {
            _gate.ExitReadLock();
        }
    }

    public void Dispose()
    {
        lock (_watch)   // neither beside a refresh, which uses the connection, nor beside a search
        {
            _gate.EnterWriteLock();
            try
            {
                if (!_isClosed) Close();
            }
            finally
            {
                _gate.ExitWriteLock();
            }
        }
    }

    private void Refresh()
    {
        lock (_watch)
        {
            if (_isClosed) return;
            var version = _watch.Number("PRAGMA data_version"); // costs microseconds, and changes with every foreign commit
            if (version == _dataVersion) return;

            _gate.EnterWriteLock();
            try
            {
                TakeInChanges();
                _dataVersion = version;
            }
            finally
            {
                _gate.ExitWriteLock();
            }
        }
    }

    private void TakeInChanges()
    {
        using var snapshot = _watch.BeginTransaction(deferred: true);
        using (var gone = _watch.Command("SELECT c.row FROM changes c WHERE c.sequence > $since AND NOT EXISTS (SELECT 1 FROM documents d WHERE d.row = c.row)", ("$since", _sequence)))
        using (var row = gone.ExecuteReader())
            while (row.Read()) Table.Clear(Place(row.GetInt64(0)));

        using (var changed = _watch.Command(
            $"SELECT {Columns} FROM documents d LEFT JOIN vectors v ON v.row = d.row WHERE d.row IN (SELECT c.row FROM changes c WHERE c.sequence > $since) ORDER BY d.row", ("$since", _sequence)))
            Postings.Add(TakeIn(changed));
        _sequence = _watch.Number("SELECT max(sequence) FROM changes");
    }

    /// <returns>The words of what was taken in, where something of words may be kept already.</returns>
    private List<(int Place, string Words)> TakeIn(SqliteCommand documents)
    {
        var taken = new List<(int, string)>();
        using var row = documents.ExecuteReader();
        var brands = new Dictionary<string, string>(StringComparer.Ordinal); // some thousand tickets share one brand: one string for all
        while (row.Read())
        {
            var words = IndexedDocument.AllWordsOf(row.GetString(3), row.GetString(4));
            if (_isLoaded) taken.Add((Place(row.GetInt64(0)), words));
            var isNew = row.GetInt64(0) > Math.Max(About.BuiltRow, Table.Size); // the statistics hold the others already
            if (isNew) About.Statistics.Add(words);
            var brand = row.IsDBNull(8) ? null : row.GetString(8);
            if (brand is not null && !brands.TryAdd(brand, brand)) brand = brands[brand];
            Table.Set(
                Place(row.GetInt64(0)),
                new((SearchKind)row.GetInt32(1), row.GetInt64(2), words.AsSpan().Count(' ') + 1, words.Length, row.GetBoolean(5), Nullable(row, 6), Nullable(row, 7), brand),
                row.IsDBNull(9) ? [] : MemoryMarshal.Cast<byte, Half>((byte[])row.GetValue(9)));
        }
        return taken;
    }

    private void Close()
    {
        _isClosed = true;
        _watch.Dispose();
        IndexFile.Release(Path);
    }

    private static int Place(long row) => checked((int)(row - 1));

    private static long? Nullable(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
}
