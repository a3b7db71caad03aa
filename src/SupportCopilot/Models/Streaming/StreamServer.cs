using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using SupportCopilot.Models.Asking;

namespace SupportCopilot.Models.Streaming;

/// <summary>Has one server speak.</summary>
internal sealed class StreamServer(TimeProvider clock)
{
    public ModelTalk Begin(ModelServer server, ModelTextRequest request) => new(server, request.Prompt, clock);

    /// <summary>The pieces of its answer as it gives them, unchecked; what it used stands in the talk at the end.</summary>
    /// <exception cref="ModelServerException">It failed, or broke off before its end.</exception>
    public async IAsyncEnumerable<string> RunAsync(ModelServer server, ModelTextRequest hidden, ModelTalk talk, [EnumeratorCancellation] CancellationToken ct)
    {
        var pieces = new TextPieces(hidden.Pieces);
        var isEnded = false;
        UsageDetails? usage = null;
        var letters = 0L;
        talk.Ask(hidden.Prompt.Text.Length + hidden.Data.Length);
        var hasBegun = false;
        try
        {
            await foreach (var update in server.Chat.GetStreamingResponseAsync([new(ChatRole.System, hidden.Prompt.Text), new(ChatRole.User, hidden.Data)], new ChatOptions { MaxOutputTokens = hidden.MostAnswerTokens }, ct))
            {
                hasBegun = true;
                if (ModelAnswers.IsRefusal(update)) throw new ModelServerException(ModelFailure.Refused, "The model refused.");
                usage = update.Contents.OfType<UsageContent>().LastOrDefault()?.Details ?? usage;
                isEnded |= update.FinishReason is not null;
                letters += update.Text.Length;
                if (pieces.Take(update.Text) is { } piece) yield return piece;
            }

            if (!isEnded) throw new ModelServerException(ModelFailure.Unavailable, "The model server broke off before the end of its answer.");
            if (pieces.Rest() is { } rest) yield return rest;
        }
        finally
        {
            if (hasBegun) talk.CountStream(usage, letters);
            else if (ct.IsCancellationRequested) talk.Lose();
        }
    }
}
