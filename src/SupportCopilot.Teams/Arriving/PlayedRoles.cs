using SupportCopilot.Access;

namespace SupportCopilot.Teams.Arriving;

/// <summary>The roles of messages without a token: a developer's own client plays whom it wants, but never an admin, who could open channels to others.</summary>
internal static class PlayedRoles
{
    /// <summary>What a client that says nothing of roles may do, such as the Agents Playground.</summary>
    private const Role Usual = Role.Agent | Role.Analyst | Role.ProductOwner;

    /// <param name="words">Roles by comma; null for the usual ones. What is none is passed over.</param>
    public static Role Of(string? words) => words is null ? Usual
        : words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(word => Enum.GetValues<Role>().FirstOrDefault(role => role is not Role.Admin && role.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)))
            .Aggregate(Role.None, (all, role) => all | role);
}
