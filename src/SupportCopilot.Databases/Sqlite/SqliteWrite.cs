using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// A statement that only writes, prepared once and run with many sets of values by SQLite's own calls:
/// a command looks up each parameter by its name at each run, which costs more than the insert itself.
/// </summary>
internal sealed partial class SqliteWrite : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    /// <param name="connection">An open connection; the statement runs within its transaction.</param>
    /// <param name="sql">One statement with the parameters $0, $1, …</param>
    public SqliteWrite(SqliteConnection connection, string sql)
    {
        _database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        var numbered = Parameter().Replace(sql, match => "?" + (int.Parse(match.ValueSpan[1..], System.Globalization.CultureInfo.InvariantCulture) + 1));
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_database, numbered, out _statement), _database);
    }

    /// <summary>Runs it.</summary>
    /// <returns>The id of the row that was inserted, where one was.</returns>
    public long Run(params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), _database);
        var outcome = raw.sqlite3_step(_statement);
        if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, _database);
        raw.sqlite3_reset(_statement);
        return raw.sqlite3_last_insert_rowid(_database);
    }

    public void Dispose() => _statement.Dispose();

    private int Bind(int parameter, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, parameter),
        string text => raw.sqlite3_bind_text(_statement, parameter, text),
        long number => raw.sqlite3_bind_int64(_statement, parameter, number),
        int number => raw.sqlite3_bind_int64(_statement, parameter, number),
        bool flag => raw.sqlite3_bind_int64(_statement, parameter, flag ? 1 : 0),
        double number => raw.sqlite3_bind_double(_statement, parameter, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, parameter, bytes),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be stored.", nameof(value)),
    };

    [GeneratedRegex(@"\$\d+")]
    private static partial Regex Parameter();
}
