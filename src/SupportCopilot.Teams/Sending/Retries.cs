using Polly;
using Polly.Retry;

namespace SupportCopilot.Teams.Sending;

/// <summary>
/// What is tried again, after a growing wait with jitter, or the wait that the other side asks for. Nothing is repeated
/// whose answer was lost, except a change of a message, which does the same when done twice.
/// </summary>
internal sealed class Retries(TimeProvider clock)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private const int Times = 4;

    /// <summary>412, 429, and what never left.</summary>
    public ResiliencePipeline<ConnectorResult> OfPosts { get; } = Make(clock, ConnectorOutcome.NotNow);

    /// <summary>Besides 502 and 504, as Teams' rules ask: somebody waits for the answer, and would rather see it twice than never.</summary>
    public ResiliencePipeline<ConnectorResult> OfReplies { get; } = Make(clock, ConnectorOutcome.NotNow, ConnectorOutcome.GatewayFailed);

    /// <summary>Besides lost answers.</summary>
    public ResiliencePipeline<ConnectorResult> OfUpdates { get; } = Make(clock, ConnectorOutcome.NotNow, ConnectorOutcome.GatewayFailed, ConnectorOutcome.Unknown);

    private static ResiliencePipeline<ConnectorResult> Make(TimeProvider clock, params ConnectorOutcome[] again) =>
        new ResiliencePipelineBuilder<ConnectorResult> { TimeProvider = clock }
            .AddRetry(new RetryStrategyOptions<ConnectorResult>
            {
                MaxRetryAttempts = Times,
                Delay = FirstWait,
                MaxDelay = LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Result is { } result
                    && again.Contains(result.Outcome) && !(result.RetryAfter > LongestWait) && !tried.Context.CancellationToken.IsCancellationRequested),
                DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Result?.RetryAfter is { } asked
                    ? asked + FirstWait * Random.Shared.NextDouble()   // so that not all who were told to wait come back at one instant
                    : (TimeSpan?)null),
            })
            .Build();
}
