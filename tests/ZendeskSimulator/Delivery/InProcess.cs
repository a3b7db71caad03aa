using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Delivery;

/// <summary>Brings a request to the account without a socket.</summary>
internal static class InProcess
{
    public static async Task<HttpResponseMessage> SendAsync(SimulatedZendesk zendesk, HttpRequestMessage request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(ct);
        var delivered = await zendesk.CarryAsync(new SimulatedRequest(request.Method.Method, request.RequestUri!, name => Header(request, name), body), ct);
        if (delivered.Answer is not { } answer)
            throw new HttpRequestException(HttpRequestError.Unknown, "An error occurred while sending the request.", new IOException("The connection was reset.", new SocketException((int)SocketError.ConnectionReset)));

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status) { RequestMessage = request, Content = delivered.IsTruncated ? new HalfContent(answer.Body) : new ReadOnlyMemoryContent(answer.Body) };
        if (answer.MediaType is { } type) response.Content.Headers.ContentType = new MediaTypeHeaderValue(type) { CharSet = "utf-8" };
        foreach (var (name, value) in answer.Headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) || request.Content is { } content && content.Headers.NonValidated.TryGetValues(name, out values) ? values.ToString() : null;

    internal sealed class Handler(SimulatedZendesk zendesk) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => InProcess.SendAsync(zendesk, request, cancellationToken);
    }
}
