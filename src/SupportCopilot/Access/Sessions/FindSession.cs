using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Sessions;

/// <summary>Tells whose session a token is of. Looks in a scope of its own, for the tenant that a token names is not yet the asker's.</summary>
public sealed class FindSession(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <returns>The tenant and the person; null where there is no such session, or its time is over.</returns>
    public async Task<SessionOwner?> RunAsync(string token, CancellationToken ct)
    {
        if (SessionToken.TenantOf(token) is not { } tenantId) return null;

        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        var hash = SessionToken.HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        var session = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.TokenHash == hash && s.EndsAt > now, ct);
        return session is null ? null : new SessionOwner(tenantId, session.PersonId);
    }
}

/// <summary>Whose a session is.</summary>
/// <param name="TenantId">The tenant.</param>
/// <param name="PersonId">The person.</param>
public sealed record SessionOwner(int TenantId, long PersonId);
