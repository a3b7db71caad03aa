using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupportCopilot.Tests.Access;

/// <summary>An issuer of signed tokens with its OpenID metadata, such as Entra or the Bot Framework: real RSA keys, real signatures.</summary>
public sealed class FakeIssuer(string issuer, string metadata, params string[] endorsements) : IDisposable
{
    private RSA _rsa = RSA.Create(2048);
    private int _generation = 1;

    public string Issuer => issuer;

    /// <summary>How often its keys were read.</summary>
    public int KeyReads { get; private set; }

    private string KeyId => $"key-{_generation}";

    /// <summary>Puts it into the world outside.</summary>
    public void StandIn(Outside outside) => outside.Has(new Uri(metadata).Authority, (request, _) => Task.FromResult(Answer(request.RequestUri!)));

    /// <summary>A token with the claims of a right one, but for those given; a null claim is left out.</summary>
    public string Token(JsonObject claims, string algorithm = "RS256", string? keyId = null, RSA? signedBy = null, string? part4And5 = null)
    {
        var payload = new JsonObject { ["iss"] = issuer, ["nbf"] = Seconds(-60), ["exp"] = Seconds(3600) };
        foreach (var (name, value) in claims)
        {
            payload.Remove(name);
            if (value is not null) payload[name] = value.DeepClone();
        }

        var signed = $"{Base64(new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = keyId ?? KeyId })}.{Base64(payload)}";
        var bytes = Encoding.UTF8.GetBytes(signed);
        var signature = algorithm switch
        {
            "none" => [],
            // The old trick: the public key, which everybody has, taken for a shared secret.
            "HS256" => HMACSHA256.HashData(_rsa.ExportSubjectPublicKeyInfo(), bytes),
            "RS512" => (signedBy ?? _rsa).SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            _ => (signedBy ?? _rsa).SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        };
        return $"{signed}.{Base64Url.EncodeToString(signature)}{part4And5}";
    }

    /// <summary>Takes a new key into use and forgets the old one.</summary>
    public void ChangeKey()
    {
        _rsa.Dispose();
        _rsa = RSA.Create(2048);
        _generation++;
    }

    public static long Seconds(int fromNow) => TimeProvider.System.GetUtcNow().AddSeconds(fromNow).ToUnixTimeSeconds();

    public void Dispose() => _rsa.Dispose();

    private HttpResponseMessage Answer(Uri address)
    {
        if (address.ToString() == metadata) return Json(new JsonObject { ["issuer"] = issuer, ["jwks_uri"] = $"https://{address.Authority}/keys", ["id_token_signing_alg_values_supported"] = new JsonArray("RS256") });
        if (address.AbsolutePath != "/keys") return new(HttpStatusCode.NotFound);
        KeyReads++;
        var key = _rsa.ExportParameters(false);
        var jwk = new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = KeyId, ["n"] = Base64Url.EncodeToString(key.Modulus), ["e"] = Base64Url.EncodeToString(key.Exponent) };
        if (endorsements.Length > 0) jwk["endorsements"] = new JsonArray([.. endorsements.Select(e => (JsonNode)e)]);
        return Json(new JsonObject { ["keys"] = new JsonArray(jwk) });
    }

    private static HttpResponseMessage Json(JsonObject body) => new(HttpStatusCode.OK) { Content = JsonContent.Create(body) };

    private static string Base64(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
