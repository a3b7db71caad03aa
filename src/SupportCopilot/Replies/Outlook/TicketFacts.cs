namespace SupportCopilot.Replies.Outlook;

/// <summary>What is known of a ticket when it comes in, which is all that a prediction may go by.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="CreatedAt">When it came (UTC).</param>
/// <param name="Values">Its marks by field; nothing where the desk says nothing.</param>
/// <param name="ResolutionMinutes">How long it took to its last solution; null while it is not solved.</param>
/// <param name="WentWrong">Whether it went wrong: it was reopened, its service level was missed, or it was rated badly.</param>
internal sealed record TicketFacts(long Id, DateTime CreatedAt, IReadOnlyDictionary<string, string> Values, int? ResolutionMinutes, bool WentWrong);
