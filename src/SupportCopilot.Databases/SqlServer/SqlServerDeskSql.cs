using SupportCopilot.Databases.Writing.Desks;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>The statements that only a desk's pages need, for SQL Server, the tenant always their first condition.</summary>
internal static class SqlServerDeskSql
{
    /// <summary>Locks the lease until the end of the transaction. Its name holds the tenant.</summary>
    public const string Hold = "SELECT 1 FROM Leases AS l WITH (UPDLOCK, HOLDLOCK) INNER JOIN Tenants AS t ON t.Id = @tenant WHERE l.Name = @lease AND l.Token = @token";

    public static readonly string LoadWritings = $"""
        SELECT s.N, {string.Join(", ", WritingColumns.All.Select(column => $"w.[{column.Name}]"))} FROM #Written AS s
        INNER JOIN DeskWritings AS w ON w.TenantId = @tenant AND w.TicketId = s.Id
        """;

    public const string AddChanges = """
        INSERT INTO TicketChanges (TenantId, TicketId, ExternalId, At, Field, [From], [To])
        SELECT @tenant, s.TicketId, s.ChangeId, s.At, s.Field, s.[From], s.[To] FROM #Told AS s
        WHERE NOT EXISTS (SELECT 1 FROM TicketChanges AS c WHERE c.TenantId = @tenant AND c.TicketId = s.TicketId AND c.At = s.At AND c.ExternalId = s.ChangeId) ORDER BY s.N
        """;

    public static readonly string Purge = string.Join(
        ";\n", new[] { "Comments", "TicketTags", "TicketFields", "TicketChanges", "Verdicts", "Suggestions", "Feedback" }
            .Select(table => $"DELETE FROM {table} WHERE TenantId = @tenant AND TicketId IN (SELECT s.Id FROM #Buried AS s)"));

    public const string Keep = """
        UPDATE SyncCursors SET [Cursor] = @cursor, ReadTo = CASE WHEN ReadTo > @readTo THEN ReadTo ELSE @readTo END, [Rows] = [Rows] + @rows, Pages = Pages + 1,
            UpdatedAt = @now, EndedAt = COALESCE(@endedAt, EndedAt), LeaseToken = @token
        WHERE TenantId = @tenant AND Stream = @stream;
        INSERT INTO SyncCursors (TenantId, Stream, [Cursor], ReadTo, [Rows], Pages, UpdatedAt, EndedAt, LeaseToken)
        SELECT @tenant, @stream, @cursor, @readTo, @rows, 1, @now, @endedAt, @token
        WHERE NOT EXISTS (SELECT 1 FROM SyncCursors WHERE TenantId = @tenant AND Stream = @stream)
        """;

    /// <summary>Every statement, for a parser to read.</summary>
    public static IEnumerable<string> All => [Hold, LoadWritings, AddChanges, Purge, Keep];
}
