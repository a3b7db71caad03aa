using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.People;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Founding;

/// <summary>
/// Shows the tenants and founds new ones, for admins of the tenant <c>default</c> alone: it is the deployer's own, and whoever
/// could found tenants from another would see whom else the product serves.
/// </summary>
public sealed class FoundTenant(SupportDbContext db, CurrentTenant current, Tenants tenants, AuditLog audit, TimeProvider clock, IServiceScopeFactory scopes)
{
    /// <summary>Whether the scope's tenant is the one that may.</summary>
    public async Task<bool> MayAsync(CancellationToken ct) => await tenants.FindAsync(Tenant.DefaultKey, ct) is { } deployers && deployers.Id == current.Id;

    /// <summary>All tenants, in the order of their founding.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="after">The number of the last one seen.</param>
    /// <param name="ct">Cancels the look.</param>
    public async Task<(IReadOnlyList<TenantView> Rows, string? Next)> ListAsync(int limit, int after, CancellationToken ct)
    {
        var rows = await db.Tenants.AsNoTracking().Where(tenant => tenant.Id > after).OrderBy(tenant => tenant.Id).Take(limit + 1).ToListAsync(ct);
        var page = rows.Take(limit).Select(TenantView.Of).ToList();
        return (page, rows.Count > limit ? page[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Founds a tenant, with its first admin where one is named.</summary>
    public async Task<FoundedTenant> RunAsync(NewTenant wanted, CancellationToken ct)
    {
        if (WhatIsWrong(wanted) is { } wrong) return new(null, wrong, IsTaken: false);
        if (await tenants.FindAsync(wanted.Key, ct) is not null) return new(null, $"There is a tenant {wanted.Key} already.", IsTaken: true);
        var tenant = new Tenant
        {
            Key = wanted.Key,
            Name = wanted.Name.Trim(),
            TimeZone = wanted.TimeZone ?? "UTC",
            EntraTenantId = wanted.EntraTenantId is { Length: > 0 } entra ? Guid.Parse(entra).ToString("D") : null,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Tenants.Add(tenant);
        audit.Add("tenant.founded", $"tenant/{tenant.Key}");
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)   // the key, or the Entra tenant, is another tenant's
        {
            return new(null, $"There is a tenant {wanted.Key} already, or one of that Entra tenant.", IsTaken: true);
        }

        if (wanted.AdminEntraObjectId is { Length: > 0 } admin) await LetInAsync(tenant.Id, admin, wanted.AdminName ?? "Admin", ct);
        return new(TenantView.Of(tenant), null, IsTaken: false);
    }

    private static string? WhatIsWrong(NewTenant wanted) =>
        !Tenants.IsKey(wanted.Key) ? $"\"{wanted.Key}\" cannot be a tenant's key: use 1–40 of a–z, 0–9 and hyphen."
        : wanted.Key == Tenant.DemoKey ? "The tenant demo is the demo's."
        : string.IsNullOrWhiteSpace(wanted.Name) ? "A tenant needs a name."
        : wanted.TimeZone is { } zone && NodaTime.DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? $"\"{zone}\" is no time zone; give one such as Europe/Berlin."
        : wanted.EntraTenantId is { Length: > 0 } entra && !Guid.TryParse(entra, out _) ? "The id of an Entra tenant is a GUID."
        : wanted.AdminEntraObjectId is { Length: > 0 } admin && !Guid.TryParse(admin, out _) ? "The first admin is named by their Entra object id, a GUID."
        : null;

    // In a scope of its own: this one works for the tenant that founds.
    private async Task LetInAsync(int tenantId, string entraObjectId, string name, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        await scope.ServiceProvider.GetRequiredService<KeepPerson>().AddAsync(entraObjectId, new(name, ["admin"], []), ct);
    }
}

/// <summary>A tenant to found.</summary>
/// <param name="Key">What addresses and commands call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="TimeZone">The zone of its days; null for UTC.</param>
/// <param name="EntraTenantId">Whose people belong to it.</param>
/// <param name="AdminEntraObjectId">The first admin.</param>
/// <param name="AdminName">The first admin's name.</param>
public sealed record NewTenant(string Key, string Name, string? TimeZone, string? EntraTenantId, string? AdminEntraObjectId, string? AdminName);

/// <summary>What came of it.</summary>
/// <param name="Tenant">The tenant; null where none was founded.</param>
/// <param name="Refusal">Why none was.</param>
/// <param name="IsTaken">Whether it is because there is one already.</param>
public sealed record FoundedTenant(TenantView? Tenant, string? Refusal, bool IsTaken);

/// <summary>A tenant as admins of the deployer see it.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Key">What addresses and commands call it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="TimeZone">The zone of its days.</param>
/// <param name="EntraTenantId">Whose people belong to it.</param>
/// <param name="CreatedAt">When it was founded (UTC).</param>
public sealed record TenantView(int Id, string Key, string Name, string TimeZone, string? EntraTenantId, DateTime CreatedAt)
{
    internal static TenantView Of(Tenant tenant) => new(tenant.Id, tenant.Key, tenant.Name, tenant.TimeZone, tenant.EntraTenantId, tenant.CreatedAt);
}
