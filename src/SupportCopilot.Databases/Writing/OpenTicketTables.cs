using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using SupportCopilot.Databases.Sqlite;
using SupportCopilot.Databases.SqlServer;

namespace SupportCopilot.Databases.Writing;

internal static class OpenTicketTables
{
    /// <summary>Begins a transaction on a connection of its own, on whichever database the settings name.</summary>
    public static async Task<ITicketTables> OpenTicketTablesAsync(this DatabaseLocation location, int tenantId, PeopleCache people, CancellationToken ct)
    {
        if (location.IsSqlServer)
        {
            var server = new SqlConnection(location.ConnectionString);
            await server.OpenAsync(ct);
            return new SqlServerTicketTables(server, (SqlTransaction)await server.BeginTransactionAsync(ct), tenantId, people);
        }

        var file = new SqliteConnection(location.ConnectionString);
        await file.OpenAsync(ct);
        return SqliteTicketTables.Begin(file, tenantId, people);
    }
}
