using Microsoft.Extensions.Options;
using SupportCopilot.Tokens;

namespace SupportCopilot.Host.Access;

/// <summary>Checks Entra's access tokens for the HTTP API.</summary>
internal sealed class EntraTokens(IHttpClientFactory clients, IOptions<EntraOptions> options, TimeProvider clock)
{
    /// <summary>The client that reads the keys.</summary>
    public const string ClientName = "entra-keys";

    private readonly TokenCheck _check = new(
        new OpenIdKeys($"{options.Value.Authority?.TrimEnd('/')}/.well-known/openid-configuration", () => clients.CreateClient(ClientName), clock),
        // The metadata of an authority of several tenants names its issuer with a blank for the tenant.
        new TokenRules((metadata, token) => metadata.Issuer.Replace("{tenantid}", token.TryGetPayloadValue<string>("tid", out var tenant) ? tenant : "", StringComparison.Ordinal), [options.Value.Audience ?? ""]),
        clock);

    /// <summary>Checks a token; with no Entra connected every token is refused.</summary>
    public async Task<EntraIdentity> ReadAsync(string token, CancellationToken ct)
    {
        if (!options.Value.IsConnected) return new(null, null, "Bearer tokens are not taken here: SupportCopilot:Entra is not set.");
        var verdict = await _check.RunAsync(token, ct);
        if (verdict.Refusal is { } refusal) return new(null, null, refusal);
        return Guid.TryParse(verdict.Claim("tid"), out var tenant) && Guid.TryParse(verdict.Claim("oid"), out var person)
            ? new(tenant.ToString("D"), person.ToString("D"), null)
            : new(null, null, "The token does not say whose it is (tid and oid).");
    }
}

/// <summary>Whose a token is.</summary>
/// <param name="Tenant">The Entra tenant.</param>
/// <param name="Person">The object id there.</param>
/// <param name="Refusal">Why it is refused; null where it is taken.</param>
internal sealed record EntraIdentity(string? Tenant, string? Person, string? Refusal);
