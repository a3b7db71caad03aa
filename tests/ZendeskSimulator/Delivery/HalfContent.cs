using System.Net;

namespace ZendeskSimulator.Delivery;

/// <summary>A body that breaks off in its middle.</summary>
internal sealed class HalfContent(ReadOnlyMemory<byte> body) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(body[..(body.Length / 2)]);
        throw new HttpIOException(HttpRequestError.ResponseEnded, "The response ended prematurely.");
    }

    protected override bool TryComputeLength(out long length)
    {
        length = body.Length;
        return true;
    }
}
