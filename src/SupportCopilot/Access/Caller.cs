namespace SupportCopilot.Access;

/// <summary>Who asks: a person of a tenant with their rights, as read from the database at this very request.</summary>
public sealed record Caller(int TenantId, long PersonId, string Name, Role Roles, Visibility Visibility)
{
    /// <summary>Whether the caller has this role; an admin has every role.</summary>
    public bool Has(Role role) => (Roles & (role | Role.Admin)) != 0;
}

/// <summary>The caller of a scope; absent in jobs and commands, which work for a whole tenant.</summary>
public sealed class CurrentCaller
{
    /// <summary>The caller, or null when a job or a command works.</summary>
    public Caller? Value { get; private set; }

    /// <summary>What is in sight: a job sees the whole tenant.</summary>
    public Visibility Visibility => Value?.Visibility ?? Visibility.Everything;

    /// <summary>Sets who asks.</summary>
    public void Set(Caller caller) => Value = caller;
}
