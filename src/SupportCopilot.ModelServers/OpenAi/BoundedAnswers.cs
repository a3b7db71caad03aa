namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>Reads an answer whole, up to a limit: a server that never stops sending would fill the memory otherwise.</summary>
internal sealed class BoundedAnswers : DelegatingHandler
{
    // A hundred times the longest answer that is asked for.
    private const int MostBytes = 4 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }
}
