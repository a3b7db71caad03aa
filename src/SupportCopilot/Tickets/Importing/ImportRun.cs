using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Importing;

/// <summary>One file that was brought in, and what came of it.</summary>
public sealed class ImportRun : ITenantOwned
{
    /// <summary>Its id.</summary>
    public Guid Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The file's name, without a path.</summary>
    public required string FileName { get; init; }

    /// <summary>tickets or articles.</summary>
    public string Kind { get; init; } = "tickets";

    /// <summary>queued, running, completed or failed.</summary>
    public string Status { get; set; } = "queued";

    /// <summary>What was asked about the columns and dates, as JSON: kept, so that a run goes on after a restart.</summary>
    public string? Instructions { get; init; }

    /// <summary>Rows read so far, bad ones included.</summary>
    public long Read { get; set; }

    /// <summary>Tickets (or articles) created.</summary>
    public long Created { get; set; }

    /// <summary>Tickets (or articles) that said something new.</summary>
    public long Updated { get; set; }

    /// <summary>Rows that could not be read.</summary>
    public long Rejected { get; set; }

    /// <summary>The mapping taken, as JSON.</summary>
    public string? Mapping { get; set; }

    /// <summary>Why it failed, for the one who sent it.</summary>
    public string? Error { get; set; }

    /// <summary>When it was taken in (UTC).</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it ended (UTC).</summary>
    public DateTime? FinishedAt { get; set; }

    /// <summary>Where the uploaded file lies, relative to the data directory; null once removed, or where it was never uploaded.</summary>
    public string? StoredAs { get; set; }
}

/// <summary>A row of a file that could not be read.</summary>
public sealed class RejectedRow : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The file.</summary>
    public Guid ImportId { get; init; }

    /// <summary>The line it begins on, from 1.</summary>
    public long Line { get; init; }

    /// <summary>What is wrong with it, and what to do.</summary>
    public required string Reason { get; init; }

    /// <summary>The row as it stood, at most 4,000 characters.</summary>
    public required string Row { get; init; }
}
