using System.Collections.Concurrent;

namespace SupportCopilot.Questions.Segments;

/// <summary>Remembers each desk's data as the upkeep of its segments last met it, so that it can tell a desk at rest from one that goes on changing.</summary>
public sealed class SegmentPace
{
    private readonly ConcurrentDictionary<int, long> _versions = new();

    /// <summary>Whether nothing was written since the last time this was asked.</summary>
    internal bool IsAtRest(int tenantId, long version)
    {
        var isSame = _versions.TryGetValue(tenantId, out var last) && last == version;
        _versions[tenantId] = version;
        return isSame;
    }
}
