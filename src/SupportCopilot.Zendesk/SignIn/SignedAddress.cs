using System.Globalization;
using System.Text.RegularExpressions;
using SupportCopilot.Tokens;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.SignIn;

/// <summary>
/// What the token of a signed address (<c>signedUrls</c> of an app's manifest) says, before anything of it is believed:
/// which account, which installation, which agent, and where the app was opened.
/// </summary>
internal sealed partial class SignedAddress
{
    /// <summary>How old a token may be. Zendesk makes one as it opens the app, and the browser brings it at once.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromMinutes(5);

    /// <summary>How far two machines' clocks may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    private SignedAddress(SignedToken token, string host, string installation) => (Token, Host, Installation) = (token, host, installation);

    public SignedToken Token { get; }

    /// <summary>The account's host, with its port where it has one of its own.</summary>
    public string Host { get; }

    /// <summary>The number of the installation.</summary>
    public string Installation { get; }

    /// <summary>What makes this token one of its kind: its id where it has one, else the words that are signed.</summary>
    public string Unique => Token.Claim("jti") is { Length: > 0 } id ? $"jti {id}" : Token.SignedWords;

    /// <summary>When it would no longer be taken (UTC): its age forbids it, whatever it says of its own end.</summary>
    public DateTime TakenUntil => Token.Instant("iat")!.Value + MostAge + ClockSkew;

    /// <returns>What it says, or why it cannot be a signed address.</returns>
    public static (SignedAddress? Address, string? Refusal) Read(string text)
    {
        var (token, refusal) = SignedToken.Read(text);
        if (token is null) return (null, refusal);
        return token.Audience is { } audience && Installations().Match(audience) is { Success: true } found
            ? (new(token, found.Groups["host"].Value, found.Groups["id"].Value), null)
            : (null, "The token does not name one installation of an app (aud).");
    }

    /// <summary>What is wrong with its claims for an account; null where nothing is.</summary>
    public string? Problem(ZendeskDesk desk, DateTime now)
    {
        if (Token.Instant("exp") is not { } end) return "The token does not say how long it is valid (exp).";
        if (Token.Instant("iat") is not { } issued) return "The token does not say when it was made (iat).";
        if (end + ClockSkew <= now) return "The token has expired.";
        if (issued - ClockSkew > now) return "The token was made in the future; are both clocks right?";
        if (TakenUntil <= now) return "The token is too old.";
        if (Token.Claim("nbf") is not null && (Token.Instant("nbf") is not { } begins || begins - ClockSkew > now)) return "The token is not valid yet (nbf).";
        if (Token.Claim("iss") is not { } issuer || !desk.IsHost(Domain().Match(issuer).Groups["host"].Value)) return "The token is of another issuer (iss) than the account it is for (aud).";
        if (string.IsNullOrWhiteSpace(Token.Claim("context", "product")) || string.IsNullOrWhiteSpace(Token.Claim("context", "location"))) return "The token does not say where the app was opened (context).";
        return UserId(desk) is null ? "The token does not say who opened the app (sub)." : null;
    }

    /// <summary>The agent's number at the desk, which some tokens write as an address that ends with it.</summary>
    public long? UserId(ZendeskDesk desk) => Token.Claim("sub") is { } sub && Users().Match(sub) is { Success: true } found
        && (!found.Groups["host"].Success || desk.IsHost(found.Groups["host"].Value))
        && long.TryParse(found.Groups["id"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    [GeneratedRegex(@"\Ahttps?://(?<host>[A-Za-z0-9.:-]{1,253})/api/v2/apps/installations/(?<id>[0-9]{1,20})\.json\z", RegexOptions.CultureInvariant)]
    private static partial Regex Installations();

    [GeneratedRegex(@"\A(?:https?://(?<host>[A-Za-z0-9.:-]{1,253})/api/v2/users/)?(?<id>[0-9]{1,19})(?:\.json)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Users();

    [GeneratedRegex(@"\A(?:https?://)?(?<host>[A-Za-z0-9.:-]{1,253})/?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Domain();
}
