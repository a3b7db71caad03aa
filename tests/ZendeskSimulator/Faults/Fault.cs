namespace ZendeskSimulator.Faults;

/// <summary>Something that goes wrong on the way between the product and the account.</summary>
/// <param name="Kind">What.</param>
public sealed record Fault(FaultKind Kind)
{
    /// <summary>The status of an answer that is refused.</summary>
    public int Status { get; init; }

    /// <summary>How long the caller waits, or how late it is applied.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Refused for being called too often, without anything applied.</summary>
    public static Fault TooManyRequests(TimeSpan retryAfter) => new(FaultKind.Refused) { Status = 429, Delay = retryAfter };

    /// <summary>An answer of 500, 502 or 503, without anything applied.</summary>
    public static Fault ServerError(int status = 503) => new(FaultKind.Refused) { Status = status };

    /// <summary>Applied at once, answered late.</summary>
    public static Fault Slow(TimeSpan delay) => new(FaultKind.Slow) { Delay = delay };

    /// <summary>The connection is reset, and nothing was applied.</summary>
    public static Fault ResetBefore { get; } = new(FaultKind.ResetBefore);

    /// <summary>Applied, then the connection is reset.</summary>
    public static Fault ResetAfter { get; } = new(FaultKind.ResetAfter);

    /// <summary>The connection is reset, and what was asked is applied later all the same.</summary>
    public static Fault AppliedLate(TimeSpan after) => new(FaultKind.AppliedLate) { Delay = after };

    /// <summary>Applied, but only half of the answer arrives.</summary>
    public static Fault Truncated { get; } = new(FaultKind.Truncated);
}

/// <summary>The kinds of faults.</summary>
public enum FaultKind
{
    /// <summary>An error is answered.</summary>
    Refused,

    /// <summary>The answer is late.</summary>
    Slow,

    /// <summary>Reset, nothing applied.</summary>
    ResetBefore,

    /// <summary>Applied, then reset.</summary>
    ResetAfter,

    /// <summary>Reset, then applied.</summary>
    AppliedLate,

    /// <summary>Applied, half an answer.</summary>
    Truncated,
}
