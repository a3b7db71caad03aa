using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks.Connections;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Shows, keeps and removes the current tenant's connections. Each change is audited by the names of what changed.</summary>
internal sealed class KeepConnections(
    SupportDbContext db, CurrentTenant tenant, SettingsDesk settings, StoredDesks stored, DeskSecrets secrets, DeskConnections connections,
    IOptions<ZendeskOptions> options, IHostEnvironment environment, AuditLog audit, TimeProvider clock) : IKeepConnections
{
    public async Task<IReadOnlyList<ConnectionView>> ListAsync(CancellationToken ct)
    {
        var refusal = await connections.RefusalOfAsync(tenant.Id, ct);
        var views = new List<ConnectionView>();
        if (await IsOfSettingsAsync(ct)) views.AddRange(ConnectionViews.Of(settings.Desk(tenant.Id), refusal));
        foreach (var row in await db.DeskConnections.AsNoTracking().ToListAsync(ct))
            if (views.TrueForAll(view => view.Source != row.Source)) views.Add(ConnectionViews.Of(row, stored.Options(row), refusal));
        return views;
    }

    public async Task<KeptConnection> KeepAsync(string source, WantedConnection wanted, CancellationToken ct)
    {
        if (!TicketSource.IsDesk(source)) return new(KeptOutcome.NotFound);
        if (await StandsAgainstAsync(source, ct) is { } why) return new(KeptOutcome.Conflict, Why: why);
        var row = await db.DeskConnections.SingleOrDefaultAsync(c => c.Source == source, ct);
        var draft = new ConnectionDraft(source, row, row is null ? null : stored.Options(row), wanted);
        if (draft.WhatIsWrong(options.Value, environment.IsDevelopment()) is { Count: > 0 } wrong) return new(KeptOutcome.Refused, Why: string.Join(" ", wrong));

        var isNew = row is null;
        if (row is null) db.DeskConnections.Add(row = new DeskConnection { Source = source });
        draft.WriteTo(row, secrets, tenant.Id, clock.GetUtcNow().UtcDateTime);
        audit.Add(isNew ? "connection.added" : "connection.changed", $"connection/{source}", draft.WhatChanges());
        if (!await SavedAsync(ct)) return new(KeptOutcome.Conflict, Why: "Somebody changed the connection at the same moment; look at it and try again.");
        connections.Forget(tenant.Id);
        return new(isNew ? KeptOutcome.Added : KeptOutcome.Changed, ConnectionViews.Of(row, draft.Options, null));
    }

    public async Task<KeptConnection> RemoveAsync(string source, CancellationToken ct)
    {
        if (await db.DeskConnections.SingleOrDefaultAsync(c => c.Source == source, ct) is not { } row)
            return await IsOfSettingsAsync(ct) && TicketSource.IsDesk(source) && IsSet(source) ? new(KeptOutcome.Conflict, Why: BySettings) : new(KeptOutcome.NotFound);
        db.DeskConnections.Remove(row);
        audit.Add("connection.removed", $"connection/{source}");
        if (!await SavedAsync(ct)) return new(KeptOutcome.Conflict, Why: "Somebody changed the connection at the same moment; look at it and try again.");
        connections.Forget(tenant.Id);
        return new(KeptOutcome.Removed);
    }

    private const string BySettings = "The settings connect this tenant; change them there.";

    private async Task<string?> StandsAgainstAsync(string source, CancellationToken ct) =>
        await IsOfSettingsAsync(ct) && IsSet(source) ? BySettings
        : await StoredDesks.HoldsDemoRowsAsync(db, ct) ? StoredDesks.DemoRows
        : null;

    private bool IsSet(string source) => source == TicketSource.Zendesk ? settings.Zendesk is not null : settings.Intercom is not null;

    private async Task<bool> IsOfSettingsAsync(CancellationToken ct) => await settings.TenantIdAsync(ct) == tenant.Id;

    private async Task<bool> SavedAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)   // added or changed by another request between our look and our write
        {
            return false;
        }
    }
}
