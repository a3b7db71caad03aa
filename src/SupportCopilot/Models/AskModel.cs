using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SupportCopilot.Models;

/// <summary>
/// The one gate to models: asks, holds the answer against its schema's reader, and asks for a repair where it is wrong in
/// form. No text of a question or an answer is logged here, nor stands in what it throws.
/// </summary>
public sealed class AskModel(IModelServers servers, TimeProvider clock)
{
    /// <summary>How often a malformed answer is sent back to be put right: what fails three times in a row seldom comes right.</summary>
    public const int Repairs = 2;

    /// <summary>The server that is asked unless another is named; null when none is set.</summary>
    public ModelServer? Default => servers.All.Count > 0 ? servers.All[0] : null;

    /// <summary>The names of all that are set.</summary>
    public IReadOnlyList<string> Names => [.. servers.All.Select(server => server.Name)];

    /// <summary>The server of a name, or null.</summary>
    public ModelServer? Find(string name) => servers.All.FirstOrDefault(server => string.Equals(server.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Asks.</summary>
    /// <exception cref="InvalidOperationException">No such server is set: look with <see cref="Find"/> before.</exception>
    public async Task<ModelResult<T>> RunAsync<T>(ModelRequest<T> request, CancellationToken ct)
    {
        var server = (request.Server is { } name ? Find(name) : Default) ?? throw new InvalidOperationException("There is no such model server.");
        var asked = new Asked(server, request.Prompt, clock);
        var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(request.Schema.Json, request.Schema.Name) };
        List<ChatMessage> talk = [new(ChatRole.System, request.Prompt.Text), new(ChatRole.User, request.Data)];
        try
        {
            for (var repairs = 0; ; repairs++)
            {
                var answer = asked.Count(await server.Chat.GetResponseAsync(talk, options, ct));
                if (IsRefusal(answer)) return new ModelResult<T>.Refused(asked.Use);

                var reading = Read(answer, request.Read);
                if (reading.Wrong is not { } wrong) return new ModelResult<T>.Answered(reading.Value!, asked.Use);
                if (repairs == Repairs) return new ModelResult<T>.Malformed(asked.Use);
                talk.Add(new(ChatRole.Assistant, answer.Text));
                talk.Add(new(ChatRole.User, $"That answer cannot be used: {wrong} Answer again, with the JSON object alone."));
            }
        }
        catch (ModelServerException failed)
        {
            return failed.Failure switch
            {
                ModelFailure.Refused => new ModelResult<T>.Refused(asked.Use),
                ModelFailure.Timeout => new ModelResult<T>.TimedOut(asked.Use),
                _ => new ModelResult<T>.Unavailable(asked.Use, failed.RetryAfter),
            };
        }
    }

    // A refusal in words of its own is an error's content; a filter's is a reason to stop.
    private static bool IsRefusal(ChatResponse answer) =>
        answer.FinishReason == ChatFinishReason.ContentFilter || answer.Messages.Any(message => message.Contents.OfType<ErrorContent>().Any());

    private static ModelReading<T> Read<T>(ChatResponse answer, Func<JsonElement, ModelReading<T>> read)
    {
        if (answer.FinishReason == ChatFinishReason.Length) return ModelReading<T>.NotRight("it was cut off before its end.");
        try
        {
            using var json = JsonDocument.Parse(ObjectIn(answer.Text));
            return read(json.RootElement);
        }
        catch (JsonException)   // its message may quote the answer
        {
            return ModelReading<T>.NotRight("it is no JSON.");
        }
    }

    // Servers without strict output put prose or a Markdown fence around it; what stands inside is held against the schema all the same.
    private static string ObjectIn(string text)
    {
        var (start, end) = (text.IndexOf('{'), text.LastIndexOf('}'));
        return start >= 0 && end > start ? text[start..(end + 1)] : text;
    }

    private sealed class Asked(ModelServer server, ModelPrompt prompt, TimeProvider clock)
    {
        private readonly long _start = clock.GetTimestamp();
        private long _input, _output;
        private int _answers;

        public ModelUse Use => new(server.Name, prompt.Name, _input, _output, server.CostMicros(_input, _output), clock.GetElapsedTime(_start), _answers);

        public ChatResponse Count(ChatResponse answer)
        {
            _answers++;
            _input += answer.Usage?.InputTokenCount ?? 0;
            _output += answer.Usage?.OutputTokenCount ?? 0;
            return answer;
        }
    }
}
