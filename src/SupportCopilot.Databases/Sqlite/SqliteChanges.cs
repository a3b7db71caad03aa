using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SupportCopilot.Databases.Sqlite;

/// <summary>
/// Tells of the changes of a bulk writer what the triggers tell of all others, once for each transaction and ticket. With
/// triggers SQLite copies every page that a statement touches before it runs, which would cost more than the insert itself.
/// </summary>
internal sealed class SqliteChanges(SqliteConnection connection, Func<string, SqliteWrite> write, int tenantId)
{
    private const int EnableTrigger = 1003;   // SQLITE_DBCONFIG_ENABLE_TRIGGER

    private readonly HashSet<long> _tickets = [];
    private bool _hasAny;

    /// <summary>Leaves the triggers out of all that is prepared on the connection from now on.</summary>
    public void TakeOver() => Switch(false);

    /// <summary>Puts them back, for the connection is used again.</summary>
    public void GiveBack() => Switch(true);

    /// <summary>Something was written that answers could be made of.</summary>
    public void Add() => _hasAny = true;

    /// <summary>A ticket, or its tags, were written.</summary>
    public void Add(long ticketId)
    {
        _hasAny = true;
        _tickets.Add(ticketId);
    }

    /// <summary>Tells of them within the transaction, at its end.</summary>
    public void Tell()
    {
        if (!_hasAny) return;
        write("INSERT INTO DataVersions (TenantId, Version) VALUES ($0, 1) ON CONFLICT (TenantId) DO UPDATE SET Version = Version + 1").Run(tenantId);
        var change = write("INSERT OR REPLACE INTO ChangedTickets (TenantId, TicketId, Stamp) SELECT $0, $1, Version FROM DataVersions WHERE TenantId = $0");
        foreach (var ticket in _tickets.Order()) change.Run(tenantId, ticket);
        _tickets.Clear();
        _hasAny = false;
    }

    private void Switch(bool isOn) => SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(connection.Handle, EnableTrigger, isOn ? 1 : 0, out _), connection.Handle);
}
