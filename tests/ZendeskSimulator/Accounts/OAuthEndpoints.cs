using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Accounts;

/// <summary>Gives and takes back tokens for the account's OAuth client.</summary>
internal static class OAuthEndpoints
{
    public static IEnumerable<Line> Lines =>
    [
        new("POST", "/oauth/tokens", Give) { IsOpen = true },
        new("DELETE", "/api/v2/oauth/tokens/current", Revoke),
    ];

    private static SimulatedAnswer Give(Call call)
    {
        var asked = Fields(call);
        if (asked("grant_type") != "client_credentials") return Refuse(400, "unsupported_grant_type", "The authorization grant type is not supported by the authorization server.");
        var settings = call.Account.Settings;
        if (asked("client_id") != settings.ClientId || asked("client_secret") != settings.ClientSecret)
            return Refuse(401, "invalid_client", "Client authentication failed due to unknown client, no client authentication included, or unsupported authentication method.");

        var token = call.Account.Tokens.Give();
        return SimulatedAnswer.Ok(json =>
        {
            json.WriteString("access_token", token);
            json.WriteString("token_type", "bearer");
            json.WriteString("scope", asked("scope") ?? "read write");
            json.WriteNumber("expires_in", (long)settings.TokenLifetime.TotalSeconds);
        });
    }

    private static SimulatedAnswer Revoke(Call call)
    {
        call.Account.Tokens.Revoke((call.Request.Header("Authorization") ?? "")[7..].Trim());
        return SimulatedAnswer.NoContent();
    }

    // The client may send JSON or a form.
    private static Func<string, string?> Fields(Call call)
    {
        if (call.Request.Header("Content-Type")?.Contains("json", StringComparison.OrdinalIgnoreCase) is true)
        {
            var body = call.Body();
            return name => body.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        var form = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(call.Request.Body.Span));
        return name => form.TryGetValue(name, out var value) ? value.ToString() : null;
    }

    private static SimulatedAnswer Refuse(int status, string error, string description) => SimulatedAnswer.Json(status, json =>
    {
        json.WriteString("error", error);
        json.WriteString("error_description", description);
    });
}
