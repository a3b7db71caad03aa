using Microsoft.Data.Sqlite;
using SupportCopilot.Learning.Likeness;
using SupportCopilot.SearchIndexes.Ranking;

namespace SupportCopilot.SearchIndexes.Files;

/// <summary>One generation of a tenant's index as a SQLite file.</summary>
internal static class IndexFile
{
    private const int Version = 1; // of tables, word cutting and hashes together: a file of another version is built anew

    /// <summary>
    /// A row number is never given twice; row − 1 is the document's place in memory. The word index keeps which words
    /// stand in which row and nothing more (no content, no positions): ranking reads the candidates' words themselves.
    /// Its tokenizer only cuts at spaces, as <see cref="SearchWords"/> has folded and cut already.
    /// </summary>
    private const string Schema = """
        CREATE TABLE about (version INTEGER NOT NULL, tenant INTEGER NOT NULL, built_at INTEGER, built_row INTEGER NOT NULL, model BLOB, statistics BLOB);
        CREATE TABLE documents (
            row INTEGER PRIMARY KEY AUTOINCREMENT, kind INTEGER NOT NULL, id INTEGER NOT NULL, title TEXT NOT NULL, words TEXT NOT NULL,
            done INTEGER NOT NULL, grp INTEGER, organization INTEGER, brand TEXT, segment TEXT, language TEXT,
            UNIQUE (kind, id));
        CREATE TABLE vectors (row INTEGER PRIMARY KEY, vector BLOB NOT NULL);
        CREATE TABLE changes (sequence INTEGER PRIMARY KEY AUTOINCREMENT, row INTEGER NOT NULL, kind INTEGER NOT NULL, id INTEGER NOT NULL);
        CREATE VIRTUAL TABLE terms USING fts5(words, content='', columnsize=0, detail=none, tokenize='ascii');
        """;

    /// <summary>Opens a connection from the pool; a writer waits its turn for half a minute.</summary>
    public static SqliteConnection Open(string path)
    {
        var connection = Connection(path);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA synchronous=NORMAL"); // a projection: after a power cut the last writes may be owed again, never half there
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes the pooled connections to a file that serves no more.</summary>
    public static void Release(string path)
    {
        using var connection = Connection(path);
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>Creates an empty index that was never built.</summary>
    public static void Create(string path, int tenantId)
    {
        File.WriteAllBytes(path, []);
        using var connection = Open(path);
        connection.Execute("PRAGMA journal_mode=WAL");
        using var transaction = connection.BeginTransaction();
        connection.Execute(Schema);
        connection.Execute("INSERT INTO about (version, tenant, built_row) VALUES ($version, $tenant, 0)", ("$version", Version), ("$tenant", tenantId));
        transaction.Commit();
    }

    /// <summary>What the index learned when it was last built.</summary>
    /// <exception cref="InvalidDataException">It is of another version or tenant, or damaged.</exception>
    public static About ReadAbout(SqliteConnection connection, int tenantId)
    {
        using var command = connection.Command("SELECT version, tenant, built_at, built_row, model, statistics FROM about");
        using var row = command.ExecuteReader();
        var (at, last) = Built(row, tenantId);
        return new(at, last, row.IsDBNull(4) ? null : LsaModel.Read(row.GetStream(4)), row.IsDBNull(5) ? new() : TermStatistics.FromBytes((byte[])row.GetValue(5)));
    }

    /// <summary>When the index was last built, and up to which row, without what it learned.</summary>
    /// <exception cref="InvalidDataException">It is of another version or tenant, or damaged.</exception>
    public static (DateTime? At, long Row) ReadBuilt(SqliteConnection connection, int tenantId)
    {
        using var command = connection.Command("SELECT version, tenant, built_at, built_row FROM about");
        using var row = command.ExecuteReader();
        return Built(row, tenantId);
    }

    private static (DateTime? At, long Row) Built(SqliteDataReader row, int tenantId)
    {
        if (!row.Read()) throw new InvalidDataException("It says nothing about itself.");
        if (row.GetInt32(0) != Version) throw new InvalidDataException($"It has version {row.GetInt32(0)}; this program reads {Version}.");
        if (row.GetInt32(1) != tenantId) throw new InvalidDataException($"It belongs to tenant {row.GetInt32(1)}.");
        return (row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)).UtcDateTime, row.GetInt64(3));
    }

    /// <summary>Writes down what was learned from the rows so far.</summary>
    public static void WriteAbout(SqliteConnection connection, About about)
    {
        using var model = new MemoryStream();
        about.Model?.Write(model);
        connection.Execute(
            "UPDATE about SET built_at = $at, built_row = $row, model = $model, statistics = $statistics",
            ("$at", about.BuiltAt is { } at ? new DateTimeOffset(at).ToUnixTimeMilliseconds() : null),
            ("$row", about.BuiltRow), ("$model", about.Model is null ? null : model.ToArray()), ("$statistics", about.Statistics.ToBytes()));
    }

    private static SqliteConnection Connection(string path) => new(new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWrite,
        DefaultTimeout = 30,
    }.ConnectionString);
}

/// <summary>What an index learned from its documents.</summary>
/// <param name="BuiltAt">When (UTC); null when it was never built.</param>
/// <param name="BuiltRow">The last row that was learned from.</param>
/// <param name="Model">The meanings; null while there were too few documents.</param>
/// <param name="Statistics">How rare each word is, over the rows up to <paramref name="BuiltRow"/>.</param>
internal sealed record About(DateTime? BuiltAt, long BuiltRow, LsaModel? Model, TermStatistics Statistics);
