namespace SupportCopilot.Zendesk.Wire;

/// <summary>A person at the desk.</summary>
internal sealed record ZendeskUser
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    public string? Email { get; set; }

    /// <summary>end-user, agent, admin.</summary>
    public string? Role { get; set; }

    public bool? Active { get; set; }

    public bool? Suspended { get; set; }

    public long? OrganizationId { get; set; }

    public long? DefaultGroupId { get; set; }

    public string? TimeZone { get; set; }

    public string? Locale { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    /// <summary>Whether the desk counts them among its agents.</summary>
    public bool IsAgent => Role is "agent" or "admin";
}

/// <summary>A group of agents.</summary>
internal sealed record ZendeskGroup
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    public bool? Deleted { get; set; }
}

/// <summary>A requester's organization.</summary>
internal sealed record ZendeskOrganization
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    public DateTime? UpdatedAt { get; set; }
}

/// <summary>A brand of the account.</summary>
internal sealed record ZendeskBrand
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    public string? Subdomain { get; set; }

    public string? BrandUrl { get; set; }

    public bool? HasHelpCenter { get; set; }

    public bool? Active { get; set; }

    public bool? Default { get; set; }
}

/// <summary>A page of people.</summary>
internal sealed record ZendeskUserPage : ZendeskPage
{
    public ZendeskUser? User { get; set; }

    public IReadOnlyList<ZendeskUser>? Users { get; set; }

    public IReadOnlyList<ZendeskOrganization>? Organizations { get; set; }
}

/// <summary>A page of groups.</summary>
internal sealed record ZendeskGroupPage : ZendeskPage
{
    public IReadOnlyList<ZendeskGroup>? Groups { get; set; }
}

/// <summary>A page of organizations.</summary>
internal sealed record ZendeskOrganizationPage : ZendeskPage
{
    public IReadOnlyList<ZendeskOrganization>? Organizations { get; set; }
}

/// <summary>A page of brands.</summary>
internal sealed record ZendeskBrandPage : ZendeskPage
{
    public IReadOnlyList<ZendeskBrand>? Brands { get; set; }
}
