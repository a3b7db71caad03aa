using System.Text;
using ZendeskSimulator.Generated;
using ZendeskSimulator.Http;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Accounts;

/// <summary>Finds out who asks: an OAuth token stands for the admin, an API token for the team member whose address comes with it.</summary>
internal static class Authenticate
{
    public static User Caller(Account account, SimulatedRequest request)
    {
        var header = request.Header("Authorization") ?? "";
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return account.Tokens.IsValid(header[7..].Trim()) ? account.People.User(Ids.Admin)! : throw InvalidToken();
        if (header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase) && ByApiToken(account, header[6..].Trim()) is { } user) return user;
        throw new Refused(SimulatedAnswer.Json(401, json => json.WriteString("error", "Couldn't authenticate you")));
    }

    private static User? ByApiToken(Account account, string encoded)
    {
        Span<byte> bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var length)) return null;
        var parts = Encoding.UTF8.GetString(bytes[..length]).Split("/token:", 2);
        return parts.Length == 2 && account.Settings.ApiToken is { } token && parts[1] == token ? account.People.StaffByEmail(parts[0]) : null;
    }

    private static Refused InvalidToken() => new(SimulatedAnswer.Json(401, json =>
    {
        json.WriteString("error", "invalid_token");
        json.WriteString("error_description", "The access token provided is expired, revoked, malformed or invalid for other reasons.");
    }));
}
