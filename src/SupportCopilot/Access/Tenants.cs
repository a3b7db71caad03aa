using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Access;

/// <summary>Finds tenants by their keys, and founds them.</summary>
public sealed partial class Tenants(SupportDbContext db, TimeProvider clock)
{
    /// <summary>The tenant of a key, or null.</summary>
    public Task<Tenant?> FindAsync(string key, CancellationToken ct) =>
        db.Tenants.AsNoTracking().SingleOrDefaultAsync(t => t.Key == key, ct);

    /// <summary>The tenant of a key, created when it is not there yet.</summary>
    /// <exception cref="ArgumentException">The key is none.</exception>
    public async Task<Tenant> FindOrFoundAsync(string key, CancellationToken ct)
    {
        if (await FindAsync(key, ct) is { } known) return known;
        if (!IsKey(key)) throw new ArgumentException($"\"{key}\" cannot be a tenant's key: use 1–40 of a–z, 0–9 and hyphen.", nameof(key));

        var tenant = new Tenant { Key = key, Name = key == Tenant.DemoKey ? "Demo desk" : key, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Tenants.Add(tenant);
        try
        {
            await db.SaveChangesAsync(ct);
            return tenant;
        }
        catch (DbUpdateException)   // founded by another request between our look and our write
        {
            db.Entry(tenant).State = EntityState.Detached;
            return await FindAsync(key, ct) ?? throw new InvalidOperationException($"The tenant {key} could not be created.");
        }
    }

    /// <summary>Whether a text can be a tenant's key: 1–40 of a–z, 0–9 and hyphen, which also makes it safe in addresses and file names.</summary>
    public static bool IsKey(string key) => Keys().IsMatch(key);

    [GeneratedRegex("^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Keys();
}
