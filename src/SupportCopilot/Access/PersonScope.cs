using SupportCopilot.Storage;

namespace SupportCopilot.Access;

/// <summary>One thing a person may see. A person without any such row sees the whole tenant.</summary>
public sealed class PersonScope : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The person.</summary>
    public long PersonId { get; init; }

    /// <summary>What <see cref="Value"/> names.</summary>
    public ScopeKind Kind { get; init; }

    /// <summary>The id of a group or an organization, or the name of a brand.</summary>
    public required string Value { get; init; }
}

/// <summary>What a scope is made of.</summary>
public enum ScopeKind
{
    /// <summary>A group of agents.</summary>
    Group = 1,

    /// <summary>A requester's organization.</summary>
    Organization = 2,

    /// <summary>A brand.</summary>
    Brand = 3,
}
