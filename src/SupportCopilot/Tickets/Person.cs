using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>Somebody on the desk: a requester, an agent, or one who signs in; roles say what they may do here.</summary>
public sealed class Person : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where the person is known: a ticket source, <c>entra</c>, or <c>dev</c>.</summary>
    public required string Source { get; init; }

    /// <summary>The id there; for files the mail address or the name, in lower case.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The name as the desk shows it.</summary>
    public required string Name { get; set; }

    /// <summary>The mail address, where known.</summary>
    public string? Email { get; set; }

    /// <summary>Whether the desk counts this person among its agents.</summary>
    public bool IsAgent { get; set; }

    /// <summary>The organization a requester belongs to.</summary>
    public long? OrganizationId { get; set; }

    /// <summary>What the person may do here.</summary>
    public Role Roles { get; set; }
}

/// <summary>An organization that requesters belong to.</summary>
public sealed class Organization : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where it is known: a ticket source.</summary>
    public required string Source { get; init; }

    /// <summary>The id there; for files the name in lower case.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }
}

/// <summary>A group of agents.</summary>
public sealed class Group : ITenantOwned
{
    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where it is known: a ticket source.</summary>
    public required string Source { get; init; }

    /// <summary>The id there; for files the name in lower case.</summary>
    public required string ExternalId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; set; }
}
