using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>Everything that a page says of one ticket, and what came of it.</summary>
internal sealed class DeskPlan(TicketPlan ticket)
{
    /// <summary>The ticket, whose comments are those of the page.</summary>
    public TicketPlan Ticket { get; } = ticket;

    /// <summary>Whether the page tells its state, and not only what was written on it.</summary>
    public bool SaysState { get; init; }

    /// <summary>Whether the page says that it is gone.</summary>
    public bool IsDeleted { get; init; }

    public IReadOnlyList<DeskChange> Changes { get; init; } = [];

    public IReadOnlyList<DeskMark> Marks { get; init; } = [];

    /// <summary>What we last wrote to it; null where we never did.</summary>
    public DeskWriting? Writing { get; set; }

    /// <summary>Whether anything is to be stored, apart from the changes.</summary>
    public bool IsChanged { get; set; }

    /// <summary>Whether its state was news.</summary>
    public bool TookState { get; set; }

    /// <summary>Whether it was not to be seen before: new, or a stub.</summary>
    public bool WasBorn { get; set; }

    /// <summary>Whether it became a tombstone, whose words are to be purged.</summary>
    public bool WasBuried { get; set; }

    /// <summary>Whether it was a tombstone and lives again, without the words that were purged.</summary>
    public bool WasAwakened { get; set; }

    /// <summary>Comments that were added or say something else now.</summary>
    public int Comments { get; set; }

    /// <summary>Whether the page could hold news of it: the state, or anything beside the state.</summary>
    public bool MayBeNews => Ticket.IsNew || IsDeleted || Marks.Count > 0 || Ticket.Said.Comments is not null || (SaysState && Ticket.StoredHash != Ticket.Hash);
}
