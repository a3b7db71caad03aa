using Microsoft.Data.SqlClient;
using SupportCopilot.Databases.Writing;
using SupportCopilot.Databases.Writing.Desks;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>The tables in SQL Server: a handful of round trips for a batch, whatever its size.</summary>
internal sealed class SqlServerTicketTables(SqlConnection connection, SqlTransaction transaction, int tenantId, PeopleCache cache) : ITicketTables
{
    private readonly SqlServerStage _stage = new(connection, transaction, tenantId);
    private readonly List<(SourceKey Key, KnownPerson Person)> _stored = [];

    public IDeskTables Desk => new SqlServerDeskTables(_stage, tenantId);

    public async Task FindAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        await _stage.FillAsync("Keys", [("Source", typeof(string)), ("ExternalId", typeof(string))], plans.Select(plan => (object?[])[plan.Said.Source, plan.Said.ExternalId]), ct);
        await _stage.ReadAsync(SqlServerTicketSql.Find, row =>
        {
            var plan = plans[row.GetInt32(0)];
            (plan.IsNew, plan.Id, plan.StoredHash) = (false, row.GetInt64(1), row.GetInt64(2));
        }, ct);
    }

    public async Task LoadAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        if (plans.Count == 0) return;
        await _stage.FillAsync("Known", [("Id", typeof(long))], plans.Select(plan => (object?[])[plan.Id]), ct);
        await _stage.ReadAsync(SqlServerTicketSql.Load, row =>
        {
            var plan = plans[row.GetInt32(0)];
            plan.Row = new Ticket { Id = plan.Id, Source = plan.Said.Source, ExternalId = plan.Said.ExternalId };
            for (var i = 0; i < TicketColumns.All.Count; i++) TicketColumns.All[i].Set(plan.Row, row, i + 1);
        }, ct);
        if (!plans.Any(plan => plan.NeedsThread)) return;
        await _stage.ReadAsync(SqlServerTicketSql.LoadThreads, row => plans[row.GetInt32(0)].StoredComments.Add(new Comment
        {
            Id = row.GetInt64(1),
            ExternalId = row.GetString(2),
            Position = row.GetInt32(3),
            AuthorId = row.IsDBNull(4) ? null : row.GetInt64(4),
            AuthorKind = (AuthorKind)row.GetInt32(5),
            IsPublic = row.GetBoolean(6),
            Body = row.GetString(7),
            CreatedAt = row.IsDBNull(8) ? null : UtcMilliseconds.FromMilliseconds(row.GetInt64(8)),
        }), ct);
    }

    public async Task<PeopleIds> PutPeopleAsync(WantedPeople wanted, CancellationToken ct)
    {
        var ids = new PeopleIds();
        await PutNamesAsync("Groups", wanted.Groups, ids.Groups, ct);
        await PutNamesAsync("Organizations", wanted.Organizations, ids.Organizations, ct);
        var news = new List<WantedPerson>();
        foreach (var person in wanted.People.Values)
        {
            if (cache.Find(tenantId, person.Key) is { } known && known.Covers(person, ids.OrganizationOf(person.Key.Source, person.Organization))) ids.People[person.Key] = known.Id;
            else news.Add(person);
        }

        if (news.Count == 0) return ids;
        await _stage.FillAsync(
            "People",
            [("Source", typeof(string)), ("ExternalId", typeof(string)), ("Name", typeof(string)), ("Email", typeof(string)), ("IsAgent", typeof(bool)), ("OrganizationId", typeof(long)), ("IsNamed", typeof(bool))],
            news.Select(p => (object?[])[p.Key.Source, p.Key.ExternalId, p.Name, p.Email, p.IsAgent, ids.OrganizationOf(p.Key.Source, p.Organization), p.IsNamed]), ct);
        await _stage.ReadAsync(SqlServerTicketSql.PutPeople, row =>
        {
            var key = news[row.GetInt32(0)].Key;
            var now = new KnownPerson(row.GetInt64(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetBoolean(4), row.IsDBNull(5) ? null : row.GetInt64(5));
            ids.People[key] = now.Id;
            _stored.Add((key, now));
        }, ct);
        return ids;
    }

    public async Task SaveAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        var rows = plans.Where(plan => plan.IsNew || plan.SavesRow).ToList();
        await _stage.FillAsync(
            "Tickets",
            [("Id", typeof(long)), ("Source", typeof(string)), ("ExternalId", typeof(string)), .. TicketColumns.All.Select(column => (column.Name, column.Type))],
            rows.Select(plan => (object?[])[plan.Id, plan.Said.Source, plan.Said.ExternalId, .. TicketColumns.All.Select(column => column.Get(plan.Row!))]), ct);
        await _stage.ReadAsync(SqlServerTicketSql.PutTickets, row => rows[row.GetInt32(0)].Id = row.GetInt64(1), ct);
        await new SqlServerTicketDetails(_stage, tenantId).SaveAsync(plans, ct);
    }

    public async Task NoteAsync(SeenValues seen, CancellationToken ct)
    {
        if (seen.IsEmpty) return;
        var fields = seen.Fields.SelectMany(field => field.Values.Select(value => (ValueKinds.Of(field.Name), value)));
        await _stage.FillAsync("Seen", [("Dimension", typeof(string)), ("Value", typeof(string))], seen.All.Concat(fields).Select(value => (object?[])[value.Item1, value.Item2]), ct);
        await _stage.RunAsync(SqlServerTicketSql.NoteValues, ct, ("@tickets", (long)seen.Tickets));
    }

    public async Task CommitAsync(CancellationToken ct)
    {
        await transaction.CommitAsync(ct);
        cache.Keep(tenantId, _stored);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task PutNamesAsync(string table, Dictionary<SourceKey, string> wanted, Dictionary<SourceKey, long> ids, CancellationToken ct)
    {
        if (wanted.Count == 0) return;
        var keys = wanted.Keys.ToList();
        await _stage.FillAsync(
            table, [("Source", typeof(string)), ("ExternalId", typeof(string)), ("Name", typeof(string))], keys.Select(key => (object?[])[key.Source, key.ExternalId, wanted[key]]), ct);
        await _stage.ReadAsync(SqlServerTicketSql.PutNames(table), row => ids[keys[row.GetInt32(0)]] = row.GetInt64(1), ct);
    }
}
