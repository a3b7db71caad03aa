namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>
/// Reads an answer whole, up to a limit: a server that never stops sending would fill the memory otherwise. One that comes
/// word by word is passed on as it comes, up to the same limit.
/// </summary>
internal sealed class BoundedAnswers : DelegatingHandler
{
    // A hundred times the longest answer that is asked for.
    private const int MostBytes = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            if (response.Content.Headers.ContentType?.MediaType == "text/event-stream") response.Content = await BoundedAsync(response.Content, cancellationToken);
            else await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<StreamContent> BoundedAsync(HttpContent content, CancellationToken ct)
    {
        var bounded = new StreamContent(new BoundedStream(await content.ReadAsStreamAsync(ct), MostBytes));
        foreach (var (name, values) in content.Headers) bounded.Headers.TryAddWithoutValidation(name, values);
        return bounded;
    }
}
