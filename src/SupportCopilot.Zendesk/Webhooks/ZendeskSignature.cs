using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>
/// Zendesk's signature of a webhook: base64 of HMAC-SHA256 over the timestamp's text and the body as it came, keyed by the
/// secret's own characters.
/// </summary>
internal static class ZendeskSignature
{
    public const string SignatureHeader = "X-Zendesk-Webhook-Signature";
    public const string TimestampHeader = "X-Zendesk-Webhook-Signature-Timestamp";

    /// <summary>
    /// How old or how far ahead a timestamp may be. Zendesk tries a delivery a few times, waiting less than a minute each time
    /// as our Retry-After asks; whether such a try carries the time of the first is documented nowhere. Five minutes let every
    /// one of them in either way, and a request that is caught and played again within them is known by its invocation id.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int Length = 44;   // 32 bytes in base64

    private static readonly string[] Formats =
        ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz"];

    /// <summary>
    /// Whether one of the secrets made this signature, now. Every secret is tried, and the time is looked at last, so that how
    /// long the answer takes says nothing about either.
    /// </summary>
    public static bool Holds(ReadOnlySpan<byte> body, string? signature, string? timestamp, IReadOnlyList<byte[]> secrets, DateTimeOffset now)
    {
        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp ?? "") + body.Length];
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp ?? "", signed)));
        Span<byte> given = stackalloc byte[Length];
        var isWellFormed = signature is { Length: Length } && Ascii.FromUtf16(signature, given, out _) is System.Buffers.OperationStatus.Done;

        Span<byte> made = stackalloc byte[Length];
        var holds = false;
        foreach (var secret in secrets)
        {
            // The text is compared and not the bytes: base64 spells one value in several ways, and only one of them was sent.
            System.Buffers.Text.Base64.EncodeToUtf8(HMACSHA256.HashData(secret, signed), made, out _, out _);
            holds |= CryptographicOperations.FixedTimeEquals(made, given);
        }

        return holds & isWellFormed & IsNow(timestamp, now);
    }

    private static bool IsNow(string? timestamp, DateTimeOffset now) =>
        DateTimeOffset.TryParseExact(timestamp, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && (now - at).Duration() <= Window;
}
