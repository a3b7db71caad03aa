using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>Where the search service is; the section <c>SupportCopilot:Search</c>. Without an endpoint the embedded index serves.</summary>
public sealed class AzureSearchOptions
{
    /// <summary>The service's address, such as https://acme.search.windows.net.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The index's name: small letters, digits and dashes.</summary>
    public string Index { get; set; } = "supportcopilot";

    /// <summary>An admin key of the service; not with <see cref="Entra"/>.</summary>
    public string? Key { get; set; }

    /// <summary>Signs in with this program's Microsoft Entra identity; for Azure's hosts alone.</summary>
    public bool Entra { get; set; }

    /// <summary>Lets the service's semantic ranker order what was found; a service without it answers as well.</summary>
    public bool Semantic { get; set; } = true;

    internal bool IsSet => !string.IsNullOrWhiteSpace(Endpoint);
}

/// <summary>What must be right before a server starts: a key must not travel in the clear, an Entra token not to a stranger.</summary>
internal sealed partial class AzureSearchOptionsRules : IValidateOptions<AzureSearchOptions>
{
    private static readonly string[] AzureHosts = [".search.windows.net", ".search.azure.us", ".search.azure.cn"];

    public ValidateOptionsResult Validate(string? name, AzureSearchOptions options)
    {
        if (!options.IsSet) return ValidateOptionsResult.Success;
        var wrong = WrongIn(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>Whether a host is one of Azure's search services, to which an Entra token may go.</summary>
    internal static bool IsAzure(Uri endpoint) => endpoint.Scheme == Uri.UriSchemeHttps && AzureHosts.Any(end => endpoint.Host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> WrongIn(AzureSearchOptions options)
    {
        const string section = "SupportCopilot:Search";
        if (!IndexName().IsMatch(options.Index)) yield return $"{section}:Index has 2 to 128 small letters, digits and single dashes, and begins and ends with a letter or digit.";
        if (!Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            yield return $"{section}:Endpoint is an address such as https://acme.search.windows.net.";
            yield break;
        }
        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback) yield return $"{section}:Endpoint begins with https:// unless it is on this machine: tickets and key would travel in the clear.";
        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.AbsolutePath != "/") yield return $"{section}:Endpoint is the service's address alone, without path, query and user.";
        if (options.Entra && !string.IsNullOrEmpty(options.Key)) yield return $"{section} has both Key and Entra=true: set one of them.";
        if (!options.Entra && string.IsNullOrEmpty(options.Key)) yield return $"{section} has neither Key nor Entra=true.";
        if (options.Entra && !IsAzure(endpoint)) yield return $"{section}:Entra=true is for Azure's search services over https alone: anybody else could use the token as this program.";
    }

    [GeneratedRegex("^(?=.{2,128}$)[a-z0-9]+(?:-[a-z0-9]+)*$")]
    private static partial Regex IndexName();
}
