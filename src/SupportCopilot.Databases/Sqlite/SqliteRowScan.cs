using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// Steps through rows by SQLite's own calls. The provider's reader, and even its wrapped calls, cost several times what
/// the engine itself needs for a row of a covering index.
/// </summary>
internal sealed unsafe partial class SqliteRowScan : IRowScan
{
    private const int Float = 2, Text = 3, Null = 5;   // SQLITE_FLOAT, SQLITE_TEXT, SQLITE_NULL

    public void Run(DbConnection connection, string sql, IReadOnlyList<object> values, RowShape shape, IRowSink sink) =>
        Run(connection, sql, values, statement => Step(statement, shape, sink));

    public DbConnection? OpenBeside(DbConnection connection) => SqliteSnapshot.OpenBeside((SqliteConnection)connection);

    public void Values(DbConnection connection, string sql, IReadOnlyList<object> values, int columns, IValueSink sink) => Run(connection, sql, values, statement =>
    {
        int outcome;
        while ((outcome = sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
            sink.Begin();
            for (var i = 0; i < columns; i++)
            {
                var value = sqlite3_column_value(statement, i);
                switch (sqlite3_value_type(value))
                {
                    case Null: break;
                    case Text: sink.Take(i, TextOf(value)); break;
                    case Float: sink.Take(i, sqlite3_value_double(value)); break;
                    default: sink.Take(i, sqlite3_value_int64(value)); break;
                }
            }
        }
        return outcome;
    });

    public IColumnReader Columns(DbConnection connection, string sql, int tenantId) => new SqliteColumnReader((SqliteConnection)connection, sql, tenantId);

    public List<object>[] Distinct(DbConnection connection, string sql, IReadOnlyList<object> values, int columns)
    {
        var found = Enumerable.Range(0, columns).Select(_ => new DistinctValues()).ToArray();
        Run(connection, sql, values, statement =>
        {
            int outcome;
            while ((outcome = sqlite3_step(statement)) == raw.SQLITE_ROW)
                for (var i = 0; i < columns; i++) Code(statement, i, found[i]);
            return outcome;
        });
        return [.. found.Select(column => column.All)];
    }

    private static void Run(DbConnection connection, string sql, IReadOnlyList<object> values, Func<nint, int> step)
    {
        var database = ((SqliteConnection)connection).Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            for (var i = 0; i < values.Count; i++)
                if (raw.sqlite3_bind_parameter_index(statement, string.Create(CultureInfo.InvariantCulture, $"@p{i}")) is > 0 and var place)
                    SqliteException.ThrowExceptionForRC(Bind(statement, place, values[i]), database);
            var outcome = step(statement.DangerousGetHandle());
            GC.KeepAlive(statement);
            if (outcome != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(outcome, database);
        }
    }

    private static int Step(nint statement, RowShape shape, IRowSink sink)
    {
        // Each call about a column takes the connection's lock; what is asked of its value takes none, and nobody else is at the statement.
        var (step, value) = (shape.Groups, shape.Groups + (shape.HasStep ? 1 : 0));
        var mark = value + (shape.HasValue ? 1 : 0);
        int outcome;
        while ((outcome = sqlite3_step(statement)) == raw.SQLITE_ROW)
        {
            sink.Add(
                shape.Groups > 0 ? Code(statement, 0, sink) : 0,
                shape.Groups > 1 ? Code(statement, 1, sink) : 0,
                shape.HasStep ? sqlite3_column_int64(statement, step) : 0,
                shape.HasValue ? sqlite3_column_double(statement, value) : 0,
                shape.HasMark ? WholeOr(sqlite3_column_value(statement, mark), long.MinValue) : long.MinValue,
                shape.HasMark ? sqlite3_column_int64(statement, mark + 1) : 0);
        }
        return outcome;
    }

    private static int Code(nint statement, int column, IRowSink sink)
    {
        var value = sqlite3_column_value(statement, column);
        return sqlite3_value_type(value) switch { Null => 0, Text => sink.CodeOf(TextOf(value)), _ => sink.CodeOf(sqlite3_value_int64(value)) };
    }

    private static long WholeOr(nint value, long without) => sqlite3_value_type(value) == Null ? without : sqlite3_value_int64(value);

    private static ReadOnlySpan<byte> TextOf(nint value)
    {
        var text = sqlite3_value_text(value);   // before its length, which this may change
        return new ReadOnlySpan<byte>(text, sqlite3_value_bytes(value));
    }

    private static int Bind(sqlite3_stmt statement, int place, object value) => value switch
    {
        string text => raw.sqlite3_bind_text(statement, place, text),
        long number => raw.sqlite3_bind_int64(statement, place, number),
        int number => raw.sqlite3_bind_int64(statement, place, number),
        double number => raw.sqlite3_bind_double(statement, place, number),
        bool flag => raw.sqlite3_bind_int64(statement, place, flag ? 1 : 0),
        _ => throw new ArgumentException($"A {value.GetType()} cannot be asked for.", nameof(value)),
    };

    /// <summary>Keeps each value once.</summary>
    private sealed class DistinctValues : IRowSink
    {
        private readonly HashSet<long> _numbers = [];
        private readonly HashSet<ulong> _hashes = [];
        private readonly HashSet<string> _texts = [];

        public List<object> All => [.. _texts, .. _numbers.Select(number => (object)number)];

        public int CodeOf(long number)
        {
            _numbers.Add(number);
            return 0;
        }

        // Only the first of a hash is turned into a string; that two texts of one desk share one is a matter of 2⁻⁶⁴.
        public int CodeOf(ReadOnlySpan<byte> utf8)
        {
            var hash = 14695981039346656037UL;
            foreach (var b in utf8) hash = (hash ^ b) * 1099511628211UL;
            if (_hashes.Add(hash)) _texts.Add(System.Text.Encoding.UTF8.GetString(utf8));
            return 0;
        }

        public void Add(int first, int second, long step, double value, long createdAt, long id) => throw new NotSupportedException("Only values are looked at here.");
    }

    [LibraryImport("e_sqlite3")]
    private static partial int sqlite3_step(nint statement);

    // These only look into memory that the step has filled: no transition of the garbage collector is needed for them.
    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial nint sqlite3_column_value(nint statement, int column);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial double sqlite3_column_double(nint statement, int column);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial int sqlite3_value_type(nint value);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial long sqlite3_value_int64(nint value);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial double sqlite3_value_double(nint value);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial int sqlite3_value_bytes(nint value);

    [LibraryImport("e_sqlite3"), SuppressGCTransition]
    private static partial byte* sqlite3_value_text(nint value);
}
