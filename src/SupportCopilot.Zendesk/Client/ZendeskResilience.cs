using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace SupportCopilot.Zendesk.Client;

/// <summary>
/// What surrounds the requests of one connection, from outside in: a bulkhead per lane, the time for all tries together,
/// trying again, the limits, the circuit breaker, the time for one try. The limits stand before the breaker, so that
/// waiting for one's turn is no try that failed.
/// </summary>
internal sealed class ZendeskResilience
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan BreakerLooksBack = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BreakerOpens = TimeSpan.FromSeconds(15);
    private const double BreakerShare = 0.5;
    private const int BreakerLeast = 10;   // fewer failures than these are an accident

    private readonly Dictionary<Lane, Surround> _lanes;

    public ZendeskResilience(TimeProvider clock)
    {
        var breaker = new CircuitBreakerStateProvider();
        var manual = Breaker(clock, breaker);
        State = breaker;
        _lanes = new()
        {
            [Lane.Person] = new(clock, manual, atOnce: 32, tries: 2, all: TimeSpan.FromSeconds(15), one: TimeSpan.FromSeconds(8)),
            [Lane.Work] = new(clock, manual, atOnce: 64, tries: 5, all: TimeSpan.FromMinutes(3), one: TimeSpan.FromSeconds(30)),
            [Lane.Sync] = new(clock, manual, atOnce: 8, tries: 6, all: TimeSpan.FromMinutes(15), one: TimeSpan.FromMinutes(2)),
        };
    }

    /// <summary>Whether the breaker lets requests through.</summary>
    public CircuitBreakerStateProvider State { get; }

    /// <summary>What surrounds the requests of a lane.</summary>
    public Surround Of(Lane lane) => _lanes[lane];

    private static ResiliencePipeline Breaker(TimeProvider clock, CircuitBreakerStateProvider state) => new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            StateProvider = state,
            FailureRatio = BreakerShare,
            MinimumThroughput = BreakerLeast,
            SamplingDuration = BreakerLooksBack,
            BreakDuration = BreakerOpens,
            // A 4xx is an answer: the desk is well. What a caller cut short says nothing of it.
            ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is TimeoutRejectedException
                or ZendeskException { Kind: ZendeskFailure.NotNow or ZendeskFailure.Unknown or ZendeskFailure.Unreadable, Status: null or >= 500 }),
        })
        .Build();

    /// <summary>The layers of one lane.</summary>
    internal sealed class Surround
    {
        public Surround(TimeProvider clock, ResiliencePipeline breaker, int atOnce, int tries, TimeSpan all, TimeSpan one)
        {
            Bulkhead = new(atOnce, atOnce);
            All = all;
            Outer = new ResiliencePipelineBuilder { TimeProvider = clock }
                .AddTimeout(new TimeoutStrategyOptions { Timeout = all })
                .AddRetry(new()
                {
                    MaxRetryAttempts = tries,
                    Delay = FirstWait,
                    MaxDelay = LongestWait,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    // Only what certainly did nothing: for a read that is every failure of the desk, for a write a 429 or no connection.
                    ShouldHandle = tried => ValueTask.FromResult(tried.Outcome.Exception is ZendeskException { Kind: ZendeskFailure.NotNow or ZendeskFailure.Unreadable } failure
                        && !(failure.RetryAfter > all)),
                    // The limits wait out what the desk asked for; only the jitter is added, so that not all come back at one instant.
                    DelayGenerator = tried => ValueTask.FromResult(tried.Outcome.Exception is ZendeskException { RetryAfter: not null } ? FirstWait * Random.Shared.NextDouble() : (TimeSpan?)null),
                })
                .Build();
            Inner = new ResiliencePipelineBuilder { TimeProvider = clock }
                .AddPipeline(breaker)
                .AddTimeout(new TimeoutStrategyOptions { Timeout = one })
                .Build();
        }

        /// <summary>How many requests of the lane are under way at most.</summary>
        public SemaphoreSlim Bulkhead { get; }

        /// <summary>The time for all tries.</summary>
        public TimeSpan All { get; }

        /// <summary>Total time and retries.</summary>
        public ResiliencePipeline Outer { get; }

        /// <summary>Breaker and the time of one try.</summary>
        public ResiliencePipeline Inner { get; }
    }
}
