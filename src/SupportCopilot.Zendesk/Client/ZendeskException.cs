using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Client;

/// <summary>
/// A request that came to nothing, or whose answer was lost. It names the endpoint and the status, never a body, a query,
/// or the exception beneath, any of which may hold customers' words or a token.
/// </summary>
internal sealed class ZendeskException(ZendeskFailure kind, string endpoint, string what) : DeskException($"Zendesk, {endpoint}: {what}")
{
    /// <summary>What can be concluded.</summary>
    public ZendeskFailure Kind => kind;

    /// <summary>The method and the path without ids and query, such as <c>PUT tickets/{id}</c>.</summary>
    public string Endpoint => endpoint;

    /// <summary>The status, where there was an answer.</summary>
    public int? Status { get; init; }

    /// <summary>Zendesk's own word for it, such as <c>RecordInvalid</c> or <c>UpdateConflict</c>; never free text.</summary>
    public string? Code { get; init; }

    /// <summary>How long it asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>What can be concluded from a failure.</summary>
internal enum ZendeskFailure
{
    /// <summary>It certainly did nothing, and may be tried again later: never left, limited, or the desk is out of order (for reads alone).</summary>
    NotNow,

    /// <summary>It certainly did nothing and never will as it stands: invalid, forbidden, or the ticket is closed.</summary>
    Refused,

    /// <summary>There is no such thing, or no longer.</summary>
    Gone,

    /// <summary>The credentials are not taken (401), also after a new token.</summary>
    Unauthorized,

    /// <summary>Somebody changed it meanwhile (409); nothing was done.</summary>
    Conflict,

    /// <summary>A write whose answer was lost, or 5xx: it may have been done.</summary>
    Unknown,

    /// <summary>The question or the answer is larger than is taken.</summary>
    TooLarge,

    /// <summary>The answer was no JSON that could be read (for reads; a write's is <see cref="Unknown"/>).</summary>
    Unreadable,
}
