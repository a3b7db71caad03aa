using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Host.Commands;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Pages;

/// <summary>Which tenants the workbench can show, and which it opens first.</summary>
internal sealed class WorkbenchTenants(SupportDbContext db, CurrentTenant current, CommandLine line, IConfiguration configuration)
{
    /// <summary>The tenant asked for if it is there; else the one of the command line or the settings; else one's own import once it holds tickets, and the demo before.</summary>
    public async Task<(string Open, IReadOnlyList<string> All)> ChooseAsync(string? asked, CancellationToken ct)
    {
        var keys = await db.Tenants.AsNoTracking().OrderBy(t => t.Id).Select(t => t.Key).ToListAsync(ct);
        var set = line.Tenant ?? configuration.GetSection(Settings.Section)["Development:Tenant"];
        var open = asked is not null && keys.Contains(asked) ? asked
            : !string.IsNullOrWhiteSpace(set) ? set
            : await HoldsImportsAsync(ct) ? Tenant.DefaultKey : Tenant.DemoKey;
        return (open, keys.Contains(open) ? keys : [.. keys, open]);
    }

    /// <summary>How the workbench and its sidebar sign in: as an agent of the tenant, by the Development header.</summary>
    public static string AuthorizationFor(string tenant) => $"Dev tenant={tenant};user=workbench;roles=agent";

    private async Task<bool> HoldsImportsAsync(CancellationToken ct)
    {
        var id = await db.Tenants.Where(t => t.Key == Tenant.DefaultKey).Select(t => (int?)t.Id).SingleOrDefaultAsync(ct);
        if (id is null) return false;
        current.Set(id.Value);
        return await db.Tickets.AnyAsync(ct);
    }
}
