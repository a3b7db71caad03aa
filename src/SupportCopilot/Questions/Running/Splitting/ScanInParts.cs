using System.Data.Common;
using System.Runtime.ExceptionServices;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Running.Splitting;

/// <summary>
/// Reads the parts of a scan at the same time, each thread by a connection of its own that sees the very state of the
/// question's transaction. Where the database no longer has that state for others, the question's own connection reads all.
/// </summary>
internal sealed class ScanInParts(IRowScan rows, ISqlDialect dialect, DbConnection main)
{
    /// <summary>Reads each part into its sink.</summary>
    public Task RunAsync(IReadOnlyList<(SqlQuery Query, RowShape Shape)> parts, IReadOnlyList<IRowSink> sinks, int threads, CancellationToken ct) => RunAsync(parts.Count, threads, (connection, numbers) =>
    {
        foreach (var i in numbers) rows.Run(connection, parts[i].Query.Text, parts[i].Query.Values, parts[i].Shape, sinks[i]);
    }, ct);

    /// <summary>Does so many pieces of work; each thread is given a connection and, one by one, the numbers of the pieces it is to do.</summary>
    public async Task RunAsync(int count, int threads, Action<DbConnection, IEnumerable<int>> work, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var (next, failure) = (-1, (Exception?)null);
        var beside = OpenBeside(Math.Min(threads, count) - 1);
        try
        {
            var others = beside.ConvertAll(connection => Task.Run(() => Watched(connection), CancellationToken.None));
            Work(main);
            await Task.WhenAll(others);
        }
        finally
        {
            foreach (var connection in beside) await connection.DisposeAsync();
        }

        if (failure is not null) ExceptionDispatchInfo.Throw(failure);

        void Watched(DbConnection connection)
        {
            using (dialect.StopOn(connection, stop.Token)) Work(connection);
        }

        // The first failure ends the others, and only it is told: theirs come of being stopped.
        void Work(DbConnection connection)
        {
            try
            {
                work(connection, Numbers());
            }
            catch (Exception first)
            {
                Interlocked.CompareExchange(ref failure, first, null);
                stop.Cancel();
            }
        }

        IEnumerable<int> Numbers()
        {
            for (int i; (i = Interlocked.Increment(ref next)) < count;)
            {
                stop.Token.ThrowIfCancellationRequested();
                yield return i;
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
