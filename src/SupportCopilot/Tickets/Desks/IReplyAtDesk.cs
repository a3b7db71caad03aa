namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// The way out to the desk for a whole comment: once for a ticket that nobody works on yet, or not at all. Whoever calls has
/// a ledger row first, and never sends a second time.
/// </summary>
public interface IReplyAtDesk
{
    /// <summary>Writes the comment, unless somebody works on the ticket there or it changes meanwhile.</summary>
    Task<DeskAnswer> ReplyAsync(DeskReply reply, CancellationToken ct);

    /// <summary>Looks whether a comment whose answer was lost has arrived.</summary>
    /// <returns>Written with the audit's id, NotNow when it has not arrived up to now, Refused when the ticket is gone, Unknown when the desk cannot tell now.</returns>
    Task<DeskAnswer> TraceAsync(DeskReply reply, CancellationToken ct);
}

/// <summary>A comment to write.</summary>
/// <param name="TenantId">Whose desk.</param>
/// <param name="ExternalId">The ticket's id there.</param>
/// <param name="Body">The words.</param>
/// <param name="IsPublic">Whether the requester sees it.</param>
/// <param name="MeantAt">When it was first meant (UTC): a trace is not older.</param>
public sealed record DeskReply(int TenantId, string ExternalId, string Body, bool IsPublic, DateTime MeantAt);
