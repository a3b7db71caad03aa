using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>What the streams of one run share.</summary>
internal sealed class SyncRun(int tenantId, ZendeskClient client, KnownNames known, IServiceProvider services, TimeProvider clock)
{
    /// <summary>Exports leave out what is younger, and a start that is younger is refused.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromMinutes(1);

    // Two clocks never agree to the second.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    /// <summary>Where everything begins: no account is older, and zero is refused in places.</summary>
    public static readonly DateTime Beginning = DateTime.UnixEpoch.AddSeconds(1);

    public int TenantId => tenantId;

    public ZendeskClient Client => client;

    /// <summary>The services of the run, in the scope of its tenant.</summary>
    public IServiceProvider Services => services;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The newest instant that may be asked from.</summary>
    public DateTime Newest => Now - Held - Margin;

    /// <summary>The names as they are known now.</summary>
    public Task<DeskNames> NamesAsync(CancellationToken ct) => known.OfAsync(tenantId, client, Lane.Sync, ct);

    /// <summary>A start that is old enough.</summary>
    public DateTime Start(DateTime wanted) => wanted < Newest ? wanted : Newest;

    public static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
