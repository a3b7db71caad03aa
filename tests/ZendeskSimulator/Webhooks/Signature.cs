using System.Security.Cryptography;
using System.Text;

namespace ZendeskSimulator.Webhooks;

/// <summary>Zendesk's signature: base64 of HMAC-SHA256, by the secret as it is written, over the timestamp and the raw body.</summary>
public static class Signature
{
    /// <summary>Signs a body.</summary>
    public static string Of(string secret, string timestamp, string body) =>
        Convert.ToBase64String(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(timestamp + body)));
}
