using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Zendesk.SignIn;

/// <summary>The sidebar app as Zendesk installed it: it signs the addresses that it opens, by a real RSA key.</summary>
public sealed class SignedApp(string host = "acme.zendesk.com", string installation = "42") : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    /// <summary>The settings that tell the product of it.</summary>
    public string[] Settings => [$"SupportCopilot:Zendesk:AppId=7", $"SupportCopilot:Zendesk:InstallationId={installation}", $"SupportCopilot:Zendesk:AppPublicKey={PublicKey}"];

    /// <summary>The public key as PEM.</summary>
    public string PublicKey => _key.ExportSubjectPublicKeyInfoPem();

    /// <summary>The claims of a right token, but for those given; a null claim is left out.</summary>
    public JsonObject Claims(TimeProvider? clock = null, params (string Name, JsonNode? Value)[] others)
    {
        var now = (clock ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = host,
            ["aud"] = $"https://{host}/api/v2/apps/installations/{installation}.json",
            ["sub"] = "9001",
            ["iat"] = now,
            ["exp"] = now + 60,
            ["jti"] = Guid.NewGuid().ToString("N"),
            ["context"] = new JsonObject { ["product"] = "support", ["location"] = "ticket_sidebar" },
        };
        foreach (var (name, value) in others)
        {
            claims.Remove(name);
            if (value is not null) claims[name] = value.DeepClone();
        }

        return claims;
    }

    /// <summary>A token of one agent.</summary>
    public string TokenOf(long user, TimeProvider? clock = null) => Sign(Claims(clock, ("sub", user.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>A token with one claim changed; null leaves it out.</summary>
    public string With(string claim, JsonNode? value, TimeProvider? clock = null) => Sign(Claims(clock, (claim, value)));

    /// <summary>Signs claims, rightly or by one of the tricks.</summary>
    public string Sign(JsonObject claims, string algorithm = "RS256", RSA? key = null, string? crit = null)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (crit is not null) header["crit"] = new JsonArray(crit);
        var words = $"{Segment(header)}.{Segment(claims)}";
        var bytes = Encoding.ASCII.GetBytes(words);
        return $"{words}.{Base64Url.EncodeToString(algorithm switch
        {
            "none" => [],
            // The public key, which everybody may have, taken for a shared secret: as text and so in the bytes of its file.
            "HS256" => HMACSHA256.HashData(Encoding.UTF8.GetBytes(PublicKey), bytes),
            "RS512" => _key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "PS256" => _key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss),
            _ => (key ?? _key).SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        })}";
    }

    public void Dispose() => _key.Dispose();

    private static string Segment(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
