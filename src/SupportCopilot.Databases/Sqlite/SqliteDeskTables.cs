using SupportCopilot.Databases.Writing;
using SupportCopilot.Databases.Writing.Desks;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>What only a desk's pages need, in SQLite. The write lock that the transaction begins with keeps the lease from changing hands in between.</summary>
internal sealed class SqliteDeskTables(Func<string, int, SqliteStatement> prepare, Func<string, SqliteWrite> write, SqliteChanges changes, int tenantId) : IDeskTables
{
    private static readonly string[] OfWords = ["Comments", "TicketTags", "TicketFields", "TicketChanges", "Verdicts", "Suggestions", "Feedback"];

    private static readonly string Columns = string.Join(", ", WritingColumns.All.Select(column => column.Name));

    public Task HoldAsync(StreamPosition position, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var lease = SyncCursor.LeaseOf(tenantId);
        return prepare("SELECT 1 FROM Leases WHERE Name = $0 AND Token = $1", 2).Scalar(lease, position.LeaseToken) is null
            ? throw new LeaseLostException(lease)
            : Task.CompletedTask;
    }

    public Task LoadWritingsAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct)
    {
        // While a desk is read for the first time nothing was ever written to it: one look spares one for each ticket.
        if (plans.Count == 0 || prepare("SELECT 1 FROM DeskWritings WHERE TenantId = $0 LIMIT 1", 1).Scalar(tenantId) is null) return Task.CompletedTask;
        var load = prepare($"SELECT {Columns} FROM DeskWritings WHERE TenantId = $0 AND TicketId = $1", 2);
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            using var row = load.Rows(tenantId, plan.Ticket.Id);
            if (row.Read()) plan.Writing = WritingColumns.Read(plan.Ticket.Id, row, first: 0);
        }

        return Task.CompletedTask;
    }

    public Task AddChangesAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct)
    {
        var add = write(
            """
            INSERT INTO TicketChanges (TenantId, TicketId, ExternalId, At, Field, [From], [To]) SELECT $0, $1, $2, $3, $4, $5, $6
            WHERE NOT EXISTS (SELECT 1 FROM TicketChanges WHERE TenantId = $0 AND TicketId = $1 AND At = $3 AND ExternalId = $2)
            """);
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            foreach (var (_, id, change) in plan.Changes)
                add.Run(tenantId, plan.Ticket.Id, Clip.To(id, 100), UtcMilliseconds.ToMilliseconds(change.At), Clip.To(change.Field, 60), change.From, change.To);
        }

        return Task.CompletedTask;
    }

    public Task PurgeAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct)
    {
        foreach (var table in OfWords)
        {
            var tenant = table == "TicketTags" ? "+TenantId" : "TenantId";   // not by the index over all of a tenant's tags
            var purge = write($"DELETE FROM {table} WHERE {tenant} = $0 AND TicketId = $1");
            foreach (var plan in plans.Where(plan => !plan.Ticket.IsNew))
            {
                ct.ThrowIfCancellationRequested();
                purge.Run(tenantId, plan.Ticket.Id);
                changes.Add(plan.Ticket.Id);
            }
        }

        return Task.CompletedTask;
    }

    public Task KeepAsync(StreamPosition position, int rows, DateTime now, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var at = UtcMilliseconds.ToMilliseconds(now);
        write(
            """
            INSERT INTO SyncCursors (TenantId, Stream, Cursor, ReadTo, Rows, Pages, UpdatedAt, EndedAt, LeaseToken) VALUES ($0, $1, $2, $3, $4, 1, $5, $6, $7)
            ON CONFLICT (TenantId, Stream) DO UPDATE SET Cursor = excluded.Cursor, ReadTo = MAX(COALESCE(ReadTo, excluded.ReadTo), excluded.ReadTo),
                Rows = Rows + excluded.Rows, Pages = Pages + 1, UpdatedAt = excluded.UpdatedAt, EndedAt = COALESCE(excluded.EndedAt, EndedAt), LeaseToken = excluded.LeaseToken
            """).Run(tenantId, position.Stream, position.Cursor, UtcMilliseconds.ToMilliseconds(position.ReadTo), rows, at, position.IsEnd ? at : null, position.LeaseToken);
        return Task.CompletedTask;
    }
}
