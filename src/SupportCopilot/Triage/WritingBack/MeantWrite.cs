using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>What should stand at the desk.</summary>
/// <param name="Tags">Our tags, as a text of them in one order.</param>
/// <param name="Priority">The priority that we would set; null where it is not ours to set.</param>
/// <param name="Note">What the note says, without its marker; null where none is due.</param>
internal sealed record MeantWrite(string Tags, string? Priority, string? Note)
{
    /// <summary>Whether a write, done or on its way, says the same.</summary>
    public bool IsSaidBy(DeskWriting writing) => Note is null && Tags == writing.Tags && (Priority is null || Priority == writing.Priority);

    /// <summary>Whether a write that has not left yet would say the same.</summary>
    public bool IsTheOneOf(DeskWriting writing) =>
        Tags == writing.Tags && Note is not null == writing.HasNote && (Priority ?? writing.PriorityWas) == writing.Priority;
}
