using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// Lets a short write take its turn soon. The client library looks for a free database every 150 ms, so that beside a busy
/// sync a webhook's commit would wait for seconds; SQLite itself looks after 1, 2, 5, 10 ms and so on, up to 100. The bulk
/// writers, whose work is long, keep the longer steps and so give way.
/// </summary>
internal sealed class SqliteTurns : DbConnectionInterceptor
{
    // Then the client library looks at the command's own time-out, and begins anew.
    private const int Milliseconds = 1_000;

    public static readonly SqliteTurns Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Set(connection);
        return Task.CompletedTask;
    }

    private static void Set(DbConnection connection) => raw.sqlite3_busy_timeout(((SqliteConnection)connection).Handle, Milliseconds);
}
