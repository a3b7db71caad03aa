using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>How often, how long and how patiently a server is asked.</summary>
internal static class Patience
{
    private const int Tries = 4;

    // Half of at least eight calls in half a minute: with ten workers a server that is down is found out in one round.
    private const double BreakAtShare = 0.5;
    private const int BreakAtLeast = 8;
    private static readonly TimeSpan BreakWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BreakFor = TimeSpan.FromSeconds(15);

    // So that a hundred workers who were told to come back in ten seconds do not all come at once.
    private const double Spread = 0.25;

    public static ResiliencePipeline Of(ModelServerOptions server, CircuitBreakerStateProvider breaker, TimeProvider clock) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddTimeout(TimeSpan.FromSeconds(server.TotalSeconds))
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = Tries - 1,
                BackoffType = DelayBackoffType.Exponential,
                Delay = TimeSpan.FromSeconds(server.RetrySeconds),
                UseJitter = true,
                // To wait longer than a question may take is to give up now: who asked is told how long the server wants.
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is TimeoutRejectedException || (tried.Outcome.Exception is ModelServerException
                { Failure: ModelFailure.Unavailable or ModelFailure.Busy } failed && failed.RetryAfter.GetValueOrDefault().TotalSeconds < server.TotalSeconds)),
                DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Exception is ModelServerException { RetryAfter: { } wait } ? wait * (1 + (Spread * Random.Shared.NextDouble())) : (TimeSpan?)null),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions
            {
                FailureRatio = BreakAtShare,
                MinimumThroughput = BreakAtLeast,
                SamplingDuration = BreakWithin,
                BreakDuration = BreakFor,
                StateProvider = breaker,
                // A busy server lives and says when to come back; a refusal and a question it cannot take (400) are answers.
                ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is TimeoutRejectedException
                    or ModelServerException { Failure: ModelFailure.Unavailable } or ModelServerException { Failure: ModelFailure.Rejected, Status: not 400 }),
            })
            .AddTimeout(TimeSpan.FromSeconds(server.TrySeconds))
            .Build();
}
