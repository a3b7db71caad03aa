using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Sessions;

/// <summary>Sees to it that a signed token is taken once: a unique row settles between two requests that bring it at the same moment.</summary>
public sealed class SpendToken(SupportDbContext db)
{
    /// <summary>Spends a token of the tenant in scope.</summary>
    /// <param name="unique">What makes it one of its kind: its id, or the very words that were signed. Kept as a hash.</param>
    /// <param name="expiresAt">When it would no longer be taken anyway (UTC).</param>
    /// <param name="ct">Cancels before it is spent.</param>
    /// <returns>Whether this was the first time.</returns>
    public async Task<bool> RunAsync(string unique, DateTime expiresAt, CancellationToken ct)
    {
        var key = SessionToken.HashOf(unique);
        var token = new UsedToken { Key = key, ExpiresAt = expiresAt };
        db.UsedTokens.Add(token);
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)   // it stands there already, perhaps since a moment ago
        {
            db.Entry(token).State = EntityState.Detached;
            if (await db.UsedTokens.AnyAsync(t => t.Key == key, ct)) return false;
            throw;
        }
    }
}
