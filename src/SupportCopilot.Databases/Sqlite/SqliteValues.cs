using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>Adds the values of a batch that no ticket had before, in SQLite: one look at the end of an index for each.</summary>
internal sealed class SqliteValues(Func<string, int, SqliteStatement> prepare, Func<string, SqliteWrite> write, int tenantId)
{
    private readonly SqliteWrite _note = write(
        """
        INSERT INTO TicketValues (TenantId, Dimension, Value) SELECT $0, $1, $2
        WHERE NOT EXISTS (SELECT 1 FROM TicketValues WHERE TenantId = $0 AND Dimension = $1 AND Value = $2)
        """);

    public void Note(SeenValues seen)
    {
        if (seen.IsEmpty) return;
        MarkNewDesk(seen.Tickets);
        foreach (var (dimension, value) in seen.All) _note.Run(tenantId, dimension, value);
        foreach (var (name, values) in seen.Fields)
        {
            if (IsOfMany(name, values.Count)) _note.Run(tenantId, ValueKinds.FieldOfMany, name);
            else foreach (var value in values) _note.Run(tenantId, ValueKinds.Of(name), value);
        }
    }

    /// <summary>A desk whose first tickets these are never needs to be read for its values: they are all noted from now on.</summary>
    private void MarkNewDesk(int tickets)
    {
        if (prepare("SELECT 1 FROM TicketValues WHERE TenantId = $0 LIMIT 1", 1).Scalar(tenantId) is not null) return;
        write(
            """
            INSERT INTO TicketValues (TenantId, Dimension, Value) SELECT $0, $1, strftime('%Y-%m-%dT%H:%M:%S.0000000Z', 'now')
            WHERE (SELECT COUNT(*) FROM (SELECT 1 FROM Tickets WHERE TenantId = $0 LIMIT $2 + 1)) <= $2
            """).Run(tenantId, ValueKinds.Counted, tickets);
    }

    /// <summary>Whether a field has so many values that they are not kept; more than there is room for are never counted.</summary>
    private bool IsOfMany(string name, int more)
    {
        if (more > ValueKinds.MostOfField) return true;
        var kept = prepare("SELECT COUNT(*) FROM (SELECT 1 FROM TicketValues WHERE TenantId = $0 AND Dimension = $1 LIMIT $2)", 3)
            .Scalar(tenantId, ValueKinds.Of(name), (long)ValueKinds.MostOfField);
        return Convert.ToInt64(kept, System.Globalization.CultureInfo.InvariantCulture) >= ValueKinds.MostOfField;
    }
}
