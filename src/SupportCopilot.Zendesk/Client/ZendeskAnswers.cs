using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SupportCopilot.Zendesk.Client;

/// <summary>Reads answers as they stream in, packed or not, and never more than is expected of them.</summary>
internal static partial class ZendeskAnswers
{
    /// <summary>The answer's body.</summary>
    /// <exception cref="AnswerTooLargeException">It goes on beyond <paramref name="mostBytes"/>.</exception>
    /// <exception cref="JsonException">It is no JSON, or ends in its middle.</exception>
    public static async Task<T?> ReadAsync<T>(HttpResponseMessage answer, JsonTypeInfo<T> type, long mostBytes, CancellationToken ct) where T : class
    {
        await using var body = await OpenAsync(answer, mostBytes, ct);
        return await JsonSerializer.DeserializeAsync(body, type, ct);
    }

    /// <summary>Zendesk's own word in an error, where it is one; its description may quote what was sent.</summary>
    public static async Task<string?> CodeAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        const long LongestError = 64 * 1024;
        if (answer.Content.Headers.ContentType?.MediaType is not "application/json") return null;
        try
        {
            await using var body = await OpenAsync(answer, LongestError, ct);
            using var error = await JsonDocument.ParseAsync(body, default, ct);
            return error.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("error", out var word) && word.ValueKind is JsonValueKind.String
                && word.GetString() is { } code && Words().IsMatch(code) ? code : null;
        }
        catch (Exception thrown) when (thrown is JsonException or IOException or InvalidDataException or HttpRequestException or AnswerTooLargeException or InvalidOperationException)
        {
            return null;   // the status says enough
        }
    }

    private static async Task<Stream> OpenAsync(HttpResponseMessage answer, long mostBytes, CancellationToken ct)
    {
        var raw = await answer.Content.ReadAsStreamAsync(ct);
        var plain = answer.Content.Headers.ContentEncoding.LastOrDefault() switch
        {
            "gzip" => new GZipStream(raw, CompressionMode.Decompress),
            "br" => new BrotliStream(raw, CompressionMode.Decompress),
            _ => raw,
        };
        return new BoundedStream(plain, mostBytes);
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]{1,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}

/// <summary>More came than is expected of that address.</summary>
internal sealed class AnswerTooLargeException() : Exception("The answer is larger than is taken.");

/// <summary>Passes through so many bytes, and throws at one more: a packed answer says nothing of its size.</summary>
internal sealed class BoundedStream(Stream inner, long most) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => Count(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Count(inner.Read(buffer, offset, count));

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => inner.DisposeAsync();

    private int Count(int read) => (_read += read) <= most ? read : throw new AnswerTooLargeException();
}
