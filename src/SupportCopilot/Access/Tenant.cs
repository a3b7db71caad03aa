namespace SupportCopilot.Access;

/// <summary>A customer of the product: one support desk with its people, tickets and settings.</summary>
public sealed class Tenant
{
    /// <summary>The key of the demo desk.</summary>
    public const string DemoKey = "demo";

    /// <summary>The key of the tenant that the settings describe and that imports go to.</summary>
    public const string DefaultKey = "default";

    /// <summary>Our own number.</summary>
    public int Id { get; init; }

    /// <summary>What addresses and commands call it: 1–40 of a–z, 0–9 and hyphen.</summary>
    public required string Key { get; init; }

    /// <summary>What people call it.</summary>
    public required string Name { get; set; }

    /// <summary>The zone of its days and of times without an offset, by IANA name.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The Entra tenant whose people and bot belong to it, as a GUID in lower case; null while none is connected.</summary>
    public string? EntraTenantId { get; set; }

    /// <summary>When it was created (UTC).</summary>
    public DateTime CreatedAt { get; init; }
}
