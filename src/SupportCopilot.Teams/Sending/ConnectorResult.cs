namespace SupportCopilot.Teams.Sending;

/// <summary>What became of one request to Teams' connector.</summary>
/// <param name="Outcome">How it ended.</param>
internal sealed record ConnectorResult(ConnectorOutcome Outcome)
{
    /// <summary>The message's id, where there is one now.</summary>
    public string? MessageId { get; init; }

    /// <summary>The HTTP status; null where no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>Why, without anybody's words.</summary>
    public string? Detail { get; init; }

    /// <summary>How long the other side asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>How a request to the connector ended.</summary>
internal enum ConnectorOutcome
{
    /// <summary>Confirmed.</summary>
    Done,

    /// <summary>It certainly did nothing, and may be tried again: it never left, or the other side said «not now».</summary>
    NotNow,

    /// <summary>It certainly did nothing, and never will.</summary>
    Refused,

    /// <summary>The conversation is gone, or its people want no more: 403 and 404.</summary>
    Gone,

    /// <summary>A gateway on the way gave up (502, 504): most likely nothing was done.</summary>
    GatewayFailed,

    /// <summary>The answer was lost: it may have been done.</summary>
    Unknown,
}
