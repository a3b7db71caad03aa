using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// Who looks how often whether the database is free. The client library looks every 150 ms, so that beside a busy sync a short
/// write would wait for seconds; SQLite itself looks after 1, 2, 5, 10 ms and so on, up to 100; and a write that somebody
/// waits for looks at every millisecond, so that the first gap between two transactions of the others is its own. The bulk
/// writers, whose work is long, keep the longest steps and so give way.
/// </summary>
internal sealed class SqliteTurns : DbConnectionInterceptor
{
    // Then the client library looks at the command's own time-out, and begins anew.
    private const int Milliseconds = 1_000;

    public static readonly SqliteTurns Instance = new();

    // Held here, because SQLite calls it for as long as a connection lives.
    private static readonly BusyHandler EveryMillisecond = (_, tries) =>
    {
        Thread.Sleep(1);
        return tries < Milliseconds ? 1 : 0;
    };

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int BusyHandler(nint unused, int tries);

    /// <summary>Lets an open connection go before all others, until it is given back.</summary>
    public static void LetGoFirst(SqliteConnection connection)
    {
        var database = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        SqliteException.ThrowExceptionForRC(SetBusyHandler(database.DangerousGetHandle(), EveryMillisecond, 0), database);
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection) => raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, Milliseconds);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_busy_handler", CallingConvention = CallingConvention.Cdecl, ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory | DllImportSearchPath.SafeDirectories)]
    private static extern int SetBusyHandler(nint database, BusyHandler handler, nint unused);
}
