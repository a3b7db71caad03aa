namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// The way out to the desk that a tenant's tickets live on. Each call is one request and says what became of it; that
/// nothing is written twice is the matter of the ledger before it (<see cref="Storage.Effect"/>).
/// </summary>
public interface ITicketDesk
{
    /// <summary>How much may be written to the desk of a tenant; Off also where none is connected.</summary>
    Task<WriteBackMode> ModeAsync(int tenantId, CancellationToken ct);

    /// <summary>Writes tags, priority and note of one ticket, in one request, unless the ticket changed since it was read for it.</summary>
    /// <param name="write">What is meant.</param>
    /// <param name="ct">Cancels; a write that was cut short is unknown.</param>
    Task<DeskAnswer> WriteAsync(DeskWrite write, CancellationToken ct);

    /// <summary>Writes many tickets of one tenant as one job of the desk, and waits for its end.</summary>
    /// <param name="writes">What is meant, at most <see cref="DeskWrite.MostAtOnce"/>, each ticket once.</param>
    /// <param name="ct">Cancels; what was cut short is unknown.</param>
    /// <returns>One answer for each write, in their order.</returns>
    Task<IReadOnlyList<DeskAnswer>> WriteManyAsync(IReadOnlyList<DeskWrite> writes, CancellationToken ct);

    /// <summary>Looks whether a write whose answer was lost has arrived: its trace stands in the ticket's audits.</summary>
    /// <returns>Written with the audit's id, NotNow when it has not arrived up to now, Refused when the ticket is gone, Unknown when the desk cannot tell now.</returns>
    Task<DeskAnswer> TraceAsync(DeskWrite write, CancellationToken ct);
}

/// <summary>How much is written to a desk.</summary>
public enum WriteBackMode
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>Tags alone.</summary>
    Tags,

    /// <summary>Tags, the priority where nobody set one, and an internal note.</summary>
    Full,
}

/// <summary>What is to be written to one ticket.</summary>
/// <param name="TenantId">Whose desk.</param>
/// <param name="ExternalId">The ticket's id there.</param>
/// <param name="Marker">Words that only this write has; they stand in its note, so that its trace can be found.</param>
public sealed record DeskWrite(int TenantId, string ExternalId, string Marker)
{
    /// <summary>What one job of the desk takes at most (Zendesk's update_many).</summary>
    public const int MostAtOnce = 100;

    /// <summary>Tags to add.</summary>
    public IReadOnlyList<string> AddTags { get; init; } = [];

    /// <summary>Tags of ours to take away; nobody else's are ever named here.</summary>
    public IReadOnlyList<string> RemoveTags { get; init; } = [];

    /// <summary>
    /// The priority to set where the ticket still has the one in <see cref="PriorityWas"/>, or none and never had one of ours;
    /// null leaves it. Where ours is gone, an agent took it away, and it is left so.
    /// </summary>
    public string? Priority { get; init; }

    /// <summary>The priority that we wrote before and may replace.</summary>
    public string? PriorityWas { get; init; }

    /// <summary>The internal note; null writes none.</summary>
    public string? Note { get; init; }

    /// <summary>When it was first meant (UTC): a trace is not older.</summary>
    public DateTime MeantAt { get; init; }

    /// <summary>
    /// Whether it was tried before. Then the desk looks for its trace once more after it has read the ticket and before it
    /// writes: what of the first try arrives later still, meets a ticket that has changed, and is refused there.
    /// </summary>
    public bool IsRepeat { get; init; }
}

/// <summary>What became of a write.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="AuditId">What the desk calls the change, where it said so.</param>
/// <param name="Detail">Why it did not arrive; never customers' words.</param>
public sealed record DeskAnswer(DeskOutcome Outcome, string? AuditId = null, string? Detail = null)
{
    /// <summary>How long the desk asks to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The desk's own time of the ticket after the write (UTC); null where it did not say.</summary>
    public DateTime? At { get; init; }

    /// <summary>Whether the priority that was meant stands there, set by us; false where it was left to somebody else's.</summary>
    public bool PriorityIsOurs { get; init; }

    /// <summary>The priority that stands there now, where known.</summary>
    public string? PriorityThere { get; init; }
}

/// <summary>How a write ended.</summary>
public enum DeskOutcome
{
    /// <summary>The desk confirmed it.</summary>
    Written,

    /// <summary>It certainly did not arrive, and may be tried again: nothing had left, the desk said «not now», or somebody changed the ticket meanwhile.</summary>
    NotNow,

    /// <summary>It certainly did not arrive and never will: the ticket is closed, deleted, or may not be changed by us.</summary>
    Refused,

    /// <summary>The answer was lost: it may have arrived.</summary>
    Unknown,
}
