using System.Globalization;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>A ticket that its desk is to be told of, with what was written to it before.</summary>
internal sealed class OwedRow(Ticket ticket, DeskWriting? writing)
{
    public Ticket Ticket => ticket;

    public DeskWriting? Writing { get; set; } = writing;

    public Effect? Effect => Writing?.Effect;

    /// <summary>Whether a write was begun whose end nobody wrote down: its process died, or its answer was lost.</summary>
    public bool IsInDoubt => Effect is { State: EffectState.Sending or EffectState.Unconfirmed };

    /// <summary>Whether there is still somebody to tell: tickets of a Zendesk desk, until they are solved.</summary>
    public bool IsToBeTold => Ticket.Source == TicketSource.Zendesk && TicketStatus.IsUnsolved(Ticket.Status);

    public static string IntentOf(long ticketId, int number) => string.Create(CultureInfo.InvariantCulture, $"triage/{ticketId}/{number}");

    public static string TargetOf(long ticketId) => string.Create(CultureInfo.InvariantCulture, $"ticket/{ticketId}");

    /// <summary>The write for the desk, as its row has it.</summary>
    /// <param name="note">What the note says; null where it has none, or where only its trace is looked for.</param>
    public DeskWrite ToDesk(string? note) => new(Ticket.TenantId, Ticket.ExternalId, Writing!.Marker)
    {
        AddTags = [.. OwnTags.In(Writing.Tags)],
        RemoveTags = [.. OwnTags.In(Writing.TagsWas).Except(OwnTags.In(Writing.Tags))],
        Priority = Writing.Priority != Writing.PriorityWas ? Writing.Priority : null,
        PriorityWas = Writing.PriorityWas,
        Note = Writing.HasNote ? $"{note}\n{Writing.Marker}" : null,
        MeantAt = Writing.At,
        IsRepeat = Effect!.Attempts > 0,
    };
}
