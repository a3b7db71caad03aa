using Microsoft.Extensions.Logging;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>
/// One server, asked with patience but not for ever: within its limits, with a total time-out, then tries, then the breaker,
/// then a time-out for each try. One whose quota is spent is not asked until it should be back.
/// </summary>
internal sealed partial class PatientServer
{
    private readonly ModelServerOptions _server;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly ResiliencePipeline _pipeline;
    private readonly Pace? _requests;
    private readonly Pace? _tokens;

    public PatientServer(ModelServerOptions server, TimeProvider clock, ILogger log)
    {
        (_server, _clock, _log) = (server, clock, log);
        var breaker = new CircuitBreakerStateProvider();
        _pipeline = Patience.Of(server, breaker, clock);
        _requests = server.RequestsPerMinute is { } requests ? new Pace(requests, clock) : null;
        _tokens = server.TokensPerMinute is { } tokens ? new Pace(tokens, clock) : null;
        State = new ServerState(breaker, clock, () => Longer(_requests?.Wait, _tokens?.Wait));
    }

    public ServerState State { get; }

    /// <summary>How long nothing may come while a server speaks.</summary>
    public TimeSpan LongestSilence => TimeSpan.FromSeconds(_server.TrySeconds);

    /// <summary>Asks, as often as it takes within the time.</summary>
    /// <param name="ask">One try.</param>
    /// <param name="tokens">How many tokens it is thought to take.</param>
    /// <param name="took">How many an answer took; null where it does not say.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<T> AskAsync<T>(Func<CancellationToken, Task<T>> ask, long tokens, Func<T, long?> took, CancellationToken ct)
    {
        RefuseWhileHalted();
        await KeepPaceAsync(tokens, ct);
        try
        {
            var answer = await _pipeline.ExecuteAsync(async token => await TryAsync(ask, token), ct);
            if (took(answer) is { } spent) _tokens?.Correct(spent - tokens);
            return answer;
        }
        catch (TimeoutRejectedException)
        {
            throw State.Failed(new ModelServerException(ModelFailure.Timeout, "The model server did not answer in time."));
        }
        catch (BrokenCircuitException broken)   // not a failure of its own: the ones that led to it are written down
        {
            throw new ModelServerException(ModelFailure.Unavailable, "The model server failed so often that it is left in peace for a while.", retryAfter: broken.RetryAfter);
        }
    }

    private async Task<T> TryAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken ct)
    {
        try
        {
            var answer = await ask(ct);
            State.Answered();
            return answer;
        }
        catch (ModelServerException failed)
        {
            if (failed.Failure is ModelFailure.Quota) Halt(failed.RetryAfter ?? TimeSpan.FromMinutes(_server.HaltMinutes));
            throw State.Failed(failed);
        }
    }

    private void RefuseWhileHalted()
    {
        if (State.HaltedFor is { } rest) throw new ModelServerException(ModelFailure.Quota, "The model server's quota is spent.", 429, rest);
    }

    private void Halt(TimeSpan rest)
    {
        if (State.Halt(rest)) LogHalted(_server.DisplayName, rest);
    }

    /// <summary>Waits until the limits let the call through, or says at once that this takes too long.</summary>
    private async Task KeepPaceAsync(long tokens, CancellationToken ct)
    {
        var most = TimeSpan.FromSeconds(_server.TotalSeconds);
        foreach (var (pace, amount) in new[] { (_requests, 1L), (_tokens, tokens) })
        {
            if (pace is null) continue;
            var wait = pace.Take(amount, most, out var isTaken);
            if (!isTaken) throw new ModelServerException(ModelFailure.Busy, "More is asked than the model server's limits allow.", retryAfter: wait);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, _clock, ct);
        }
    }

    private static TimeSpan Longer(TimeSpan? one, TimeSpan? other) => TimeSpan.FromTicks(Math.Max(one.GetValueOrDefault().Ticks, other.GetValueOrDefault().Ticks));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The quota of model server {Server} is spent; it is not asked for {Rest}, and others or the embedded ways answer meanwhile")]
    private partial void LogHalted(string server, TimeSpan rest);
}
