using Microsoft.Extensions.Options;

namespace SupportCopilot.Host.Access;

/// <summary>Whose tokens sign people in to the HTTP API, section <c>SupportCopilot:Entra</c>.</summary>
internal sealed class EntraOptions
{
    /// <summary>The issuer's address, as <c>https://login.microsoftonline.com/{tenant}/v2.0</c>; with <c>organizations</c> for tenant, people of every tenant that is connected here.</summary>
    public string? Authority { get; set; }

    /// <summary>Whom tokens must be for: the API's application id, or its id address for tokens of version 1.</summary>
    public string? Audience { get; set; }

    /// <summary>Whether both are there.</summary>
    public bool IsConnected => !string.IsNullOrWhiteSpace(Authority) && !string.IsNullOrWhiteSpace(Audience);

    /// <summary>The Entra tenant that the authority names; null where it names several.</summary>
    public string? TenantId => Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && uri.Segments is [_, var tenant, ..] && Guid.TryParse(tenant.Trim('/'), out var id) ? id.ToString("D") : null;
}

/// <summary>Half a setting would look like a closed door and be an open question.</summary>
internal sealed class EntraOptionsRules : IValidateOptions<EntraOptions>
{
    public ValidateOptionsResult Validate(string? name, EntraOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Authority) && string.IsNullOrWhiteSpace(options.Audience)) return ValidateOptionsResult.Success;
        if (!options.IsConnected) return ValidateOptionsResult.Fail("SupportCopilot:Entra needs both Authority and Audience.");
        return Uri.TryCreate(options.Authority, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail("SupportCopilot:Entra:Authority is an address that begins with https://, such as https://login.microsoftonline.com/TENANT/v2.0.");
    }
}
