using Microsoft.Extensions.AI;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Asking;

/// <summary>
/// Asks one server: holds the answer against its schema's reader, and asks for a repair where it is wrong in form. No text of
/// a question or an answer is logged here, nor stands in what it throws.
/// </summary>
internal sealed class AskServer(RecentAnswers recent, TimeProvider clock)
{
    /// <summary>How often a malformed answer is sent back to be put right: what fails three times in a row seldom comes right.</summary>
    public const int Repairs = 2;

    /// <summary>Asks.</summary>
    /// <param name="server">Who is asked.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ModelResult<T>> RunAsync<T>(ModelServer server, ModelRequest<T> request, CancellationToken ct)
    {
        var talk = new ModelTalk(server, request.Prompt, clock);
        var result = await TryAsync(server, request, talk, ct);
        if (result is ModelResult<T>.Answered or ModelResult<T>.Malformed) recent.Note(server.Name, request.Prompt.Task, result is ModelResult<T>.Answered);
        return result;
    }

    private static async Task<ModelResult<T>> TryAsync<T>(ModelServer server, ModelRequest<T> request, ModelTalk talk, CancellationToken ct)
    {
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(request.Schema.Json, request.Schema.Name), MaxOutputTokens = request.MostAnswerTokens };
        List<ChatMessage> said = [new(ChatRole.System, request.Prompt.Text), new(ChatRole.User, request.Data)];
        try
        {
            for (var repairs = 0; ; repairs++)
            {
                var answer = talk.Count(await server.Chat.GetResponseAsync(said, options, ct));
                if (ModelAnswers.IsRefusal(answer)) return new ModelResult<T>.Refused(talk.Use);

                var reading = ModelAnswers.Read(answer, request.Read);
                if (reading.Wrong is not { } wrong) return new ModelResult<T>.Answered(reading.Value!, talk.Use);
                if (repairs == Repairs) return new ModelResult<T>.Malformed(talk.Use);
                said.Add(new(ChatRole.Assistant, answer.Text));
                said.Add(new(ChatRole.User, $"That answer cannot be used: {wrong} Answer again, with the JSON object alone."));
            }
        }
        catch (ModelServerException failed)
        {
            return failed.Failure switch
            {
                ModelFailure.Refused => new ModelResult<T>.Refused(talk.Use),
                ModelFailure.Timeout => new ModelResult<T>.TimedOut(talk.Use),
                _ => new ModelResult<T>.Unavailable(talk.Use, failed.RetryAfter),
            };
        }
    }
}
