namespace SupportCopilot.Tickets.Desks;

/// <summary>Brings a tenant up to what its desk says: everything the first time, what changed from then on, by the same steps.</summary>
public interface ISyncDesk
{
    /// <summary>The desk that a tenant is read from; null where none is connected.</summary>
    Task<DeskLink?> LinkAsync(int tenantId, CancellationToken ct);

    /// <summary>Reads every stream to its end, unless somebody else is at it. A stream that fails keeps no other from being read.</summary>
    /// <param name="tenantId">The tenant.</param>
    /// <param name="extent">How much is read.</param>
    /// <param name="progress">Told after each page.</param>
    /// <param name="ct">Cancels between pages; what was kept stays, and the next run goes on there.</param>
    Task<SyncOutcome> RunAsync(int tenantId, SyncExtent extent, IProgress<SyncProgress>? progress, CancellationToken ct);
}

/// <summary>A desk that can be read.</summary>
/// <param name="Source">The kind of desk: one of <see cref="TicketSource"/>.</param>
/// <param name="Host">Where it is.</param>
/// <param name="Warning">What its owner should see to, such as a way in that is about to end; null where nothing is.</param>
public sealed record DeskLink(string Source, string Host, string? Warning);

/// <summary>How much is read.</summary>
public enum SyncExtent
{
    /// <summary>The streams whose turn it is.</summary>
    WhatIsDue,

    /// <summary>Every stream, from where it was left.</summary>
    Everything,

    /// <summary>Every stream from its beginning.</summary>
    FromTheStart,
}

/// <summary>How far a run has come.</summary>
/// <param name="Read">Rows that this run has read.</param>
/// <param name="Share">The share of the desk's tickets that are here, 0–1; null where the desk does not say how many there are.</param>
public sealed record SyncProgress(long Read, double? Share);

/// <summary>What came of a run.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="Streams">What came of each stream that was read.</param>
public sealed record SyncOutcome(SyncEnd End, string? Reason, IReadOnlyList<SyncedStream> Streams);

/// <summary>How a run ended.</summary>
public enum SyncEnd
{
    /// <summary>All streams were read, but for those that failed.</summary>
    Done,

    /// <summary>Another process reads this desk now.</summary>
    Busy,

    /// <summary>This tenant may not be read into.</summary>
    Refused,

    /// <summary>No desk is connected.</summary>
    NotConnected,
}

/// <summary>What came of one stream.</summary>
/// <param name="Name">Which, such as <c>zendesk/tickets</c>.</param>
public sealed record SyncedStream(string Name)
{
    /// <summary>Rows that were read.</summary>
    public long Rows { get; init; }

    /// <summary>The pages they came in.</summary>
    public int Pages { get; init; }

    /// <summary>What came of the tickets among them.</summary>
    public WriteCount Tickets { get; init; }

    /// <summary>Comments that were added or changed.</summary>
    public int Comments { get; init; }

    /// <summary>Tickets that became tombstones.</summary>
    public int Deleted { get; init; }

    /// <summary>Everything that changed before this instant (UTC) is here; null where nothing was read.</summary>
    public DateTime? ReadTo { get; init; }

    /// <summary>What of it is not available; null where all is.</summary>
    public string? LeftOut { get; init; }

    /// <summary>What it failed of; null where it did not.</summary>
    public Exception? Failure { get; init; }
}
