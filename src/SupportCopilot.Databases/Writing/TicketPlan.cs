using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>The name of something at its source.</summary>
internal readonly record struct SourceKey(string Source, string ExternalId);

/// <summary>What one ticket of a batch says, what is stored of it, and what is to be stored.</summary>
internal sealed class TicketPlan(IncomingTicket said, long hash)
{
    /// <summary>What the source says, as far as it is to be stored.</summary>
    public IncomingTicket Said { get; set; } = said;

    public long Hash { get; } = hash;

    /// <summary>Our own number; 0 until it is inserted.</summary>
    public long Id { get; set; }

    public bool IsNew { get; set; } = true;

    public long StoredHash { get; set; }

    /// <summary>Whether what is stored of the thread is to be read for it.</summary>
    public bool NeedsThread { get; set; } = said.Comments is not null;

    /// <summary>Whether tags, fields or changes of it may be stored: not of one that is new, or of which only words are known.</summary>
    public bool MayHaveDetails => !IsNew && !IsBare;

    /// <summary>Whether of a stored one only words are known.</summary>
    public bool IsBare { get; set; }

    /// <summary>Whether the row is to be stored; else only its thread.</summary>
    public bool SavesRow { get; set; } = true;

    /// <summary>The row as it is to be stored; before the merge, as it is stored.</summary>
    public Ticket? Row { get; set; }

    /// <summary>The thread as it is stored, in the order of its positions.</summary>
    public List<Comment> StoredComments { get; } = [];

    /// <summary>The thread as it is to be stored; null when it is as stored.</summary>
    public IReadOnlyList<Comment>? Comments { get; set; }
}
