using System.Collections.Concurrent;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Tests.Zendesk.Webhooks;

/// <summary>Fetching, of which a test says how it goes: it remembers what was asked for.</summary>
public sealed class FetchBook : IFetchTickets
{
    private readonly ConcurrentQueue<string> _asked = new();

    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>What comes of a ticket's fetch.</summary>
    public Func<string, Task<FetchOutcome>> Fetch { get; set; } = _ => Task.FromResult(FetchOutcome.Kept);

    public Task<FetchOutcome> FetchAsync(int tenantId, string source, string externalId, FetchUrgency urgency, CancellationToken ct)
    {
        _asked.Enqueue(externalId);
        return Fetch(externalId);
    }
}
