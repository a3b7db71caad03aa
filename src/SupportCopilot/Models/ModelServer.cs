using Microsoft.Extensions.AI;

namespace SupportCopilot.Models;

/// <summary>A model server that the deployer has set.</summary>
/// <param name="Name">What people call it, as in <c>--model</c> and on verdicts.</param>
/// <param name="Model">The model, or deployment, that it is asked for.</param>
/// <param name="Tier">How able, and how dear, it is.</param>
/// <param name="InputPer1M">US dollars for a million tokens asked.</param>
/// <param name="OutputPer1M">US dollars for a million tokens answered.</param>
public sealed record ModelServer(string Name, string Model, ModelTier Tier, decimal InputPer1M, decimal OutputPer1M)
{
    /// <summary>The way to it, which tries again, gives up in time and leaves a failing server in peace; it throws <see cref="ModelServerException"/> alone.</summary>
    public required IChatClient Chat { get; init; }

    /// <summary>How it does at the moment.</summary>
    public required Func<ModelServerState> State { get; init; }

    /// <summary>Whether what it is asked leaves for somebody else: it is neither this machine nor in a private network.</summary>
    public bool IsOutside { get; init; } = true;

    /// <summary>How many requests a minute it takes; null where nothing is set.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>How many tokens a minute it takes; null where nothing is set.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>What so many tokens cost, in millionths of a US dollar: a price for a million tokens is one for a millionth of a dollar each.</summary>
    public long CostMicros(long inputTokens, long outputTokens) => (long)Math.Round((inputTokens * InputPer1M) + (outputTokens * OutputPer1M));
}

/// <summary>How able, and how dear, a model is.</summary>
public enum ModelTier
{
    /// <summary>Quick and cheap.</summary>
    Small,

    /// <summary>In between.</summary>
    Medium,

    /// <summary>Able and dear.</summary>
    Large,
}

/// <summary>How a server does at the moment.</summary>
/// <param name="IsLeftInPeace">It failed so often of late that it is not asked for a while.</param>
/// <param name="AnsweredAt">When it last answered (UTC); null when it never did since the start.</param>
/// <param name="FailedAt">When it last failed (UTC).</param>
/// <param name="Failure">How it last failed, in words that hold nothing of what was asked.</param>
public sealed record ModelServerState(bool IsLeftInPeace, DateTime? AnsweredAt, DateTime? FailedAt, string? Failure)
{
    /// <summary>Until when its quota is thought to be spent (UTC); null when it is not.</summary>
    public DateTime? HaltedUntil { get; init; }

    /// <summary>How long a question that came now would wait for the server's limits.</summary>
    public TimeSpan Wait { get; init; }

    /// <summary>Which version of the model it last said that it is; null when it never did since the start.</summary>
    public string? Version { get; init; }

    /// <summary>Whether a question that came now would be asked at once.</summary>
    public bool IsReady => !IsLeftInPeace && HaltedUntil is null && Wait <= TimeSpan.Zero;
}
