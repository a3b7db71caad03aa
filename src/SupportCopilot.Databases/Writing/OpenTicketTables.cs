using Microsoft.Data.Sqlite;
using SupportCopilot.Databases.Sqlite;

namespace SupportCopilot.Databases.Writing;

internal static class OpenTicketTables
{
    /// <summary>Begins a transaction on a connection of its own, on whichever database the settings name.</summary>
    public static async Task<ITicketTables> OpenTicketTablesAsync(this DatabaseLocation location, int tenantId, PeopleCache people, CancellationToken ct)
    {
        var file = new SqliteConnection(location.ConnectionString);
        await file.OpenAsync(ct);
        return SqliteTicketTables.Begin(file, tenantId, people);
    }
}
