using SupportCopilot.Access;

namespace SupportCopilot.Host.Access;

/// <summary>What the header <c>Authorization: Dev tenant=…;user=…;roles=…</c> says.</summary>
internal sealed record DevelopmentIdentity(string Tenant, string User, Role Roles)
{
    public const string Scheme = "Dev";

    /// <returns>The identity, or what is wrong with the header.</returns>
    public static (DevelopmentIdentity? Identity, string? Error) Read(string value)
    {
        string? tenant = null, user = null;
        var roles = Role.None;
        foreach (var part in value.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (name, text) = part.Split('=', 2) is [var left, var right] ? (left.Trim(), right.Trim()) : (part, "");
            switch (name.ToLowerInvariant())
            {
                case "tenant": tenant = text; break;
                case "user": user = text; break;
                case "roles":
                    foreach (var role in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                    {
                        if (!TryParse(role, out var known)) return (null, $"\"{role}\" is no role; there are agent, analyst, sme, productOwner and admin.");
                        roles |= known;
                    }

                    break;
                default: return (null, $"\"{name}\" is not understood; write Dev tenant=…;user=…;roles=…");
            }
        }

        if (string.IsNullOrEmpty(tenant) || string.IsNullOrEmpty(user)) return (null, "The Development sign-in needs a tenant and a user: Dev tenant=…;user=…;roles=…");
        if (!Tenants.IsKey(tenant)) return (null, $"\"{tenant}\" cannot be a tenant's key: use 1–40 of a–z, 0–9 and hyphen.");
        if (user.Length > 100) return (null, "The user's name is longer than 100 characters.");
        return (new(tenant, user, roles), null);
    }

    // Enum.TryParse would take numbers and "None", too.
    private static bool TryParse(string text, out Role role)
    {
        role = Enum.GetValues<Role>().FirstOrDefault(r => r is not Role.None && r.ToString().Equals(text, StringComparison.OrdinalIgnoreCase));
        return role is not Role.None;
    }
}
