using SupportCopilot.Replies.Cautions;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Voices;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Threads;

/// <summary>A ticket with everything that was said on it, oldest first, and the names of those concerned.</summary>
internal sealed class TicketThread
{
    public TicketThread(Ticket ticket, IReadOnlyList<Turn> turns, Reopening? reopening = null)
    {
        (Ticket, Turns) = (ticket, turns);
        var since = reopening is null ? [] : turns.Where(turn => turn.At > reopening.SolvedAt).ToList();
        var saidSince = since.Where(turn => turn.By is AuthorKind.Requester && turn.IsPublic).ToList();
        IsReopened = saidSince.Count > 0;
        // «It is still not working» says nothing by itself: the matter is what it was.
        Current = IsReopened && !saidSince.TrueForAll(turn => Asking.OnlySaysItFails(turn.Text)) ? since : turns;
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

    /// <summary>Whether the customer came back after the desk was done.</summary>
    public bool IsReopened { get; }

    /// <summary>Whether <see cref="Current"/> leaves out what was settled before: the customer came back with another matter.</summary>
    public bool IsOther => Current != Turns;

    /// <summary>Whether the desk says it is done.</summary>
    public bool IsDone => Ticket.Status is TicketStatus.Solved or TicketStatus.Closed;

    /// <summary>The customer's own messages in the part still going on.</summary>
    public IReadOnlyList<Turn> ByCustomer => [.. Current.Where(turn => turn.By is AuthorKind.Requester && turn.IsPublic)];

    /// <summary>What customer and desk said to each other in the part still going on.</summary>
    public IReadOnlyList<Turn> Conversation => [.. Current.Where(turn => turn.IsPublic && turn.By is not AuthorKind.System)];

    /// <summary>The customer's messages since the desk last answered; empty when the desk spoke last.</summary>
    public IReadOnlyList<Turn> Unanswered => [.. Conversation.Reverse().TakeWhile(turn => turn.By is AuthorKind.Requester).Reverse()];

    /// <summary>Whether the desk has written to the customer in the part still going on.</summary>
    public bool IsAnswered => Conversation.Any(turn => turn.By is AuthorKind.Agent);

    /// <summary>Whether the customer says of what the desk did that it has not helped, and nothing else.</summary>
    public bool HasNotHelped => IsAnswered && Unanswered is { Count: > 0 } unanswered && Asking.OnlySaysItFails(unanswered[^1].Text)
        && unanswered.SkipLast(1).All(turn => Asking.OnlySaysItFails(turn.Text) || Courtesies.SoundsSettled(turn.Text));

    /// <summary>Whether the customer gives the desk what it asked for, and neither asks nor complains beside it.</summary>
    public bool GivesWhatWasAsked
    {
        get
        {
            var unanswered = Unanswered;
            if (unanswered.Count == 0 || Conversation.Count == unanswered.Count) return false;
            var before = Conversation[^(unanswered.Count + 1)].Text;
            return (Spoken.In(before).Any(sentence => Asking.IsQuestion(sentence) || Asking.IsRequest(sentence)) || AskedFacts.In(before).Any()) && unanswered.Sum(turn => turn.Text.Length) < LongestAnswer
                && !unanswered.SelectMany(turn => Spoken.In(turn.Text)).Any(sentence => Asking.IsQuestion(sentence) || Asking.IsComplaint(sentence) || Asking.IsRequest(sentence));
        }
    }

    /// <summary>What internal notes hold back; their words are for agents alone.</summary>
    public IReadOnlyList<Caution> Cautions => _cautions ??= FindCautions.In(this);

    /// <summary>The note that a text to the customer would break; null where it breaks none.</summary>
    public Caution? BrokenBy(string text) => Cautions.FirstOrDefault(caution => caution.IsBrokenBy(text));

    private IReadOnlyList<Caution>? _cautions;

    private const int LongestAnswer = 400;   // characters; a longer one tells more than was asked
}

/// <summary>One message.</summary>
/// <param name="By">In what capacity it was written.</param>
/// <param name="IsPublic">Whether the customer can read it.</param>
/// <param name="Text">Its words, without quoted mail, greeting and signature.</param>
/// <param name="At">When (UTC), where known.</param>
internal sealed record Turn(AuthorKind By, bool IsPublic, string Text, DateTime? At);
