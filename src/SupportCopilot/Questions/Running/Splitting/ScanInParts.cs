using System.Data.Common;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running.Splitting;

/// <summary>
/// Reads the parts of a scan at the same time, each thread by a connection of its own that sees the very state of the
/// question's transaction. Where the database no longer has that state for others, the question's own connection reads all.
/// </summary>
internal sealed class ScanInParts(IRowScan rows, ISqlDialect dialect, DbConnection main, FigureProgress? told = null)
{
    /// <summary>Reads each part into its sink.</summary>
    public async Task RunAsync(IReadOnlyList<(SqlQuery Query, RowShape Shape)> parts, IReadOnlyList<IRowSink> sinks, int threads, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var done = 0;
        var beside = OpenBeside(Math.Min(threads, parts.Count) - 1);
        try
        {
            await SharePieces.RunAsync(parts.Count, [numbers => Read(main, numbers), .. beside.Select(connection => (Action<IEnumerable<int>>)(numbers => Watched(connection, numbers)))], stop);
        }
        finally
        {
            foreach (var connection in beside)
            {
                dialect.EndRead(connection);
                await connection.DisposeAsync();
            }
        }

        void Watched(DbConnection connection, IEnumerable<int> numbers)
        {
            using (dialect.StopOn(connection, stop.Token)) Read(connection, numbers);
        }

        void Read(DbConnection connection, IEnumerable<int> numbers)
        {
            foreach (var i in numbers)
            {
                rows.Run(connection, parts[i].Query.Text, parts[i].Query.Values, parts[i].Shape, sinks[i]);
                told?.Report(Interlocked.Increment(ref done), parts.Count);
            }
        }
    }

    private List<DbConnection> OpenBeside(int count)
    {
        var opened = new List<DbConnection>();
        while (opened.Count < count && rows.OpenBeside(main) is { } connection) opened.Add(connection);
        return opened;
    }
}
