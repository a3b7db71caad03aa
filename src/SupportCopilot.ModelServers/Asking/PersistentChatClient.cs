using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>
/// Asks a server with patience, but not for ever: total time-out, then tries, then the breaker, then a time-out for each
/// try. A question changes nothing at the server, so that it may be asked again.
/// </summary>
internal sealed class PersistentChatClient(IChatClient inner, ResiliencePipeline pipeline, ServerState state) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var talk = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        try
        {
            return await pipeline.ExecuteAsync(async ct => await TryAsync(talk, options, ct), cancellationToken);
        }
        catch (TimeoutRejectedException)
        {
            throw state.Failed(new ModelServerException(ModelFailure.Timeout, "The model server did not answer in time."));
        }
        catch (BrokenCircuitException broken)   // not a failure of its own: the ones that led to it are written down
        {
            throw new ModelServerException(ModelFailure.Unavailable, "The model server failed so often that it is left in peace for a while.", retryAfter: broken.RetryAfter);
        }
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
    }

    private async Task<ChatResponse> TryAsync(IReadOnlyList<ChatMessage> talk, ChatOptions? options, CancellationToken ct)
    {
        try
        {
            var answer = await InnerClient.GetResponseAsync(talk, options, ct);
            state.Answered();
            return answer;
        }
        catch (ModelServerException failed)
        {
            throw state.Failed(failed);
        }
    }
}
