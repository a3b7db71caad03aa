using Microsoft.Data.Sqlite;
using SupportCopilot.Questions.Segments;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>Writes segments into the file. SQL Server has a columnstore of its own.</summary>
internal sealed class SqliteSegmentStore(DatabaseLocation location) : ISegmentStore
{
    public async Task SaveAsync(Segment segment, IReadOnlyList<byte[]> columns, long to, long version, CancellationToken ct)
    {
        await using var connection = new SqliteConnection(location.ConnectionString);
        await connection.OpenAsync(ct);
        try
        {
            // What segments tell can be told from the tickets again: nobody waits for the disk here. After a power cut a segment and its changed tickets are both there as before.
            Execute(connection, "PRAGMA synchronous=NORMAL");
            await SaveAsync(connection, segment, columns, to, version, ct);
        }
        finally
        {
            Execute(connection, "PRAGMA synchronous=FULL");   // whoever is given this connection next may need it
        }
    }

    private static async Task SaveAsync(SqliteConnection connection, Segment segment, IReadOnlyList<byte[]> columns, long to, long version, CancellationToken ct)
    {
        await using var transaction = connection.BeginTransaction(deferred: false);
        using var put = new SqliteWrite(connection,
            """
            INSERT OR REPLACE INTO Segments (TenantId, Number, FirstId, Rows, Shape, CreatedFrom, CreatedTo, SolvedFrom, SolvedTo, UpdatedFrom, UpdatedTo, Stamp)
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """);
        using var clear = new SqliteWrite(connection, "DELETE FROM SegmentColumns WHERE TenantId = $0 AND Segment = $1");
        using var putColumn = new SqliteWrite(connection, "INSERT INTO SegmentColumns (TenantId, Segment, Field, Data) VALUES ($0, $1, $2, $3)");
        using var told = new SqliteWrite(connection, "DELETE FROM ChangedTickets WHERE TenantId = $0 AND TicketId >= $1 AND TicketId < $2 AND Stamp <= $3");

        put.Run(
            segment.TenantId, segment.Number, segment.FirstId, segment.Rows, segment.Shape,
            segment.CreatedFrom, segment.CreatedTo, segment.SolvedFrom, segment.SolvedTo, segment.UpdatedFrom, segment.UpdatedTo, segment.Stamp);
        clear.Run(segment.TenantId, segment.Number);
        for (var field = 0; field < columns.Count; field++) putColumn.Run(segment.TenantId, segment.Number, field, columns[field]);
        told.Run(segment.TenantId, segment.FirstId, to, version);
        ct.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
