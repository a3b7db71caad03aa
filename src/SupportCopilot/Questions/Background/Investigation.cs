using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>A question whose answer takes long, while it is worked out and after. All that is needed to begin anew stands on the row.</summary>
public sealed class Investigation : ITenantOwned
{
    /// <summary>The id of the question, 32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Who asked, and whose rights hold when the work runs; null for a command.</summary>
    public long? PersonId { get; init; }

    /// <summary>The kind of work, by which its worker is found.</summary>
    public required string Kind { get; init; }

    /// <summary>What is to be done, as its worker wrote it, with every date resolved.</summary>
    public required string Work { get; init; }

    /// <summary>How far it is.</summary>
    public InvestigationState State { get; set; }

    /// <summary>The share that is done, 0–1.</summary>
    public double Progress { get; set; }

    /// <summary>What is being done, in our own words.</summary>
    public string Doing { get; set; } = "";

    /// <summary>Which of the tenant's places works on it; null while it waits.</summary>
    public int? Slot { get; set; }

    /// <summary>How often its work was begun: one that brings its process down each time is given up.</summary>
    public int Attempts { get; set; }

    /// <summary>When it was asked (UTC).</summary>
    public DateTime AskedAt { get; init; }

    /// <summary>When its work began, last of all (UTC).</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>The conversation in Teams that it was asked in, whose sight bounds the answer; null where it was asked elsewhere.</summary>
    public long? ConversationId { get; init; }

    /// <summary>Where in Teams the message about it stands: the conversation's own id, with its thread.</summary>
    public string? Place { get; set; }

    /// <summary>The message that shows how far it is, and then the answer; null until it is known to have arrived.</summary>
    public string? MessageId { get; set; }

    /// <summary>When the end of it was shown there (UTC); null while that is owed.</summary>
    public DateTime? ShownAt { get; set; }

    /// <summary>Whether something is still to be done for it: its work, or showing the end of it.</summary>
    public bool IsOwed { get; set; } = true;

    /// <summary>Grows with every change of state: of a cancellation and an end at one time, one wins.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Whether it is over.</summary>
    public bool IsOver => State is not (InvestigationState.Queued or InvestigationState.Running);

    /// <summary>Ends it; where a message tells of it, showing the end is still owed.</summary>
    public void End(InvestigationState state, DateTime now)
    {
        (State, FinishedAt, Slot, Progress, IsOwed) = (state, now, null, 1, ConversationId is not null);
        Version++;
    }
}

/// <summary>How far an investigation is.</summary>
public enum InvestigationState
{
    /// <summary>Waits for a process that is free.</summary>
    Queued = 0,

    /// <summary>Being worked on; after a crash it is taken up again.</summary>
    Running = 1,

    /// <summary>Answered.</summary>
    Done = 2,

    /// <summary>Stopped by its asker.</summary>
    Cancelled = 3,

    /// <summary>Given up.</summary>
    Failed = 4,
}

internal sealed class InvestigationConfiguration : IEntityTypeConfiguration<Investigation>
{
    public void Configure(EntityTypeBuilder<Investigation> row)
    {
        row.ToTable("Investigations");
        row.Property(i => i.Id).HasMaxLength(32);
        row.Property(i => i.Kind).HasMaxLength(20);
        row.Property(i => i.Doing).HasMaxLength(200);
        row.Property(i => i.Place).HasMaxLength(400);
        row.Property(i => i.MessageId).HasMaxLength(200);
        row.Property(i => i.Version).IsConcurrencyToken();
        row.Ignore(i => i.IsOver);
        row.HasIndex(i => new { i.TenantId, i.IsOwed });
    }
}
