using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SupportCopilot.Tokens;

/// <summary>What came of checking a token.</summary>
public sealed class TokenVerdict
{
    private readonly JsonWebToken? _token;
    private readonly OpenIdConnectConfiguration? _metadata;

    private TokenVerdict(JsonWebToken? token, OpenIdConnectConfiguration? metadata, string? refusal) => (_token, _metadata, Refusal) = (token, metadata, refusal);

    /// <summary>Why it was refused, in words that may be told to whoever sent it; null where it was accepted.</summary>
    public string? Refusal { get; }

    /// <summary>The words of a claim; null where the token has none of that name.</summary>
    public string? Claim(string name) => _token is not null && _token.TryGetPayloadValue<string>(name, out var value) ? value : null;

    /// <summary>What the issuer says that the signing key may speak for (<c>endorsements</c> of the key); null where it says nothing of it.</summary>
    public IReadOnlyList<string>? Endorsements()
    {
        var key = _metadata?.JsonWebKeySet?.Keys.FirstOrDefault(k => k.Kid == _token!.Kid);
        return key is not null && key.AdditionalData.TryGetValue("endorsements", out var listed) && listed?.ToString() is { } json
            ? [.. JsonDocument.Parse(json).RootElement.EnumerateArray().Select(e => e.GetString()!)]
            : null;
    }

    internal static TokenVerdict Accepted(JsonWebToken token, OpenIdConnectConfiguration metadata) => new(token, metadata, null);

    internal static TokenVerdict Refused(string why) => new(null, null, why);
}
