using System.Data.Common;

namespace SupportCopilot.Questions.Compiling;

/// <summary>
/// Hands over the rows of a statement one by one, for a database that sorts every row to group it: adding them up here is
/// several times as fast there, and needs one pass where the database needs one for each way of grouping.
/// </summary>
public interface IRowScan
{
    /// <summary>Runs a statement whose columns are its groups, then the step where there is one, then the value where there is one.</summary>
    /// <param name="connection">An open connection in the transaction of the question.</param>
    /// <param name="sql">The statement, with the values' names @p0, @p1, … in it.</param>
    /// <param name="values">The values in the order of their names.</param>
    /// <param name="shape">Which columns there are.</param>
    /// <param name="sink">Takes the rows.</param>
    void Run(DbConnection connection, string sql, IReadOnlyList<object> values, RowShape shape, IRowSink sink);

    /// <summary>
    /// Opens a further connection in a transaction that reads the very state that the given one reads, whatever was written
    /// since; null where the database cannot give it. Disposing ends both.
    /// </summary>
    DbConnection? OpenBeside(DbConnection connection);

    /// <summary>Hands over the values of a statement's rows, column by column.</summary>
    void Values(DbConnection connection, string sql, IReadOnlyList<object> values, int columns, IValueSink sink);

    /// <summary>Reads the packed columns of a tenant's segments by a statement whose values are the tenant, the segment and the field.</summary>
    IColumnReader Columns(DbConnection connection, string sql, int tenantId);

    /// <summary>The distinct values of each column of a statement, texts or whole numbers; none for what is empty.</summary>
    List<object>[] Distinct(DbConnection connection, string sql, IReadOnlyList<object> values, int columns);
}

/// <summary>The columns of a statement's rows.</summary>
/// <param name="Groups">How many columns of groups, 0–2.</param>
/// <param name="HasStep">Whether a column of the instant follows that the trend goes by, in stored milliseconds.</param>
/// <param name="HasValue">Whether a column of the value follows.</param>
/// <param name="HasMark">Whether the ticket's creation, in stored milliseconds, and its number follow.</param>
public readonly record struct RowShape(int Groups, bool HasStep, bool HasValue, bool HasMark = false);

/// <summary>Takes rows.</summary>
public interface IRowSink
{
    /// <summary>The number that stands for a text in <see cref="Add"/>.</summary>
    int CodeOf(ReadOnlySpan<byte> utf8);

    /// <summary>The number that stands for a whole number.</summary>
    int CodeOf(long number);

    /// <summary>Takes a row.</summary>
    /// <param name="first">The code of its first group; 0 for none.</param>
    /// <param name="second">The code of its second group; 0 for none.</param>
    /// <param name="step">Its instant in the trend; 0 without one.</param>
    /// <param name="value">Its value; 0 without one.</param>
    /// <param name="createdAt">The ticket's creation; the least there is for none.</param>
    /// <param name="id">The ticket's number.</param>
    void Add(int first, int second, long step, double value, long createdAt, long id);
}
