using System.IO.Pipelines;
using System.Text;
using System.Text.Json;

namespace SupportCopilot.Tests.Models.Scripted;

/// <summary>An answer as server-sent events, as OpenAI's chat completions send them.</summary>
internal static class SpokenStream
{
    public static Stream Of(ScriptedAnswer answer, CancellationToken ct)
    {
        var pipe = new Pipe();
        _ = SpeakAsync(pipe.Writer, answer, ct);
        return pipe.Reader.AsStream();
    }

    private static async Task SpeakAsync(PipeWriter writer, ScriptedAnswer answer, CancellationToken ct)
    {
        try
        {
            foreach (var (at, scrap) in answer.Scraps!.Index())
            {
                if (answer.Between > TimeSpan.Zero) await Task.Delay(answer.Between, ct);
                await SayAsync(writer, Chunk([new { index = 0, delta = at == 0 ? new { role = (string?)"assistant", content = scrap } : new { role = (string?)null, content = scrap }, finish_reason = (string?)null }], null), ct);
            }

            if (!answer.IsTruncated)
            {
                await SayAsync(writer, Chunk([new { index = 0, delta = new { }, finish_reason = "stop" }], null), ct);
                await SayAsync(writer, Chunk([], new { prompt_tokens = 300, completion_tokens = 40, total_tokens = 340 }), ct);
                await SayAsync(writer, "[DONE]", ct);
            }

            await writer.CompleteAsync();
        }
        catch (Exception gone)
        {
            await writer.CompleteAsync(gone);
        }
    }

    private static string Chunk(object[] choices, object? usage) =>
        JsonSerializer.Serialize(new { id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_764_000_000, model = "scripted-1", choices, usage });

    private static async Task SayAsync(PipeWriter writer, string data, CancellationToken ct) => await writer.WriteAsync(Encoding.UTF8.GetBytes($"data: {data}\n\n"), ct);
}
