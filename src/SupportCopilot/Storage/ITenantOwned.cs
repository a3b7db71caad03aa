namespace SupportCopilot.Storage;

/// <summary>A row that belongs to one tenant; every query over it is filtered by the tenant of the scope.</summary>
public interface ITenantOwned
{
    /// <summary>The owning tenant; set by the context when a row is added.</summary>
    int TenantId { get; set; }
}
