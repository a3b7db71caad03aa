using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Ledger;

/// <summary>One question to one server, with its repairs: who asked, what for, what it took. No text of anybody's.</summary>
public sealed class ModelCall : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>The same as a day: days since 1 January 1970, UTC.</summary>
    public int Day { get; init; }

    /// <summary>Who asked; null where a job did.</summary>
    public long? PersonId { get; init; }

    /// <summary>What for, such as <c>triage</c>.</summary>
    public required string Task { get; init; }

    /// <summary>The prompt with its version, such as <c>triage/1</c>.</summary>
    public required string Prompt { get; init; }

    /// <summary>The server, by its name in the settings.</summary>
    public required string Server { get; init; }

    /// <summary>The model as the server named it when it answered, or as it was asked for.</summary>
    public required string Model { get; init; }

    /// <summary>Tokens asked.</summary>
    public long InputTokens { get; init; }

    /// <summary>Tokens answered.</summary>
    public long OutputTokens { get; init; }

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicros { get; init; }

    /// <summary>From the question to the end.</summary>
    public int Milliseconds { get; init; }

    /// <summary>How it ended.</summary>
    public ModelOutcome Outcome { get; init; }

    /// <summary>How many answers had to be repaired.</summary>
    public int Repairs { get; init; }

    /// <summary>The ticket that it was about, where it was about one.</summary>
    public long? TicketId { get; init; }

    /// <summary>How many tickets it was about; 1 also where it was about none.</summary>
    public int Items { get; init; } = 1;

    /// <summary>Whether a trial sent it there.</summary>
    public bool IsTrial { get; init; }
}

/// <summary>How a call ended.</summary>
public enum ModelOutcome
{
    /// <summary>With an answer that could be used.</summary>
    Answered = 0,

    /// <summary>With one that could not, even repaired.</summary>
    Malformed = 1,

    /// <summary>It, or a filter before it, refused.</summary>
    Refused = 2,

    /// <summary>Not in time.</summary>
    TimedOut = 3,

    /// <summary>It could not be asked.</summary>
    Unavailable = 4,

    /// <summary>With an answer that had been given before, at no cost.</summary>
    Cached = 5,

    /// <summary>Whoever asked did not wait; what it used is estimated.</summary>
    Cancelled = 6,
}

internal sealed class ModelCallConfiguration : IEntityTypeConfiguration<ModelCall>
{
    public void Configure(EntityTypeBuilder<ModelCall> call)
    {
        call.Property(c => c.Task).HasMaxLength(60);
        call.Property(c => c.Prompt).HasMaxLength(80);
        call.Property(c => c.Server).HasMaxLength(100);
        call.Property(c => c.Model).HasMaxLength(100);
        call.HasIndex(c => new { c.TenantId, c.Day });
    }
}
