using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Teams;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Host.Pages;

/// <summary>A ticket's address at its desk; in Development one that has none there opens in the workbench, which is nowhere else.</summary>
internal sealed class TicketAddresses(IDeskLinks desk, SupportDbContext db, IConfiguration settings, IServer server, IHostEnvironment environment) : ITicketAddresses
{
    public async Task<Func<long, string, string, Uri?>> OfAsync(int tenantId, CancellationToken ct)
    {
        var atDesk = await desk.OfAsync(tenantId, ct);
        if (Workbench is not { } workbench) return (_, source, externalId) => atDesk(source, externalId);

        var key = await db.Tenants.Where(tenant => tenant.Id == tenantId).Select(tenant => tenant.Key).SingleAsync(ct);
        return (id, source, externalId) => atDesk(source, externalId)
            ?? new Uri(string.Create(CultureInfo.InvariantCulture, $"{workbench.TrimEnd('/')}/?tenant={Uri.EscapeDataString(key)}#/tickets/{id}"));
    }

    /// <summary>Where this machine's own browser finds it; whoever comes by the public address would find nothing there.</summary>
    private string? Workbench => environment.IsDevelopment() && settings.GetSection(Settings.Section)["PublicUrl"] is not { Length: > 0 }
        ? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()
        : null;
}
