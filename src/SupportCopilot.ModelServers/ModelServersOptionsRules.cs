using Microsoft.Extensions.Options;

namespace SupportCopilot.ModelServers;

/// <summary>What must be right before a server starts: a key must not travel in the clear, an Entra token not to a stranger.</summary>
internal sealed class ModelServersOptionsRules : IValidateOptions<ModelServersOptions>
{
    // A verdict keeps the name in a column of a hundred characters.
    private const int LongestName = 100;
    private const double LongestSeconds = 600;
    private const double LongestHaltMinutes = 44_640;   // a month: the longest that a quota takes to come back
    private const int MostDimensions = 8192;

    private static readonly string[] AzureHosts = [".azure.com", ".azure.us", ".azure.cn"];

    public ValidateOptionsResult Validate(string? name, ModelServersOptions options)
    {
        var wrong = options.Servers.SelectMany((server, number) => WrongIn(server, $"SupportCopilot:Models:{number}")).Concat(SameNames(options.Servers)).ToList();
        if (options.Embeddings is { } embeddings) wrong.AddRange(WrongIn(embeddings, "SupportCopilot:Embeddings"));
        if (options.Dimensions is < 1 or > MostDimensions) wrong.Add($"SupportCopilot:Embeddings:Dimensions is from 1 to {MostDimensions:N0}.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>Whether a host is one of Azure's, to which an Entra token may go.</summary>
    internal static bool IsAzure(Uri endpoint) => endpoint.Scheme == Uri.UriSchemeHttps && AzureHosts.Any(end => endpoint.Host.EndsWith(end, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> WrongIn(ModelServerOptions server, string section)
    {
        if (string.IsNullOrWhiteSpace(server.Model)) yield return $"{section}:Model is missing: the model, or the deployment, to ask for.";
        if (server.DisplayName.Length > LongestName) yield return $"{section}:Name has more than {LongestName} characters.";
        if (server.DisplayName.Equals("none", StringComparison.OrdinalIgnoreCase)) yield return $"{section}:Name is «none», which means no model; choose another.";
        if (!Uri.TryCreate(server.Endpoint, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            yield return $"{section}:Endpoint is an address such as https://api.openai.com/v1.";
            yield break;
        }

        if (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback) yield return $"{section}:Endpoint begins with https:// unless it is on this machine: tickets and key would travel in the clear.";
        if (endpoint.UserInfo.Length > 0 || endpoint.Query.Length > 0 || endpoint.Fragment.Length > 0) yield return $"{section}:Endpoint holds no user, no query and no fragment; the key goes into {section}:Key.";
        if (server.Entra && !string.IsNullOrEmpty(server.Key)) yield return $"{section} has both Key and Entra=true: set one of them.";
        if (server.Entra && !IsAzure(endpoint)) yield return $"{section}:Entra=true is for Azure's hosts over https alone: anybody else could use the token as this program.";
        if (!server.Entra && string.IsNullOrEmpty(server.Key) && !endpoint.IsLoopback) yield return $"{section} has neither Key nor Entra=true; only a server on this machine may go without.";
        if (server.InputPer1M < 0 || server.OutputPer1M < 0) yield return $"{section}:InputPer1M and OutputPer1M are prices in US dollars, not below 0.";
        if (server is not { TrySeconds: > 0 and <= LongestSeconds, TotalSeconds: > 0 and <= LongestSeconds } || server.TrySeconds > server.TotalSeconds || server.RetrySeconds is < 0 or > 60)
            yield return $"{section}:TrySeconds is more than 0 and at most TotalSeconds, which is at most {LongestSeconds}; RetrySeconds is from 0 to 60.";
        if (server.RequestsPerMinute is < 1 || server.TokensPerMinute is < 1) yield return $"{section}:RequestsPerMinute and TokensPerMinute are at least 1; leave them out where there is no limit.";
        if (server.HaltMinutes is not (> 0 and <= LongestHaltMinutes)) yield return $"{section}:HaltMinutes is more than 0 and at most {LongestHaltMinutes:N0}.";
    }

    private static IEnumerable<string> SameNames(List<ModelServerOptions> servers) =>
        servers.GroupBy(server => server.DisplayName, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1)
            .Select(same => $"SupportCopilot:Models has two servers called {same.Key}: give one another Name.");
}
