using SupportCopilot.Storage;

namespace SupportCopilot.Access.Sessions;

/// <summary>A short time in which a page may ask in a person's name. Whoever holds its token is that person, so only a hash of the token is kept.</summary>
public sealed class Session : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>In whose name.</summary>
    public long PersonId { get; init; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    /// <summary>When it began (UTC).</summary>
    public DateTime OpenedAt { get; init; }

    /// <summary>When it ends (UTC).</summary>
    public DateTime EndsAt { get; init; }
}

/// <summary>A signed token that has opened its session, so that whoever overheard it cannot open another. Kept for as long as it would be taken.</summary>
public sealed class UsedToken : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>SHA-256 of what makes the token one of its kind, in hexadecimal.</summary>
    public required string Key { get; init; }

    /// <summary>When it would no longer be taken anyway (UTC).</summary>
    public DateTime ExpiresAt { get; init; }
}
