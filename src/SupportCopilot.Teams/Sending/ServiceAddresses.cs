using Microsoft.Extensions.Options;

namespace SupportCopilot.Teams.Sending;

/// <summary>
/// Where the bot may be told to answer to. An activity names that address itself, and the answer carries the bot's token
/// and the desk's figures: only Microsoft's own hosts are taken, and this very machine where there is no token to lose.
/// </summary>
internal sealed class ServiceAddresses(IOptions<TeamsOptions> options)
{
    private static readonly string[] OfMicrosoft = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    /// <summary>Whether answers may go there.</summary>
    public bool Allows(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0) return false;
        if (!options.Value.IsConnected) return uri.IsLoopback && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        return uri.Scheme == Uri.UriSchemeHttps && uri.IsDefaultPort
            && OfMicrosoft.Concat(options.Value.ServiceHosts).Contains(uri.Host, StringComparer.OrdinalIgnoreCase);
    }
}
