using SupportCopilot.Storage;

namespace SupportCopilot.Triage.Runs;

/// <summary>One ticket of a run, and what came of it. It is written together with the ticket's verdict, so that neither stands without the other.</summary>
public sealed class TriageRunTicket : ITenantOwned
{
    /// <summary>The run.</summary>
    public long RunId { get; init; }

    /// <summary>Its place in the run, from 0: the order in which tickets are taken.</summary>
    public int Position { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The ticket.</summary>
    public long TicketId { get; init; }

    /// <summary>How it ended.</summary>
    public TriageRunOutcome Outcome { get; set; }

    /// <summary>How long it took, in milliseconds.</summary>
    public int Milliseconds { get; set; }

    /// <summary>Tokens asked.</summary>
    public long InputTokens { get; set; }

    /// <summary>Tokens answered.</summary>
    public long OutputTokens { get; set; }

    /// <summary>Millionths of a US dollar.</summary>
    public long CostMicros { get; set; }

    /// <summary>What went wrong, in a word: why the model had no say, or the name of an error; never customers' words.</summary>
    public string? Error { get; set; }

    /// <summary>The fields that changed, or in a dry run would, as JSON.</summary>
    public string? Changes { get; set; }
}

/// <summary>What came of a ticket in a run.</summary>
public enum TriageRunOutcome
{
    /// <summary>It is still to be done.</summary>
    Pending = 0,

    /// <summary>Some field has another value now.</summary>
    Triaged = 1,

    /// <summary>It was judged, and every value stayed.</summary>
    Unchanged = 2,

    /// <summary>The model failed; the embedded way judged it.</summary>
    Fallback = 3,

    /// <summary>It is gone.</summary>
    Skipped = 4,

    /// <summary>It could not be judged.</summary>
    Failed = 5,
}
