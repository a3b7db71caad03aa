using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// Lets a second connection read the state that a first one is reading. SQLite itself checks that the write-ahead log
/// still has it, so a connection either sees that state or is refused.
/// </summary>
internal static class SqliteSnapshot
{
    /// <returns>Null where the state is no longer to be had: the log was begun anew or has nothing in it, or is being taken over into the file.</returns>
    public static SqliteConnection? OpenBeside(SqliteConnection first)
    {
        if (raw.sqlite3_snapshot_get(first.Handle, "main", out var snapshot) != raw.SQLITE_OK) return null;
        using (snapshot)
        {
            var second = new SqliteConnection(first.ConnectionString);
            try
            {
                second.Open();
                ReadOnce(second);
                second.BeginTransaction(deferred: true);
                if (raw.sqlite3_snapshot_open(second.Handle, "main", snapshot) == raw.SQLITE_OK)
                {
                    SqliteDialect.MapFile(second);   // only now: who is refused leaves no mapping to whoever is given this connection next
                    return second;
                }
            }
            catch
            {
                second.Dispose();
                throw;
            }

            second.Dispose();
            return null;
        }
    }

    // A connection that has read nothing yet does not know that there is a log, and is refused.
    private static void ReadOnce(SqliteConnection connection)
    {
        using var pragma = connection.CreateCommand();
        pragma.CommandText = "PRAGMA application_id";
        pragma.ExecuteScalar();
    }
}
