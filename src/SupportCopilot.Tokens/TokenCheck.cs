using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace SupportCopilot.Tokens;

/// <summary>
/// Checks a signed token (RFC 7519) against the keys of its issuer's OpenID metadata: shape, algorithm, signature, issuer,
/// audience, times. Only RS256 is taken; what the token says of its own algorithm chooses nothing.
/// </summary>
public sealed class TokenCheck(OpenIdKeys keys, TokenRules rules, TimeProvider clock)
{
    // The library reads the clock by itself and would not see a test's; times are checked here.
    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = SignedToken.MostCharacters };

    /// <summary>Checks a token.</summary>
    /// <param name="token">The token alone, without the word Bearer.</param>
    /// <param name="ct">Cancels the reading of the issuer's keys.</param>
    /// <returns>What it says, or why it is refused.</returns>
    /// <exception cref="HttpRequestException">The issuer's keys cannot be read just now.</exception>
    public async Task<TokenVerdict> RunAsync(string token, CancellationToken ct)
    {
        if (SignedToken.Read(token).Refusal is { } refusal) return TokenVerdict.Refused(refusal);
        if (!_handler.CanReadToken(token) || Read(token) is not { } read) return TokenVerdict.Refused("The token cannot be read.");
        if (TimesProblem(read) is { } untimely) return TokenVerdict.Refused(untimely);

        var metadata = await keys.GetAsync(again: false, ct);
        var result = Validate(token, read, metadata);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            metadata = await keys.GetAsync(again: true, ct);   // the issuer may have changed its keys since
            result = Validate(token, read, metadata);
        }

        return result.IsValid ? TokenVerdict.Accepted(read, metadata) : TokenVerdict.Refused(WhyNot(result.Exception));
    }

    private static JsonWebToken? Read(string token)
    {
        try
        {
            return new JsonWebToken(token);
        }
        catch (ArgumentException)   // segments that are no base64url or no JSON
        {
            return null;
        }
    }

    private string? TimesProblem(JsonWebToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (token.ValidTo == DateTime.MinValue) return "The token does not say how long it is valid.";
        if (token.ValidTo + rules.ClockSkew < now) return "The token has expired.";
        return token.ValidFrom - rules.ClockSkew > now ? "The token is not valid yet." : null;
    }

    private TokenValidationResult Validate(string token, JsonWebToken read, OpenIdConnectConfiguration metadata) => _handler.ValidateToken(token, new TokenValidationParameters
    {
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        RequireSignedTokens = true,
        IssuerSigningKeys = metadata.SigningKeys,
        TryAllIssuerSigningKeys = false,
        ValidIssuer = rules.Issuer(metadata, read),
        ValidAudiences = rules.Audiences,
        ValidateLifetime = false,
        ValidateIssuerSigningKey = false,
    });

    private static string WhyNot(Exception thrown) => thrown switch
    {
        SecurityTokenInvalidIssuerException => "The token is of another issuer.",
        SecurityTokenInvalidAudienceException => "The token is for another audience.",
        SecurityTokenInvalidAlgorithmException => "The token is not signed by RS256.",
        SecurityTokenSignatureKeyNotFoundException => "The token is signed by a key that its issuer does not name.",
        _ => "The token's signature does not hold.",
    };
}

/// <summary>What is demanded of a token.</summary>
/// <param name="Issuer">The one issuer that is right for this token, from its issuer's metadata and its own claims.</param>
/// <param name="Audiences">Whom it may be for; any of them.</param>
public sealed record TokenRules(Func<OpenIdConnectConfiguration, JsonWebToken, string> Issuer, IReadOnlyList<string> Audiences)
{
    /// <summary>How far two machines' clocks may be apart.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromMinutes(5);
}
