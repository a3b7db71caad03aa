using SupportCopilot.Databases.Writing;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>The statements of the bulk writer for SQL Server: rows are staged in temporary tables, then taken over set by set, the tenant always their first condition.</summary>
internal static class SqlServerTicketSql
{
    private static readonly string Columns = string.Join(", ", TicketColumns.All.Select(column => $"[{column.Name}]"));

    /// <summary>The tickets' written columns, prefixed.</summary>
    private static string Staged(string alias) => string.Join(", ", TicketColumns.All.Select(column => $"{alias}.[{column.Name}]"));

    /// <summary>Locks what it finds, and the gaps, until the end of the transaction: nobody else creates or changes these tickets.</summary>
    public const string Find = """
        SELECT s.N, t.Id, t.ContentHash FROM #Keys AS s
        INNER JOIN Tickets AS t WITH (UPDLOCK, HOLDLOCK) ON t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId
        """;

    public static readonly string Load = $"SELECT s.N, {Staged("t")} FROM #Known AS s INNER JOIN Tickets AS t ON t.TenantId = @tenant AND t.Id = s.Id";

    public const string LoadThreads = """
        SELECT s.N, c.Id, c.ExternalId, c.Position, c.AuthorId, c.AuthorKind, c.IsPublic, c.Body, c.CreatedAt FROM #Known AS s
        INNER JOIN Comments AS c ON c.TenantId = @tenant AND c.TicketId = s.Id
        ORDER BY s.N, c.Position
        """;

    public static string PutNames(string table) => $"""
        UPDATE t SET t.Name = s.Name FROM #{table} AS s
        INNER JOIN {table} AS t WITH (UPDLOCK, HOLDLOCK) ON t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId
        WHERE t.Name <> s.Name AND s.Name <> s.ExternalId;
        INSERT INTO {table} (TenantId, Source, ExternalId, Name)
        SELECT @tenant, s.Source, s.ExternalId, s.Name FROM #{table} AS s
        WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WHERE t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId);
        SELECT s.N, t.Id FROM #{table} AS s INNER JOIN {table} AS t ON t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId
        """;

    public const string PutPeople = """
        UPDATE t SET t.Name = CASE WHEN s.IsNamed = 1 THEN s.Name ELSE t.Name END, t.Email = COALESCE(s.Email, t.Email),
            t.IsAgent = CASE WHEN s.IsAgent = 1 THEN 1 ELSE t.IsAgent END, t.OrganizationId = COALESCE(s.OrganizationId, t.OrganizationId)
        FROM #People AS s
        INNER JOIN People AS t WITH (UPDLOCK, HOLDLOCK) ON t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId;
        INSERT INTO People (TenantId, Source, ExternalId, Name, Email, IsAgent, OrganizationId, Roles)
        SELECT @tenant, s.Source, s.ExternalId, s.Name, s.Email, s.IsAgent, s.OrganizationId, 0 FROM #People AS s
        WHERE NOT EXISTS (SELECT 1 FROM People AS t WHERE t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId);
        SELECT s.N, t.Id, t.Name, t.Email, t.IsAgent, t.OrganizationId FROM #People AS s
        INNER JOIN People AS t ON t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId
        """;

    public static readonly string PutTickets = $"""
        UPDATE t SET {string.Join(", ", TicketColumns.All.Select(column => $"t.[{column.Name}] = s.[{column.Name}]"))}
        FROM #Tickets AS s INNER JOIN Tickets AS t ON t.TenantId = @tenant AND t.Id = s.Id;
        INSERT INTO Tickets (TenantId, Source, ExternalId, {Columns})
        SELECT @tenant, s.Source, s.ExternalId, {Staged("s")} FROM #Tickets AS s WHERE s.Id = 0 ORDER BY s.N;
        SELECT s.N, t.Id FROM #Tickets AS s INNER JOIN Tickets AS t ON t.TenantId = @tenant AND t.Source = s.Source AND t.ExternalId = s.ExternalId WHERE s.Id = 0
        """;

