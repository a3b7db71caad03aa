using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks.Connections;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Reads what admins stored of a tenant's connections, beside what the settings say of it.</summary>
internal sealed partial class StoredDesks(IServiceScopeFactory scopes, DeskSecrets secrets, IHostEnvironment environment, ILogger<StoredDesks> log)
{
    /// <summary>Real tickets among made-up ones could be told apart by nobody, in figures least of all.</summary>
    public const string DemoRows = "The tenant holds made-up tickets of the demo, so no desk is connected to it: connect another tenant, or begin with an empty database.";

    private const string DemoSource = "demo";

    /// <summary>The tenant's desk; null, with the reason where there is one, when nothing is connected or may be.</summary>
    public async Task<(ConnectedDesk? Desk, string? Refusal)> ReadAsync(int tenantId, ConnectedDesk? ofSettings, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var desk = ofSettings ?? new ConnectedDesk(tenantId);
        foreach (var row in await db.DeskConnections.AsNoTracking().ToListAsync(ct)) desk = With(desk, row);

        if (desk is { Zendesk: null, Intercom: null }) return (null, null);
        if (await HoldsDemoRowsAsync(db, ct)) return (null, DemoRows);
        return (desk, null);
    }

    /// <summary>Whether the current tenant holds rows of the demo.</summary>
    public static Task<bool> HoldsDemoRowsAsync(SupportDbContext db, CancellationToken ct) => db.Tickets.AnyAsync(ticket => ticket.Source == DemoSource, ct);

    /// <summary>What a row says, in the shape of the settings; null where its secrets cannot be opened.</summary>
    public ZendeskOptions? Options(DeskConnection row) => secrets.Open(row.TenantId, row.Source, row.Secrets) is not { } opened ? null : new()
    {
        BaseUrl = row.BaseUrl,
        ClientId = opened.ClientId,
        ClientSecret = opened.ClientSecret,
        Email = opened.Email,
        ApiToken = opened.ApiToken,
        WebhookSecrets = [.. opened.WebhookSecrets],
        WriteBack = row.WriteBack,
        AppId = row.AppId,
        InstallationId = row.InstallationId,
        AppPublicKey = row.AppPublicKey,
    };

    // What the settings say of a kind of desk holds: the API refuses to store beside it, and a row from before is passed over.
    private ConnectedDesk With(ConnectedDesk desk, DeskConnection row)
    {
        if (row.Source == TicketSource.Zendesk && desk.Zendesk is null && Read(row) is { } account) return desk with { Zendesk = account };
        if (row.Source == TicketSource.Intercom && desk.Intercom is null && Options(row) is { ClientSecret: { } secret } options) return desk with { Intercom = new([secret, .. options.WebhookSecrets]) };
        return desk;
    }

    private ZendeskDesk? Read(DeskConnection row)
    {
        if (Options(row) is not { } options)
        {
            LogClosed(row.TenantId, row.Source);
            return null;
        }

        return ConnectionRules.Read(options, environment.IsDevelopment()).Desk;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The secrets of the connection of tenant {TenantId} to {Source} cannot be opened: the key ring, or the certificate that wraps it, is another one. Store them anew")]
    private partial void LogClosed(int tenantId, string source);
}
