using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// Who looks how often whether the database is free. The client library looks every 150 ms, so that beside a busy sync a short
/// write would wait for seconds; here it is looked after 1, 2, 5, 10 ms and so on, up to 100; and a write that somebody
/// waits for looks at every millisecond, so that the first gap between two transactions of the others is its own. The bulk
/// writers, whose work is long, keep the longest steps and so give way.
/// </summary>
/// <remarks>SQLite's own busy time-out would have such steps where it was built with <c>usleep</c>. The library that restores was not: it sleeps a whole second between two looks.</remarks>
internal sealed class SqliteTurns : DbConnectionInterceptor
{
    // Then the client library looks at the command's own time-out, and begins anew.
    private const int Milliseconds = 1_000;

    public static readonly SqliteTurns Instance = new();

    private static readonly int[] Steps = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50, 100];

    // Both are held here, because SQLite calls them for as long as a connection lives.
    private static readonly BusyHandler InLongerSteps = (_, tries) =>
    {
        Thread.Sleep(Steps[Math.Min(tries, Steps.Length - 1)]);
        return Steps.Take(tries + 1).Sum() + Math.Max(0, tries + 1 - Steps.Length) * Steps[^1] < Milliseconds ? 1 : 0;
    };

    private static readonly BusyHandler EveryMillisecond = (_, tries) =>
    {
        Thread.Sleep(1);
        return tries < Milliseconds ? 1 : 0;
    };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int BusyHandler(nint unused, int tries);

    /// <summary>Lets an open connection go before all others, until it is given back.</summary>
    public static void LetGoFirst(SqliteConnection connection) => Set(connection, EveryMillisecond);

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection, InLongerSteps);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection, InLongerSteps);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection, BusyHandler handler)
    {
        var database = ((SqliteConnection)connection).Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(SetBusyHandler(database.DangerousGetHandle(), handler, 0), database);
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_busy_handler", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int SetBusyHandler(nint database, BusyHandler handler, nint unused);
}
