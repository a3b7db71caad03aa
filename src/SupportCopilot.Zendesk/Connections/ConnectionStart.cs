using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>At a start: the tenant of the settings is there, so that jobs find it, and what somebody should know of the connections is said.</summary>
internal sealed partial class ConnectionStart(SettingsDesk settings, DeskConnections connections, ILogger<ConnectionStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await settings.TenantIdAsync(cancellationToken);
        foreach (var desk in await connections.AllAsync(cancellationToken))
            if (desk.Zendesk?.Login is ApiTokenLogin) LogLegacy(desk.TenantId, ConnectionViews.ApiTokensEnd);
        if (await settings.TenantIdAsync(cancellationToken) is { } tenantId && await connections.RefusalOfAsync(tenantId, cancellationToken) is { } refusal) LogRefused(tenantId, refusal);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tenant {TenantId}: {Notice}")]
    private partial void LogLegacy(int tenantId, string notice);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Tenant {TenantId} is not connected: {Refusal}")]
    private partial void LogRefused(int tenantId, string refusal);
}
