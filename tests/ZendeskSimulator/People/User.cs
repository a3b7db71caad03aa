namespace ZendeskSimulator.People;

/// <summary>Somebody the account knows.</summary>
internal sealed record User(long Id, string Name, string Email, string Role)
{
    public long? OrganizationId { get; init; }

    public long? GroupId { get; init; }

    public long CreatedAt { get; init; }

    public long UpdatedAt { get; init; }

    public bool IsActive { get; init; } = true;

    /// <summary>Admins and agents.</summary>
    public bool IsStaff => Role != "end-user";
}

/// <summary>A team of agents.</summary>
internal sealed record Group(long Id, string Name, long CreatedAt);

/// <summary>Where customers come from.</summary>
internal sealed record Organization(long Id, string Name, long CreatedAt);

/// <summary>A name under which the account serves its customers.</summary>
internal sealed record Brand(long Id, string Name, string Subdomain, bool HasHelpCenter, long CreatedAt);
