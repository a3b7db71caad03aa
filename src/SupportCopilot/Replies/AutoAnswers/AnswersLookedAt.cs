using System.Collections.Concurrent;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>Which state of which ticket was looked at, so that one that may not be answered is not weighed at every tick. It holds numbers alone, and a restart forgets them.</summary>
internal sealed class AnswersLookedAt
{
    private const int Most = 20_000;

    private readonly ConcurrentDictionary<(int Tenant, long Ticket), int> _seen = new();

    /// <summary>Whether this state is seen for the first time.</summary>
    public bool IsNew(int tenantId, long ticketId, int version)
    {
        if (_seen.Count > Most) _seen.Clear();
        if (_seen.TryGetValue((tenantId, ticketId), out var seen) && seen == version) return false;
        _seen[(tenantId, ticketId)] = version;
        return true;
    }
}
