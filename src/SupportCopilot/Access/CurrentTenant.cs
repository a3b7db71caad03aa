namespace SupportCopilot.Access;

/// <summary>The tenant that a scope (a request, a job, a command) works for. Zero, and with it nothing visible, until set.</summary>
public sealed class CurrentTenant
{
    /// <summary>The tenant's id; 0 while unset.</summary>
    public int Id { get; private set; }

    /// <summary>Sets the tenant, once: a scope that changed its tenant half-way could mix two customers' rows.</summary>
    /// <exception cref="InvalidOperationException">The scope already works for another tenant.</exception>
    public void Set(int id)
    {
        if (Id != 0 && Id != id) throw new InvalidOperationException("This scope already works for another tenant.");
        Id = id;
    }
}
