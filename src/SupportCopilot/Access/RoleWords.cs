using System.Text.Json;

namespace SupportCopilot.Access;

/// <summary>Roles as people write them: agent, analyst, sme, productOwner, admin.</summary>
public static class RoleWords
{
    private static readonly Role[] All = [.. Enum.GetValues<Role>().Where(role => role is not Role.None)];

    /// <summary>The words of a set of roles.</summary>
    public static IReadOnlyList<string> Of(Role roles) => [.. All.Where(role => roles.HasFlag(role)).Select(Word)];

    /// <summary>The roles of words, whatever their case.</summary>
    /// <returns>The roles, or the word that is none.</returns>
    public static (Role Roles, string? Unknown) Read(IEnumerable<string> words)
    {
        var roles = Role.None;
        foreach (var word in words)
        {
            if (All.FirstOrDefault(role => Word(role).Equals(word.Trim(), StringComparison.OrdinalIgnoreCase)) is not (not Role.None and var role)) return (Role.None, word);
            roles |= role;
        }

        return (roles, null);
    }

    private static string Word(Role role) => JsonNamingPolicy.CamelCase.ConvertName(role.ToString());
}
