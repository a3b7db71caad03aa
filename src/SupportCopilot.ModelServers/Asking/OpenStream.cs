using Microsoft.Extensions.AI;

namespace SupportCopilot.ModelServers.Asking;

/// <summary>An answer that has begun to come. Its life is its own: the time-out of the try that opened it no longer ends it.</summary>
internal sealed class OpenStream : IAsyncDisposable
{
    private readonly CancellationTokenSource _life;
    private readonly IAsyncEnumerator<ChatResponseUpdate> _updates;

    private OpenStream(IChatClient client, IReadOnlyList<ChatMessage> talk, ChatOptions? options, CancellationToken caller)
    {
        _life = CancellationTokenSource.CreateLinkedTokenSource(caller);
        _updates = client.GetStreamingResponseAsync(talk, options, _life.Token).GetAsyncEnumerator(_life.Token);
    }

    public ChatResponseUpdate Current => _updates.Current;

    /// <summary>Opens it and waits for its beginning.</summary>
    /// <param name="client">Who is asked.</param>
    /// <param name="talk">What.</param>
    /// <param name="options">How.</param>
    /// <param name="caller">Ends it at any time.</param>
    /// <param name="attempt">Ends the waiting for its beginning.</param>
    public static async Task<OpenStream> OfAsync(IChatClient client, IReadOnlyList<ChatMessage> talk, ChatOptions? options, CancellationToken caller, CancellationToken attempt)
    {
        var open = new OpenStream(client, talk, options, caller);
        try
        {
            await using var _ = attempt.Register(open._life.Cancel);
            if (!await open._updates.MoveNextAsync()) throw new Models.ModelServerException(Models.ModelFailure.Unavailable, "The model server ended its answer before it began.");
            return open;
        }
        catch
        {
            await open.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> NextAsync(TimeSpan longestSilence)
    {
        _life.CancelAfter(longestSilence);
        return await _updates.MoveNextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _life.CancelAsync();   // whoever stops listening stops paying
        await _updates.DisposeAsync();
        _life.Dispose();
    }
}
