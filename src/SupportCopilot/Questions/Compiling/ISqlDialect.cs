using System.Data.Common;

namespace SupportCopilot.Questions.Compiling;

/// <summary>What the two databases say differently. Everything else in a compiled question reads the same in both.</summary>
public interface ISqlDialect
{
    /// <summary>What stands after SELECT to take the first rows only; empty where that is said at the end.</summary>
    string First(int rows);

    /// <summary>What stands at the end of a statement to take the first rows only; empty where that is said after SELECT.</summary>
    string Last(int rows);

    /// <summary>A text as a LIKE pattern that matches it anywhere, with <c>\</c> as the escape.</summary>
    string Containing(string text);

    /// <summary>A text column as a number, null where it is none.</summary>
    string Number(string column);

    /// <summary>Reads rows to be added up by the program; null where the database adds up well enough by itself.</summary>
    IRowScan? Rows { get; }

    /// <summary>Begins a transaction in which every read sees the same state, and which keeps no writer waiting.</summary>
    Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct);

    /// <summary>Gives back what reading took, once the transaction has ended.</summary>
    void EndRead(DbConnection connection)
    {
    }

    /// <summary>Makes a running statement stop when the token is cancelled; disposing ends the watch.</summary>
    IDisposable StopOn(DbConnection connection, CancellationToken ct);
}
