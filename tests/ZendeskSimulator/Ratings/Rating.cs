namespace ZendeskSimulator.Ratings;

/// <summary>What a customer said of how a ticket was served, or that nobody has said yet.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Score">offered, good or bad.</param>
/// <param name="Stars">From 1 to 5 where a survey asked; null where it is of the older kind.</param>
/// <param name="Comment">The customer's words.</param>
/// <param name="At">When, in seconds since 1970.</param>
internal sealed record Rating(long TicketId, string Score, int? Stars, string? Comment, long At);
