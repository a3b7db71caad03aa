using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>What the settings connect the tenant <c>default</c> to.</summary>
internal sealed class SettingsDesk(IOptions<ZendeskOptions> zendesk, IOptions<IntercomOptions> intercom, IHostEnvironment environment, IServiceScopeFactory scopes)
{
    private readonly Lazy<(ZendeskDesk? Zendesk, IntercomDesk? Intercom)> _desk = new(() => (
        zendesk.Value.IsSet ? ConnectionRules.Read(zendesk.Value, environment.IsDevelopment()).Desk : null,
        intercom.Value.ClientSecret is { } secret && !string.IsNullOrWhiteSpace(secret)
            ? new([secret.Trim(), .. intercom.Value.ClientSecrets.Where(other => !string.IsNullOrWhiteSpace(other)).Select(other => other.Trim())]) : null));

    private int _tenantId;

    /// <summary>Its Zendesk account.</summary>
    public ZendeskDesk? Zendesk => _desk.Value.Zendesk;

    /// <summary>Its Intercom workspace.</summary>
    public IntercomDesk? Intercom => _desk.Value.Intercom;

    /// <summary>The tenant that they describe, founded where it is not there yet; null where they connect nothing.</summary>
    public async ValueTask<int?> TenantIdAsync(CancellationToken ct)
    {
        if (Zendesk is null && Intercom is null) return null;
        if (Volatile.Read(ref _tenantId) is not 0 and var known) return known;
        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DefaultKey, ct);
        Volatile.Write(ref _tenantId, tenant.Id);
        return tenant.Id;
    }

    /// <summary>Both, for the tenant.</summary>
    public ConnectedDesk Desk(int tenantId) => new(tenantId) { Zendesk = Zendesk, Intercom = Intercom };
}
