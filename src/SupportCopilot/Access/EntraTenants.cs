using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Storage;

namespace SupportCopilot.Access;

/// <summary>Finds whose people an Entra tenant's are.</summary>
public sealed class EntraTenants(SupportDbContext db, Tenants tenants, IOptions<EntraTenantOptions> options)
{
    /// <summary>The tenant of an Entra tenant: the one of the settings is <c>default</c>, any other stands on its tenant's row.</summary>
    /// <param name="entraTenantId">A GUID, as a checked token or activity names it.</param>
    /// <param name="ct">Cancels the look-up.</param>
    /// <returns>The tenant; null where none is connected to it.</returns>
    public async Task<Tenant?> FindAsync(string? entraTenantId, CancellationToken ct)
    {
        if (!Guid.TryParse(entraTenantId, out var id)) return null;
        if (Guid.TryParse(options.Value.OfDefaultTenant, out var ofDefault) && id == ofDefault) return await tenants.FindOrFoundAsync(Tenant.DefaultKey, ct);
        var stored = id.ToString("D");
        return await db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.EntraTenantId == stored, ct);
    }
}

/// <summary>What the settings say of Entra tenants.</summary>
public sealed class EntraTenantOptions
{
    /// <summary>The Entra tenant of the tenant <c>default</c>; null where none is connected.</summary>
    public string? OfDefaultTenant { get; set; }
}
