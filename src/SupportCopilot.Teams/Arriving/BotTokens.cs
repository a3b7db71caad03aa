using Microsoft.Extensions.Options;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Tokens;

namespace SupportCopilot.Teams.Arriving;

/// <summary>Checks the token that Teams sends with an activity: a good token of another service address would let its holder redirect the answers.</summary>
internal sealed class BotTokens(IHttpClientFactory clients, IOptions<TeamsOptions> options, TimeProvider clock)
{
    /// <summary>The client that reads the keys.</summary>
    public const string ClientName = "teams-keys";

    private const string Teams = "msteams";

    private readonly TokenCheck _check = new(
        new OpenIdKeys(options.Value.OpenIdMetadata, () => clients.CreateClient(ClientName), clock),
        new TokenRules((_, _) => options.Value.Issuer, [options.Value.AppId ?? ""]),
        clock);

    /// <returns>Why the token is refused; null where it stands for this activity.</returns>
    public async Task<string?> RefusalOfAsync(string token, Activity activity, CancellationToken ct)
    {
        var verdict = await _check.RunAsync(token, ct);
        if (verdict.Refusal is { } refusal) return refusal;
        if (!string.Equals(verdict.Claim("serviceurl"), activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)) return "The token is for another service address.";
        return verdict.Endorsements() is { } endorsed && !endorsed.Contains(activity.ChannelId ?? Teams, StringComparer.OrdinalIgnoreCase)
            ? "The token's key may not speak for this channel."
            : null;
    }
}
