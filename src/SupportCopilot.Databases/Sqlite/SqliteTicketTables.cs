using Microsoft.Data.Sqlite;
using SupportCopilot.Databases.Writing;
using SupportCopilot.Databases.Writing.Desks;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// The tables in SQLite, by prepared statements, the tenant always their first parameter. The transaction takes the write
/// lock at its beginning, so that what it reads nobody changes before it writes.
/// </summary>
internal sealed class SqliteTicketTables : ITicketTables
{
    private static readonly string Columns = string.Join(", ", TicketColumns.All.Select(column => column.Name));

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqlitePeople _people;
    private readonly SqliteTicketDetails _details;
    private readonly int _tenantId;
    private readonly List<IDisposable> _statements = [];
    private readonly SqliteChanges _changes;

    private SqliteTicketTables(SqliteConnection connection, int tenantId, PeopleCache cache)
    {
        _connection = connection;
        _tenantId = tenantId;
        _transaction = connection.BeginTransaction(deferred: false);
        _changes = new SqliteChanges(connection, PrepareWrite, tenantId);
        _changes.TakeOver();
        _people = new SqlitePeople(Prepare, tenantId, cache);
        _details = new SqliteTicketDetails(Prepare, PrepareWrite, tenantId);
        Desk = new SqliteDeskTables(Prepare, PrepareWrite, _changes, tenantId);
    }

    public IDeskTables Desk { get; }

    /// <summary>Begins the transaction.</summary>
    public static SqliteTicketTables Begin(SqliteConnection connection, int tenantId, PeopleCache cache)
    {
        using var pragma = connection.CreateCommand();
        // 64 MB of cache, for the unique indexes are hit at random places; and 64 MB of log before it is taken over,
        // for the same index pages change with every batch and would each time be written twice.
        pragma.CommandText = "PRAGMA cache_size = -65536; PRAGMA wal_autocheckpoint = 16384";
        pragma.ExecuteNonQuery();
        return new SqliteTicketTables(connection, tenantId, cache);
    }

    public Task FindAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        var find = Prepare("SELECT Id, ContentHash FROM Tickets WHERE TenantId = $0 AND Source = $1 AND ExternalId = $2", 3);
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            using var row = find.Rows(_tenantId, plan.Said.Source, plan.Said.ExternalId);
            if (!row.Read()) continue;
            plan.IsNew = false;
            plan.Id = row.GetInt64(0);
            plan.StoredHash = row.GetInt64(1);
        }

        return Task.CompletedTask;
    }

    public Task LoadAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        if (plans.Count == 0) return Task.CompletedTask;
        var load = Prepare($"SELECT {Columns} FROM Tickets WHERE TenantId = $0 AND Id = $1", 2);
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            using var row = load.Rows(_tenantId, plan.Id);
            row.Read();
            plan.Row = new Ticket { Id = plan.Id, Source = plan.Said.Source, ExternalId = plan.Said.ExternalId };
            for (var i = 0; i < TicketColumns.All.Count; i++) TicketColumns.All[i].Set(plan.Row, row, i);
            if (plan.NeedsThread) _details.LoadThread(plan);
        }

        return Task.CompletedTask;
    }

    public Task<PeopleIds> PutPeopleAsync(WantedPeople wanted, CancellationToken ct)
    {
        _changes.Add();
        return Task.FromResult(_people.Put(wanted, ct));
    }

    public Task SaveAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        var count = TicketColumns.All.Count;
        var insert = PrepareWrite($"INSERT INTO Tickets (TenantId, Source, ExternalId, {Columns}) VALUES ($0, $1, $2, {Parameters(3, count)})");
        var update = PrepareWrite($"UPDATE Tickets SET {string.Join(", ", TicketColumns.All.Select((column, i) => $"{column.Name} = ${i + 2}"))} WHERE TenantId = $0 AND Id = $1");
        var insertValues = new object?[count + 3];
        var updateValues = new object?[count + 2];
        insertValues[0] = updateValues[0] = _tenantId;
        foreach (var plan in plans)
        {
            ct.ThrowIfCancellationRequested();
            if (plan.IsNew)
            {
                insertValues[1] = plan.Said.Source;
                insertValues[2] = plan.Said.ExternalId;
                for (var i = 0; i < count; i++) insertValues[i + 3] = TicketColumns.All[i].Get(plan.Row!);
                plan.Id = insert.Run(insertValues);
            }
            else if (plan.SavesRow)
            {
                updateValues[1] = plan.Id;
                for (var i = 0; i < count; i++) updateValues[i + 2] = TicketColumns.All[i].Get(plan.Row!);
                update.Run(updateValues);
            }

            _details.Save(plan);
            _changes.Add(plan.Id);
        }

        return Task.CompletedTask;
    }

    public Task NoteAsync(SeenValues seen, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        new SqliteValues(Prepare, PrepareWrite, _tenantId).Note(seen);
        return Task.CompletedTask;
    }

    public Task CommitAsync(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        _changes.Tell();
        _transaction.Commit();
        _people.KeepCommitted();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _statements) statement.Dispose();
        await _transaction.DisposeAsync();
        _changes.GiveBack();
        await _connection.DisposeAsync();
    }

    private static string Parameters(int first, int count) => string.Join(", ", Enumerable.Range(first, count).Select(i => "$" + i));

    private SqliteWrite PrepareWrite(string sql)
    {
        var statement = new SqliteWrite(_connection, sql);
        _statements.Add(statement);
        return statement;
    }

    private SqliteStatement Prepare(string sql, int parameters)
    {
        var statement = new SqliteStatement(_connection, _transaction, sql, parameters);
        _statements.Add(statement);
        return statement;
    }
}
