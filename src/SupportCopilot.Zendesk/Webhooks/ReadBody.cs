using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>Reads the body of a webhook as it came, since that is what is signed, up to a limit.</summary>
internal static class ReadBody
{
    /// <summary>Zendesk sends at most 256 KB, Intercom a conversation's newest parts; a larger body is no webhook.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int FirstBytes = 16 * 1024;   // what a stranger's request costs before anything of it has come

    public static bool IsJson(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    /// <returns>The body; null when it is too large.</returns>
    public static async Task<ReadOnlyMemory<byte>?> RunAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes) return null;
        var body = new byte[FirstBytes];
        for (int length = 0, read; ; length += read)
        {
            if (length > MostBytes) return null;
            if (length == body.Length) Array.Resize(ref body, Math.Min(2 * length, MostBytes + 1));
            read = await request.Body.ReadAsync(body.AsMemory(length), ct);
            if (read == 0) return body.AsMemory(0, length);
        }
    }
}
