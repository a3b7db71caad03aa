using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OpenAI.Chat;
using AiMessage = Microsoft.Extensions.AI.ChatMessage;
using AiReason = Microsoft.Extensions.AI.ChatFinishReason;
using AiSchema = Microsoft.Extensions.AI.ChatResponseFormatJson;

namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>
/// The OpenAI SDK's chat behind <see cref="IChatClient"/>: text in, text or a refusal out, a JSON schema held strictly. One
/// call is one request; what goes wrong is thrown as a <see cref="Models.ModelServerException"/> without a body.
/// </summary>
internal sealed class OpenAiChatClient(ChatClient chat) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(IEnumerable<AiMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        try
        {
            var completion = (await chat.CompleteChatAsync(messages.Select(Spoken), Asked(options), cancellationToken)).Value;
            return Said(completion);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            throw Failures.Of(failed);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<AiMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var updates = chat.CompleteChatStreamingAsync(messages.Select(Spoken), Asked(options), cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(updates)) yield return Said(updates.Current);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose() { }

    private static OpenAI.Chat.ChatMessage Spoken(AiMessage message)
    {
        if (message.Role == ChatRole.System) return new SystemChatMessage(message.Text);
        return message.Role == ChatRole.Assistant ? new AssistantChatMessage(message.Text) : new UserChatMessage(message.Text);
    }

    private static ChatCompletionOptions Asked(ChatOptions? options)
    {
        var asked = new ChatCompletionOptions { MaxOutputTokenCount = options?.MaxOutputTokens };
        if (options?.ResponseFormat is AiSchema { Schema: { } schema } format)
            asked.ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat(format.SchemaName ?? "answer", BinaryData.FromString(schema.GetRawText()), format.SchemaDescription, jsonSchemaIsStrict: true);
        return asked;
    }

    private static ChatResponse Said(ChatCompletion completion)
    {
        var message = new AiMessage(ChatRole.Assistant, string.Concat(completion.Content.Select(part => part.Text)));
        if (!string.IsNullOrEmpty(completion.Refusal)) message.Contents.Add(new ErrorContent("The model refused.") { ErrorCode = "refusal" });
        return new ChatResponse(message)
        {
            FinishReason = Reason(completion.FinishReason),
            ModelId = completion.Model,
            ResponseId = completion.Id,
            Usage = completion.Usage is { } usage ? Used(usage) : null,
        };
    }

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<StreamingChatCompletionUpdate> updates)
    {
        try
        {
            return await updates.MoveNextAsync();
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            throw Failures.Of(failed);
        }
    }

    private static ChatResponseUpdate Said(StreamingChatCompletionUpdate update)
    {
        var said = new ChatResponseUpdate(ChatRole.Assistant, string.Concat(update.ContentUpdate.Select(part => part.Text)))
        {
            ModelId = update.Model,
            ResponseId = update.CompletionId,
            FinishReason = update.FinishReason is { } reason ? Reason(reason) : null,
        };
        if (!string.IsNullOrEmpty(update.RefusalUpdate)) said.Contents.Add(new ErrorContent("The model refused.") { ErrorCode = "refusal" });
        if (update.Usage is { } usage) said.Contents.Add(new UsageContent(Used(usage)));
        return said;
    }

    private static UsageDetails Used(ChatTokenUsage usage) => new() { InputTokenCount = usage.InputTokenCount, OutputTokenCount = usage.OutputTokenCount, TotalTokenCount = usage.TotalTokenCount };

    private static AiReason Reason(OpenAI.Chat.ChatFinishReason reason) => reason switch
    {
        OpenAI.Chat.ChatFinishReason.Length => AiReason.Length,
        OpenAI.Chat.ChatFinishReason.ContentFilter => AiReason.ContentFilter,
        OpenAI.Chat.ChatFinishReason.ToolCalls or OpenAI.Chat.ChatFinishReason.FunctionCall => AiReason.ToolCalls,
        _ => AiReason.Stop,
    };
}
