using SupportCopilot.Storage;

namespace SupportCopilot.Access.Sessions;

/// <summary>Opens a session for somebody whose sign-in has been checked.</summary>
public sealed class OpenSession(SupportDbContext db, TimeProvider clock)
{
    /// <summary>
    /// A working day. A page cannot renew its session, as only the desk around it can say anew who is there; every ticket
    /// that is opened brings a session of its own. There is no shorter limit for a page that rests: the desk's own sign-in
    /// guards an unattended screen, and the rights are read at each request, so that somebody who is no agent any more has
    /// none the moment the database knows it.
    /// </summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(8);

    /// <summary>Opens one for a person of the tenant in scope.</summary>
    /// <returns>The token, which is nowhere else: the database holds its hash.</returns>
    public async Task<string> RunAsync(int tenantId, long personId, CancellationToken ct)
    {
        var token = SessionToken.Make(tenantId);
        var now = clock.GetUtcNow().UtcDateTime;
        db.Sessions.Add(new Session { TenantId = tenantId, PersonId = personId, TokenHash = SessionToken.HashOf(token), OpenedAt = now, EndsAt = now + Lasts });
        await db.SaveChangesAsync(ct);
        return token;
    }
}
