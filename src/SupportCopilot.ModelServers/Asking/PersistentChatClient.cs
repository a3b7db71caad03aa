using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>Asks a server with its patience. A question changes nothing at the server, so that it may be asked again; once the first word of an answer has come, it is not.</summary>
internal sealed class PersistentChatClient(IChatClient inner, PatientServer server) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var talk = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var answer = await server.AskAsync(ct => InnerClient.GetResponseAsync(talk, options, ct), Estimate(talk, options), said => said.Usage?.TotalTokenCount, cancellationToken);
        server.State.Is(answer.ModelId);
        return answer;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var talk = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        await using var open = await server.AskAsync(ct => OpenStream.OfAsync(InnerClient, talk, options, cancellationToken, ct), Estimate(talk, options), _ => null, cancellationToken);
        do
        {
            server.State.Is(open.Current.ModelId);
            yield return open.Current;
        }
        while (await NextAsync(open, cancellationToken));
    }

    private async Task<bool> NextAsync(OpenStream open, CancellationToken ct)
    {
        try
        {
            return await open.NextAsync(server.LongestSilence);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw server.State.Failed(new ModelServerException(ModelFailure.Timeout, "The model server fell silent before the end of its answer."));
        }
        catch (ModelServerException failed)
        {
            throw server.State.Failed(failed);
        }
    }

    private static long Estimate(IReadOnlyList<ChatMessage> talk, ChatOptions? options) => ModelTokens.Of(talk.Sum(message => message.Text.Length)) + (options?.MaxOutputTokens ?? ModelTokens.UsualAnswer);
}
