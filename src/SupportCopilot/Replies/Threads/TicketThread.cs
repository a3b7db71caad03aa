using SupportCopilot.Replies.Voices;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Threads;

/// <summary>A ticket with everything that was said on it, oldest first, and the names of those concerned.</summary>
internal sealed class TicketThread
{
    public TicketThread(Ticket ticket, IReadOnlyList<Turn> turns, Reopening? reopening = null)
    {
        (Ticket, Turns) = (ticket, turns);
        var since = reopening is null ? [] : turns.Where(turn => turn.At > reopening.SolvedAt).ToList();
        Current = since.Exists(turn => turn.By is AuthorKind.Requester && turn.IsPublic) ? since : turns;
        IsReopened = Current != turns;
    }

    public Ticket Ticket { get; }

    public string? Requester { get; init; }

    public string? Assignee { get; init; }

    public string? Group { get; init; }

    /// <summary>How letters of the ticket's brand sound.</summary>
    public Voice Voice { get; init; } = Voice.Usual;

    /// <summary>All that was said.</summary>
    public IReadOnlyList<Turn> Turns { get; }

    /// <summary>The part that is still going on: from the reopening, where the customer came back with something, or all of it.</summary>
    public IReadOnlyList<Turn> Current { get; }

    /// <summary>Whether <see cref="Current"/> leaves out what was settled before.</summary>
    public bool IsReopened { get; }

    /// <summary>Whether the desk says it is done.</summary>
    public bool IsDone => Ticket.Status is TicketStatus.Solved or TicketStatus.Closed;

    /// <summary>The customer's own messages in the part still going on.</summary>
    public IReadOnlyList<Turn> ByCustomer => [.. Current.Where(turn => turn.By is AuthorKind.Requester && turn.IsPublic)];

    /// <summary>What customer and desk said to each other in the part still going on.</summary>
    public IReadOnlyList<Turn> Conversation => [.. Current.Where(turn => turn.IsPublic && turn.By is not AuthorKind.System)];

    /// <summary>The customer's messages since the desk last answered; empty when the desk spoke last.</summary>
    public IReadOnlyList<Turn> Unanswered => [.. Conversation.Reverse().TakeWhile(turn => turn.By is AuthorKind.Requester).Reverse()];
}

/// <summary>One message.</summary>
/// <param name="By">In what capacity it was written.</param>
/// <param name="IsPublic">Whether the customer can read it.</param>
/// <param name="Text">Its words, without quoted mail, greeting and signature.</param>
/// <param name="At">When (UTC), where known.</param>
internal sealed record Turn(AuthorKind By, bool IsPublic, string Text, DateTime? At);
