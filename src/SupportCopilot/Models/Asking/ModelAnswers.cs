using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SupportCopilot.Models.Asking;

/// <summary>Reads what servers answer.</summary>
internal static class ModelAnswers
{
    // A refusal in words of its own is an error's content; a filter's is a reason to stop.
    public static bool IsRefusal(ChatResponse answer) =>
        answer.FinishReason == ChatFinishReason.ContentFilter || answer.Messages.Any(message => message.Contents.OfType<ErrorContent>().Any());

    public static bool IsRefusal(ChatResponseUpdate update) => update.FinishReason == ChatFinishReason.ContentFilter || update.Contents.OfType<ErrorContent>().Any();

    public static ModelReading<T> Read<T>(ChatResponse answer, Func<JsonElement, ModelReading<T>> read) =>
        answer.FinishReason == ChatFinishReason.Length ? ModelReading<T>.NotRight("it was cut off before its end.") : Read(answer.Text, read);

    public static ModelReading<T> Read<T>(string text, Func<JsonElement, ModelReading<T>> read)
    {
        try
        {
            using var json = JsonDocument.Parse(ObjectIn(text));
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
}
