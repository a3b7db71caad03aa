using SupportCopilot.Databases.Writing;
using SupportCopilot.Databases.Writing.Desks;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>What only a desk's pages need, in SQL Server.</summary>
internal sealed class SqlServerDeskTables(SqlServerStage stage, int tenantId) : IDeskTables
{
    private static readonly (string Name, Type Type)[] Change =
    [
        ("TicketId", typeof(long)), ("ChangeId", typeof(string)), ("At", typeof(long)), ("Field", typeof(string)), ("From", typeof(string)), ("To", typeof(string)),
    ];

    public async Task HoldAsync(StreamPosition position, CancellationToken ct)
    {
        var (isHeld, lease) = (false, SyncCursor.LeaseOf(tenantId));
        await stage.ReadAsync(SqlServerDeskSql.Hold, _ => isHeld = true, ct, ("@lease", lease), ("@token", position.LeaseToken));
        if (!isHeld) throw new LeaseLostException(lease);
    }

    public async Task LoadWritingsAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct)
    {
        if (plans.Count == 0) return;
        await stage.FillAsync("Written", [("Id", typeof(long))], plans.Select(plan => (object?[])[plan.Ticket.Id]), ct);
        await stage.ReadAsync(SqlServerDeskSql.LoadWritings, row =>
        {
            var plan = plans[row.GetInt32(0)];
            plan.Writing = WritingColumns.Read(plan.Ticket.Id, row, first: 1);
        }, ct);
    }

    public async Task AddChangesAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct)
    {
        var rows = plans.SelectMany(plan => plan.Changes.DistinctBy(change => change.ExternalId).Select(change => (object?[])
            [plan.Ticket.Id, Clip.To(change.ExternalId, 100), UtcMilliseconds.ToMilliseconds(change.Change.At), Clip.To(change.Change.Field, 60), change.Change.From, change.Change.To]));
        await stage.FillAsync("Told", Change, rows, ct);
        await stage.RunAsync(SqlServerDeskSql.AddChanges, ct);
    }

    public async Task PurgeAsync(IReadOnlyList<DeskPlan> plans, CancellationToken ct)
    {
        await stage.FillAsync("Buried", [("Id", typeof(long))], plans.Select(plan => (object?[])[plan.Ticket.Id]), ct);
        await stage.RunAsync(SqlServerDeskSql.Purge, ct);
    }

    public Task KeepAsync(StreamPosition position, int rows, DateTime now, CancellationToken ct)
    {
        var at = UtcMilliseconds.ToMilliseconds(now);
        return stage.RunAsync(
            SqlServerDeskSql.Keep, ct, ("@stream", position.Stream), ("@cursor", position.Cursor), ("@readTo", UtcMilliseconds.ToMilliseconds(position.ReadTo)),
            ("@rows", (long)rows), ("@now", at), ("@endedAt", position.IsEnd ? at : null), ("@token", position.LeaseToken));
    }
}
