using Microsoft.Data.Sqlite;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>A statement that answers with rows, prepared once and run with many sets of values, in the order of its parameters $0, $1, …</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly SqliteCommand _command;

    public SqliteStatement(SqliteConnection connection, SqliteTransaction transaction, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++) _command.Parameters.Add(new SqliteParameter("$" + i, null));
    }

    /// <summary>Runs it for its first value; null when there is no row.</summary>
    public object? Scalar(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar();
    }

    /// <summary>Runs it for its rows.</summary>
    public SqliteDataReader Rows(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();

    private void Bind(ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) _command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