    public const string PutComments = """
        DELETE c FROM Comments AS c WHERE c.TenantId = @tenant AND c.TicketId IN (SELECT s.TicketId FROM #Comments AS s)
            AND NOT EXISTS (SELECT 1 FROM #Comments AS s WHERE s.TicketId = c.TicketId AND s.ExternalId = c.ExternalId);
        UPDATE c SET c.Position = s.Position, c.AuthorId = s.AuthorId, c.AuthorKind = s.AuthorKind, c.IsPublic = s.IsPublic, c.Body = s.Body, c.CreatedAt = s.CreatedAt
        FROM #Comments AS s INNER JOIN Comments AS c ON c.TenantId = @tenant AND c.TicketId = s.TicketId AND c.ExternalId = s.ExternalId;
        INSERT INTO Comments (TenantId, TicketId, ExternalId, Position, AuthorId, AuthorKind, IsPublic, Body, CreatedAt)
        SELECT @tenant, s.TicketId, s.ExternalId, s.Position, s.AuthorId, s.AuthorKind, s.IsPublic, s.Body, s.CreatedAt FROM #Comments AS s
        WHERE NOT EXISTS (SELECT 1 FROM Comments AS c WHERE c.TicketId = s.TicketId AND c.ExternalId = s.ExternalId) ORDER BY s.N
        """;

    /// <summary>Removes a thread that is empty now.</summary>
    public const string EmptyThreads = "DELETE FROM Comments WHERE TenantId = @tenant AND TicketId IN (SELECT s.Id FROM #EmptyThreads AS s)";

    /// <summary>Removes what is said anew of tickets: tags, fields or changes.</summary>
    public static string Replace(string table) => $"DELETE FROM {table} WHERE TenantId = @tenant AND TicketId IN (SELECT s.Id FROM #{table} AS s)";

    /// <summary>Adds the values that no ticket had before; of a custom field with very many only that it has.</summary>
    public static readonly string NoteValues = $"""
        INSERT INTO TicketValues (TenantId, Dimension, [Value])
        SELECT @tenant, '{ValueKinds.Counted}', CONVERT(varchar(33), SYSUTCDATETIME(), 127) + 'Z'
        WHERE NOT EXISTS (SELECT 1 FROM TicketValues AS v WHERE v.TenantId = @tenant) AND (SELECT COUNT(*) FROM Tickets AS t WHERE t.TenantId = @tenant) <= @tickets;
        INSERT INTO TicketValues (TenantId, Dimension, [Value])
        SELECT DISTINCT @tenant, s.Dimension, s.[Value] FROM #Seen AS s
        WHERE NOT EXISTS (SELECT 1 FROM TicketValues AS v WHERE v.TenantId = @tenant AND v.Dimension = s.Dimension AND v.[Value] = s.[Value])
            AND (s.Dimension NOT LIKE 'field.%' OR (SELECT COUNT(*) FROM TicketValues AS k WHERE k.TenantId = @tenant AND k.Dimension = s.Dimension) < {ValueKinds.MostOfField});
        INSERT INTO TicketValues (TenantId, Dimension, [Value])
        SELECT @tenant, '{ValueKinds.FieldOfMany}', f.Name FROM (SELECT DISTINCT s.Dimension, SUBSTRING(s.Dimension, 7, 200) AS Name FROM #Seen AS s WHERE s.Dimension LIKE 'field.%') AS f
        WHERE (SELECT COUNT(*) FROM TicketValues AS k WHERE k.TenantId = @tenant AND k.Dimension = f.Dimension) >= {ValueKinds.MostOfField}
            AND NOT EXISTS (SELECT 1 FROM TicketValues AS v WHERE v.TenantId = @tenant AND v.Dimension = '{ValueKinds.FieldOfMany}' AND v.[Value] = f.Name)
        """;

    /// <summary>Every statement, for a parser to read.</summary>
    public static IEnumerable<string> All =>
        [Find, Load, LoadThreads, PutNames("Groups"), PutPeople, PutTickets, PutComments, EmptyThreads, NoteValues, Replace("TicketTags"), Replace("TicketFields"), Replace("TicketChanges")];
}
