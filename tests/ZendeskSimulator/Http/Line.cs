using ZendeskSimulator.Accounts;
using ZendeskSimulator.Limits;

namespace ZendeskSimulator.Http;

/// <summary>One thing the account can be asked for.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Template">The path, with <c>{names}</c> for its variable parts.</param>
/// <param name="Answer">What answers it.</param>
/// <param name="Limit">The limit of its own that it counts against, beside the account's.</param>
internal sealed record Line(string Method, string Template, Func<Call, SimulatedAnswer> Answer, Limit Limit = Limit.None)
{
    private readonly string[] _parts = Template.Split('/');

    /// <summary>Whether only admins may ask.</summary>
    public bool IsForAdmins { get; init; }

    /// <summary>Whether it answers without credentials.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The values of the variable parts where the path fits; null where it does not.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] path)
    {
        if (path.Length != _parts.Length) return null;
        Dictionary<string, string>? values = null;
        for (var n = 0; n < path.Length; n++)
        {
            if (_parts[n].StartsWith('{')) (values ??= [])[_parts[n][1..^1]] = Uri.UnescapeDataString(path[n]);
            else if (_parts[n] != path[n]) return null;
        }
        return values ?? [];
    }
}
