using ZendeskSimulator.Generated;

namespace ZendeskSimulator.Tickets;

/// <summary>The tickets: those of the start are made when they are asked for; only those that changed or came since are held.</summary>
internal sealed class TicketStore(GeneratedTickets generated)
{
    private readonly Dictionary<long, Ticket> _changed = [];
    private readonly SortedSet<(long At, long Id)> _byChange = [];
    private readonly List<Audit> _audits = [];
    private readonly HashSet<long> _scrubbed = [];
    private long _lastNew;

    /// <summary>Every update since the start, in order.</summary>
    public IReadOnlyList<Audit> Audits => _audits;

    /// <summary>Those that changed or came since the start.</summary>
    public IReadOnlyDictionary<long, Ticket> Changed => _changed;

    public GeneratedTickets Generated => generated;

    /// <summary>The ticket, deleted or not; one that was only found must not be changed.</summary>
    public Ticket? Find(long id)
    {
        if (_changed.TryGetValue(id, out var ticket)) return ticket;
        return generated.Has(id) && !_scrubbed.Contains(id) ? generated.Make(id) : null;
    }

    /// <summary>The ticket, to be changed.</summary>
    public Ticket? FindToChange(long id)
    {
        if (Find(id) is not { } ticket) return null;
        if (_changed.TryAdd(id, ticket))
        {
            _ = ticket.Audits;   // its past is told from its state, which is about to change
            _byChange.Add((ticket.GeneratedAt, id));
        }
        return ticket;
    }

    /// <summary>The number of the youngest ticket.</summary>
    public int LastNumber => (int)Math.Max(_lastNew, generated.Count);

    public long NextNumber() => _lastNew = LastNumber + 1;

    public void Add(Ticket ticket)
    {
        _changed.Add(ticket.Id, ticket);
        _byChange.Add((ticket.GeneratedAt, ticket.Id));
    }

    /// <summary>Moves the ticket to that moment in the exports.</summary>
    public void Touch(Ticket ticket, long at)
    {
        _byChange.Remove((ticket.GeneratedAt, ticket.Id));
        ticket.GeneratedAt = at;
        _byChange.Add((at, ticket.Id));
    }

    public void Append(Audit audit) => _audits.Add(audit);

    /// <summary>Takes a ticket away for good.</summary>
    public void Scrub(Ticket ticket)
    {
        _changed.Remove(ticket.Id);
        _byChange.Remove((ticket.GeneratedAt, ticket.Id));
        _scrubbed.Add(ticket.Id);
    }

    /// <summary>Tickets in the order of the export, after a place in it.</summary>
    public IEnumerable<Ticket> InOrderAfter(long time, long id)
    {
        using var changed = _byChange.GetViewBetween((time, id + 1), (long.MaxValue, long.MaxValue)).GetEnumerator();
        var more = changed.MoveNext();
        for (var next = generated.FirstInExportAfter(time, id); next <= generated.Count; next++)
        {
            if (_changed.ContainsKey(next) || _scrubbed.Contains(next)) continue;
            var ticket = generated.Make(next);
            for (; more && changed.Current.CompareTo((ticket.GeneratedAt, next)) < 0; more = changed.MoveNext()) yield return _changed[changed.Current.Id];
            yield return ticket;
        }
        for (; more; more = changed.MoveNext()) yield return _changed[changed.Current.Id];
    }
}
