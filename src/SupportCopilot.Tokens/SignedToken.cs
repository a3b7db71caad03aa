using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace SupportCopilot.Tokens;

/// <summary>
/// A signed token (RFC 7519) as it was read, before anything of it is believed. Only RS256 is read at all: what a token says
/// of its own algorithm chooses nothing, and a public key can never be taken for a shared secret.
/// </summary>
public sealed class SignedToken
{
    /// <summary>No honest token is longer; a longer one would only cost the reader time.</summary>
    public const int MostCharacters = 8 * 1024;

    /// <summary>A shorter key can be broken with means that can be rented.</summary>
    public const int LeastKeyBits = 2048;

    // A signed token has three segments. Five are an encrypted one, whose unpacking some libraries do without a bound (CVE-2024-21319).
    private const int SegmentsOfSignedToken = 3;

    private readonly JsonElement _claims;
    private readonly byte[] _signature;

    private SignedToken(string words, JsonElement claims, byte[] signature) => (SignedWords, _claims, _signature) = (words, claims, signature);

    /// <summary>The words that are signed. Two tokens with the same signed words are the same, however their signatures are spelled.</summary>
    public string SignedWords { get; }

    /// <summary>Reads a token.</summary>
    /// <returns>The token, or why it is refused.</returns>
    public static (SignedToken? Token, string? Refusal) Read(string text)
    {
        if (text.Length > MostCharacters) return (null, $"The token is longer than {MostCharacters:N0} characters.");
        if (text.Split('.') is not { Length: SegmentsOfSignedToken } segments) return (null, "The token is not a signed token of three segments; encrypted ones are not taken.");
        if (Json(segments[0]) is not { } header || Json(segments[1]) is not { } claims || Bytes(segments[2]) is not { } signature) return (null, "The token cannot be read.");
        if (TextOf(header, "alg") != "RS256") return (null, "The token is not signed by RS256.");
        if (header.TryGetProperty("crit", out _)) return (null, "The token demands something that is not known here (crit).");
        return (new(text[..text.LastIndexOf('.')], claims, signature), null);
    }

    /// <summary>Whether the holder of this key has signed it, by RS256 (RSASSA-PKCS1-v1_5 with SHA-256).</summary>
    public bool IsSignedBy(RSA key) =>
        key.KeySize >= LeastKeyBits && key.VerifyData(Encoding.ASCII.GetBytes(SignedWords), _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    /// <summary>A claim's words, or its number as words; null where there is none.</summary>
    public string? Claim(string name) => TextOf(_claims, name);

    /// <summary>The words of a claim within a claim; null where there are none.</summary>
    public string? Claim(string name, string within) => _claims.TryGetProperty(name, out var outer) && outer.ValueKind is JsonValueKind.Object ? TextOf(outer, within) : null;

    /// <summary>Whom it is for, where that is exactly one; null otherwise.</summary>
    public string? Audience => Claim("aud")
        ?? (_claims.TryGetProperty("aud", out var many) && many.ValueKind is JsonValueKind.Array && many.GetArrayLength() == 1 && many[0].ValueKind is JsonValueKind.String ? Words(many[0]) : null);

    /// <summary>A claim's instant (UTC), which is written as seconds since 1970; null where there is none, or none of this age.</summary>
    public DateTime? Instant(string name) =>
        _claims.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? DateTime.UnixEpoch.AddSeconds(Math.Floor(seconds)) : null;

    private static string? TextOf(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        ? value.ValueKind switch { JsonValueKind.String => Words(value), JsonValueKind.Number => value.GetRawText(), _ => null } : null;

    private static string? Words(JsonElement text)
    {
        try
        {
            return text.GetString();
        }
        catch (InvalidOperationException)   // half of a surrogate pair is valid JSON and no text
        {
            return null;
        }
    }

    private static JsonElement? Json(string segment)
    {
        try
        {
            return Bytes(segment) is { } bytes && Utf8.IsValid(bytes) && JsonDocument.Parse(bytes).RootElement is { ValueKind: JsonValueKind.Object } json ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The bytes of a segment in its one right spelling: no padding, no spaces, no bits that mean nothing.</summary>
    private static byte[]? Bytes(string segment)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(segment);
            return Base64Url.EncodeToString(bytes) == segment ? bytes : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
