using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Budgets;

/// <summary>Keeps each person to so many questions a minute, by the role that allows most; jobs are kept by budgets alone. A minute's worth may come at once.</summary>
internal sealed class ThrottlePeople(IOptions<ModelGateOptions> options, TimeProvider clock)
{
    private const int MostRemembered = 10_000;
    private static readonly TimeSpan AtOnce = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<long, DateTimeOffset> _next = [];

    /// <returns>How long to wait; null where the question may be asked now.</returns>
    public TimeSpan? Take(Caller? caller)
    {
        if (caller is null) return null;
        var allowed = RoleWords.Of(caller.Roles).Select(role => options.Value.CallsPerMinute.GetValueOrDefault(role, ModelGateOptions.UsualCallsPerMinute)).DefaultIfEmpty(ModelGateOptions.UsualCallsPerMinute).Max();
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_next.Count > MostRemembered) foreach (var (person, past) in _next.ToList()) if (past < now) _next.Remove(person);
            var next = _next.GetValueOrDefault(caller.PersonId, now);
            if (next < now) next = now;
            if (next - AtOnce > now) return next - AtOnce - now;
            _next[caller.PersonId] = next + (TimeSpan.FromMinutes(1) / allowed);
            return null;
        }
    }
}
