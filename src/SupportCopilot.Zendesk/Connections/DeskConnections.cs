using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Says which tenant is connected to what; cheap to ask.</summary>
internal sealed class DeskConnections(IOptions<ZendeskOptions> zendesk, IOptions<IntercomOptions> intercom, IHostEnvironment environment, IServiceScopeFactory scopes)
{
    private volatile ConnectedDesk? _default;

    /// <summary>What a tenant is connected to; null where it is to nothing.</summary>
    public async ValueTask<ConnectedDesk?> OfAsync(int tenantId, CancellationToken ct) =>
        await OfSettingsAsync(ct) is { } desk && desk.TenantId == tenantId ? desk : null;

    /// <summary>All tenants that are connected to something.</summary>
    public async ValueTask<IReadOnlyList<ConnectedDesk>> AllAsync(CancellationToken ct) => await OfSettingsAsync(ct) is { } desk ? [desk] : [];

    private async ValueTask<ConnectedDesk?> OfSettingsAsync(CancellationToken ct)
    {
        if (_default is { } known) return known;
        var account = zendesk.Value.IsSet ? ConnectionRules.Read(zendesk.Value, environment.IsDevelopment()).Desk : null;
        var workspace = intercom.Value.ClientSecret is { } secret && !string.IsNullOrWhiteSpace(secret)
            ? new IntercomDesk([secret.Trim(), .. intercom.Value.ClientSecrets.Where(other => !string.IsNullOrWhiteSpace(other)).Select(other => other.Trim())]) : null;
        if (account is null && workspace is null) return null;

        await using var scope = scopes.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(Tenant.DefaultKey, ct);
        return _default = new(tenant.Id) { Zendesk = account, Intercom = workspace };
    }
}
