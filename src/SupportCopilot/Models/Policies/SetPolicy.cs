using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Policies;

/// <summary>What a tenant allows, as an admin sees and sets it. US dollars; what is null has only the deployer's limit.</summary>
/// <param name="AllowsOutside">Whether tickets may be sent to model servers of somebody else.</param>
/// <param name="Servers">The servers that may be asked; null allows all.</param>
/// <param name="UsdPerDay">The most of a day.</param>
/// <param name="UsdPerMonth">The most of a month.</param>
/// <param name="UsdPerPersonAndDay">The most of one person on one day.</param>
/// <param name="UsdPerRequest">The most of one request.</param>
/// <param name="Version">The version that was read; 0 where none was set yet.</param>
public sealed record ModelPolicyView(bool AllowsOutside, IReadOnlyList<string>? Servers, decimal? UsdPerDay, decimal? UsdPerMonth, decimal? UsdPerPersonAndDay, decimal? UsdPerRequest, int Version);

/// <summary>Shows and sets what a tenant allows models to see and to cost.</summary>
public sealed class SetPolicy
{
    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly AuditLog _audit;
    private readonly IModelServers _servers;
    private readonly FindPolicy _find;

    internal SetPolicy(SupportDbContext db, CurrentTenant tenant, AuditLog audit, IModelServers servers, FindPolicy find) =>
        (_db, _tenant, _audit, _servers, _find) = (db, tenant, audit, servers, find);

    /// <summary>What is allowed now.</summary>
    public async Task<ModelPolicyView> ShowAsync(CancellationToken ct) => View(await _db.ModelPolicies.AsNoTracking().SingleOrDefaultAsync(ct) ?? new ModelPolicy());

    /// <summary>Allows something else.</summary>
    /// <returns>What is allowed now; or what is wrong; neither where somebody else changed it since it was read.</returns>
    public async Task<(ModelPolicyView? Now, string? Problem)> RunAsync(ModelPolicyView wanted, CancellationToken ct)
    {
        if (ProblemOf(wanted) is { } problem) return (null, problem);
        var policy = await _db.ModelPolicies.SingleOrDefaultAsync(ct);
        if ((policy?.Version ?? 0) != wanted.Version) return (null, null);
        if (policy is null) _db.ModelPolicies.Add(policy = new ModelPolicy());

        policy.AllowsOutside = wanted.AllowsOutside;
        policy.Servers = wanted.Servers is { } names ? string.Join('\n', names) : null;
        (policy.DayMicros, policy.MonthMicros) = (Micros(wanted.UsdPerDay), Micros(wanted.UsdPerMonth));
        (policy.PersonDayMicros, policy.RequestMicros) = (Micros(wanted.UsdPerPersonAndDay), Micros(wanted.UsdPerRequest));
        policy.Version++;
        _audit.Add("models.policy", "models", wanted.AllowsOutside ? "servers outside are allowed" : "servers outside are forbidden");
        try
        {
            await _db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException)   // two admins at once, of whom the other was first
        {
            return (null, null);
        }

        _find.Forget(_tenant.Id);
        return (View(policy), null);
    }

    private string? ProblemOf(ModelPolicyView wanted)
    {
        if (new[] { wanted.UsdPerDay, wanted.UsdPerMonth, wanted.UsdPerPersonAndDay, wanted.UsdPerRequest }.Any(usd => usd is < 0 or > 1_000_000)) return "A budget is from 0 to 1,000,000 US dollars.";
        var unknown = wanted.Servers?.FirstOrDefault(name => _servers.All.All(server => !string.Equals(server.Name, name, StringComparison.OrdinalIgnoreCase)));
        return unknown is null ? null : $"There is no model server of that name; there are: {string.Join(", ", _servers.All.Select(server => server.Name))}.";
    }

    private static ModelPolicyView View(ModelPolicy policy) => new(
        policy.AllowsOutside, policy.Servers?.Split('\n', StringSplitOptions.RemoveEmptyEntries), Usd(policy.DayMicros), Usd(policy.MonthMicros), Usd(policy.PersonDayMicros), Usd(policy.RequestMicros), policy.Version);

    private static long? Micros(decimal? usd) => usd is { } dollars ? (long)(dollars * 1_000_000) : null;

    private static decimal? Usd(long? micros) => micros / 1_000_000m;
}
