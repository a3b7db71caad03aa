using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Zendesk.Intercom;

/// <summary>Intercom's signature of a notification: HMAC-SHA1 over the body as it came, keyed by the app's client secret.</summary>
internal static class IntercomSignature
{
    public const string Header = "X-Hub-Signature";

    private const string Start = "sha1=";
    private const int Length = 45;   // the start and 20 bytes in hex

    /// <summary>Whether one of the secrets made this signature. Every secret is tried, so that the time says nothing about which.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "Intercom signs by SHA-1; as a keyed hash it is not forged by collisions.")]
    public static bool Holds(ReadOnlySpan<byte> body, string? signature, IReadOnlyList<byte[]> secrets)
    {
        Span<byte> given = stackalloc byte[Length];
        var isWellFormed = signature is { Length: Length } && Ascii.FromUtf16(signature, given, out _) is System.Buffers.OperationStatus.Done;

        var holds = false;
        foreach (var secret in secrets)
        {
            // The text is compared and not the bytes: hex has two spellings of most letters, and Intercom sends small ones.
            var made = Encoding.ASCII.GetBytes(Start + Convert.ToHexStringLower(HMACSHA1.HashData(secret, body)));
            holds |= CryptographicOperations.FixedTimeEquals(made, given);
        }

        return holds & isWellFormed;
    }
}
