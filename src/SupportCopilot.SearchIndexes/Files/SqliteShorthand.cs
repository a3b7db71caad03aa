using Microsoft.Data.Sqlite;

namespace SupportCopilot.SearchIndexes.Files;

/// <summary>Commands on one line.</summary>
internal static class SqliteShorthand
{
    public static SqliteCommand Command(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }

    public static void Execute(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    /// <summary>A single whole number; 0 for null and for no row.</summary>
    public static long Number(this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar() as long? ?? 0;
    }

    /// <summary>Whether the error says that the file itself is broken or no index of ours, rather than busy or misused.</summary>
    public static bool MeansDamage(this SqliteException error) =>
        error.SqliteErrorCode is Corrupt or NotADatabase || error.Message.Contains("no such table", StringComparison.Ordinal);

    private const int Corrupt = 11;
    private const int NotADatabase = 26;
}
