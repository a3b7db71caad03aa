using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Access.Sessions;

/// <summary>
/// The token of a session: <c>scs_{tenant}_{256 random bits}</c>. It names its tenant so that it is looked up among that
/// tenant's rows alone; the prefix tells it from other issuers' tokens, and lets scanners find one that leaked.
/// </summary>
public static class SessionToken
{
    private const string Prefix = "scs_";
    private const int RandomBytes = 32;

    /// <summary>Whether a bearer token is one of ours, real or not.</summary>
    public static bool IsOne(string token) => token.StartsWith(Prefix, StringComparison.Ordinal);

    internal static string Make(int tenantId) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{tenantId}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes))}");

    internal static int? TenantOf(string token) =>
        IsOne(token) && token[Prefix.Length..].Split('_', 2) is [var tenant, _] && int.TryParse(tenant, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0 ? id : null;

    internal static string HashOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
