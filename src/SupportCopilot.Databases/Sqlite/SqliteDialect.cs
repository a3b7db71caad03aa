using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>What SQLite says in its own way.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    public string First(int rows) => "";

    public string Last(int rows) => string.Create(CultureInfo.InvariantCulture, $"\nLIMIT {rows}");

    // A cast alone would make 0 of any text.
    public string Number(string column) => $"CASE WHEN {column} GLOB '*[0-9]*' AND NOT {column} GLOB '*[^0-9.-]*' THEN CAST({column} AS REAL) END";

    public string Containing(string text) => $"%{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    // It sorts all rows to group them.
    public IRowScan? Rows { get; } = new SqliteRowScan();

    /// <summary>Deferred: the state is that of the first read, and no writer waits for it (write-ahead log).</summary>
    public Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct)
    {
        MapFile(connection);
        return Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: true));
    }

    /// <summary>Pages of the file are read where the system keeps them, not copied: a long period touches a hundred megabytes of index.</summary>
    public static void MapFile(DbConnection connection) => Map(connection, "8589934592");

    /// <summary>Lets go of the pages: else every connection that waits in the pool would count all that it ever read as the program's memory.</summary>
    public void EndRead(DbConnection connection)
    {
        // A transaction holds pages, and while any is held the mapping stays; the provider sees by itself that it has ended.
        if (raw.sqlite3_get_autocommit(((SqliteConnection)connection).Handle) == 0) Execute(connection, "ROLLBACK");
        Map(connection, "0");
    }

    private static void Map(DbConnection connection, string bytes) => Execute(connection, $"PRAGMA mmap_size = {bytes}");

    private static void Execute(DbConnection connection, string sql)
    {
        var database = ((SqliteConnection)connection).Handle;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(database, sql), database);
    }

    // The provider looks at a token before a statement only; the engine itself must be interrupted.
    public IDisposable StopOn(DbConnection connection, CancellationToken ct) =>
        ct.Register(() => raw.sqlite3_interrupt(((SqliteConnection)connection).Handle));
}
