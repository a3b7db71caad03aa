using Polly.CircuitBreaker;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>What is known of how a server does, for the router and the health page.</summary>
internal sealed class ServerState(CircuitBreakerStateProvider breaker, TimeProvider clock, Func<TimeSpan> wait)
{
    private readonly Lock _lock = new();
    private DateTime? _answeredAt;
    private DateTime? _failedAt;
    private DateTime? _haltedUntil;
    private string? _failure;
    private string? _version;

    public ModelServerState Now
    {
        get
        {
            lock (_lock)
            {
                return new ModelServerState(breaker.CircuitState is CircuitState.Open or CircuitState.Isolated, _answeredAt, _failedAt, _failure)
                {
                    HaltedUntil = _haltedUntil > clock.GetUtcNow().UtcDateTime ? _haltedUntil : null,
                    Wait = wait(),
                    Version = _version,
                };
            }
        }
    }

    /// <summary>How long its quota is still spent; null when it is not.</summary>
    public TimeSpan? HaltedFor
    {
        get
        {
            lock (_lock) return _haltedUntil - clock.GetUtcNow().UtcDateTime is { Ticks: > 0 } rest ? rest : null;
        }
    }

    public void Answered()
    {
        lock (_lock) _answeredAt = clock.GetUtcNow().UtcDateTime;
    }

    /// <summary>Notes which model it says it is.</summary>
    public void Is(string? version)
    {
        if (string.IsNullOrEmpty(version)) return;
        lock (_lock) _version = version.Length <= 100 ? version : version[..100];
    }

    public ModelServerException Failed(ModelServerException failure)
    {
        lock (_lock) (_failedAt, _failure) = (clock.GetUtcNow().UtcDateTime, failure.Message);
        return failure;
    }

    /// <returns>Whether it was not halted before: several calls find out at the same time.</returns>
    public bool Halt(TimeSpan rest)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var isNew = _haltedUntil is null || _haltedUntil <= now;
            _haltedUntil = now + rest;
            return isNew;
        }
    }
}
