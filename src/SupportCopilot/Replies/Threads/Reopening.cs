using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Threads;

/// <summary>A ticket that was done and is not any more.</summary>
/// <param name="SolvedAt">When it was last solved before that (UTC): what was said until then is settled.</param>
internal sealed record Reopening(DateTime SolvedAt)
{
    /// <summary>The last reopening in a history, oldest change first; null where the ticket was never reopened.</summary>
    public static Reopening? Of(IReadOnlyList<TicketChange> statusChanges)
    {
        DateTime? solvedAt = null;
        Reopening? last = null;
        foreach (var change in statusChanges)
        {
            if (IsDone(change.To))
            {
                solvedAt ??= change.At;
            }
            else if (solvedAt is { } at)
            {
                last = new Reopening(at);
                solvedAt = null;
            }
        }
        return last;
    }

    private static bool IsDone(string? status) =>
        string.Equals(status, TicketStatus.Solved, StringComparison.OrdinalIgnoreCase)
        || string.Equals(status, TicketStatus.Closed, StringComparison.OrdinalIgnoreCase)
        || string.Equals(status, "resolved", StringComparison.OrdinalIgnoreCase);
}
