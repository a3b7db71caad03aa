using Polly.CircuitBreaker;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>What is known of how a server does, for the health page.</summary>
internal sealed class ServerState(CircuitBreakerStateProvider breaker, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTime? _answeredAt;
    private DateTime? _failedAt;
    private string? _failure;

    public ModelServerState Now
    {
        get
        {
            lock (_lock) return new ModelServerState(breaker.CircuitState is CircuitState.Open or CircuitState.Isolated, _answeredAt, _failedAt, _failure);
        }
    }

    public void Answered()
    {
        lock (_lock) _answeredAt = clock.GetUtcNow().UtcDateTime;
    }

    public ModelServerException Failed(ModelServerException failure)
    {
        lock (_lock) (_failedAt, _failure) = (clock.GetUtcNow().UtcDateTime, failure.Message);
        return failure;
    }
}
