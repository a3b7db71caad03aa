using Microsoft.Data.Sqlite;
using SQLitePCL;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>Reads packed columns by one prepared statement, copying each once.</summary>
internal sealed class SqliteColumnReader : IColumnReader
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public SqliteColumnReader(SqliteConnection connection, string sql, int tenantId)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, sql, out _statement), _database);
        Bind("@p0", tenantId);
    }

    public byte[]? Read(int segment, int field)
    {
        raw.sqlite3_reset(_statement);
        Bind("@p1", segment);
        Bind("@p2", field);
        var outcome = raw.sqlite3_step(_statement);
        if (outcome == raw.SQLITE_DONE) return null;
        if (outcome != raw.SQLITE_ROW) SqliteException.ThrowExceptionForRC(outcome, _database);
        var bytes = raw.sqlite3_column_blob(_statement, 0).ToArray();
        raw.sqlite3_reset(_statement);
        return bytes;
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(string name, long value) => SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int64(_statement, raw.sqlite3_bind_parameter_index(_statement, name), value), _database);
}
