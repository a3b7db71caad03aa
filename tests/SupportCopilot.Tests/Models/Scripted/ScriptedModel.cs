using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace SupportCopilot.Tests.Models.Scripted;

/// <summary>
/// A model server that says what a test wants, in OpenAI's wire protocol, and refuses what the real one refuses. It stands in
/// for a host (<see cref="SendAsync"/>) or listens on a port of this machine.
/// </summary>
public sealed class ScriptedModel(string key = ScriptedModel.Key)
{
    public const string Key = "sk-scripted-key-4711";

    private readonly ConcurrentQueue<ScriptedCall> _calls = new();
    private readonly HashSet<string> _underWay = [];
    private int _atOnce;

    /// <summary>What it answers; by itself what a good model would.</summary>
    public Func<ScriptedCall, ScriptedAnswer> Answers { get; set; } = call => ScriptedAnswer.Of(TriageAnswers.Good(call));

    /// <summary>What happens elsewhere while it thinks; by itself nothing.</summary>
    public Func<ScriptedCall, Task> Meanwhile { get; set; } = _ => Task.CompletedTask;

    /// <summary>How long it thinks.</summary>
    public TimeSpan Thinks { get; set; }

    /// <summary>Every call that was taken for one.</summary>
    public IReadOnlyCollection<ScriptedCall> Calls => _calls;

    /// <summary>The most calls that were under way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>When the first call came, and when the last answer left.</summary>
    public (DateTimeOffset First, DateTimeOffset Last) Busy { get; private set; }

    /// <summary>Whether somebody asked the same while it was being answered.</summary>
    public bool WasAskedTwiceAtOnce { get; private set; }

    /// <summary>Stands in for the host of this model server.</summary>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var said = await AnswerAsync(
            request.Method.Method, request.RequestUri!.AbsolutePath, request.Headers.Authorization?.ToString(), request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct), ct);
        if (said.IsReset) throw new HttpRequestException("The connection was reset.");
        var response = new HttpResponseMessage((HttpStatusCode)said.Status)
        {
            Content = said.Scraps is not null ? new StreamContent(SpokenStream.Of(said, ct)) : said.IsTruncated ? new StreamContent(new BrokenStream(said.Bytes)) : new ByteArrayContent(said.Bytes),
        };
        response.Content.Headers.ContentType = new(said.Scraps is not null ? "text/event-stream" : "application/json");
        foreach (var (name, value) in said.Headers) response.Headers.TryAddWithoutValidation(name, value);
        return response;
    }

    /// <summary>Takes a call, however it came.</summary>
    public async Task<ScriptedAnswer> AnswerAsync(string method, string path, string? authorization, string body, CancellationToken ct)
    {
        var isChat = path.EndsWith("/v1/chat/completions", StringComparison.Ordinal);
        if (method != "POST" || !(isChat || path.EndsWith("/v1/embeddings", StringComparison.Ordinal))) return ScriptedAnswer.Error(404, "not_found", "No such path.");
        if (authorization != $"Bearer {key}") return ScriptedAnswer.Error(401, "invalid_api_key", $"Incorrect API key provided: {authorization}.");
        if (!isChat) return Vectors(body);
        if (ScriptedCall.Read(body, out var call) is { } wrong) return ScriptedAnswer.Error(400, "invalid_request_error", wrong);

        lock (_calls)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
            if (Busy.First == default) Busy = (TimeProvider.System.GetUtcNow(), default);
            WasAskedTwiceAtOnce |= !_underWay.Add(call!.Body);
        }

        try
        {
            _calls.Enqueue(call!);
            await Meanwhile(call!);
            var answer = Answers(call!);
            if (call!.IsStream != answer.Scraps is not null && answer.Status == 200) answer = call.IsStream ? answer.AsSpoken() : throw new InvalidOperationException("Nobody asked for a stream.");
            if (Thinks + answer.After is { Ticks: > 0 } wait) await Task.Delay(wait, ct);
            return answer;
        }
        finally
        {
            lock (_calls)
            {
                _atOnce--;
                Busy = (Busy.First, TimeProvider.System.GetUtcNow());
                _underWay.Remove(call!.Body);
            }
        }
    }

    /// <summary>What it makes of a text; by itself a vector of its length and its letters.</summary>
    public Func<string, int, float[]> Vector { get; set; } = (text, length) => [.. Enumerable.Range(0, length).Select(at => at == 0 ? text.Length : text.Length > at ? text[at] : 0f)];

    /// <summary>Every text that vectors were asked for.</summary>
    public ConcurrentQueue<string> Embedded { get; } = new();

    private ScriptedAnswer Vectors(string body)
    {
        var asked = JsonDocument.Parse(body).RootElement;
        var input = asked.GetProperty("input");
        List<string> texts = input.ValueKind is JsonValueKind.String ? [input.GetString()!] : [.. input.EnumerateArray().Select(text => text.GetString()!)];
        if (texts.Count is 0 or > 2048 || texts.Contains("")) return ScriptedAnswer.Error(400, "invalid_request_error", "'$.input' is invalid.");
        var length = asked.TryGetProperty("dimensions", out var dimensions) ? dimensions.GetInt32() : 8;
        foreach (var text in texts) Embedded.Enqueue(text);
        return new(200, JsonSerializer.SerializeToUtf8Bytes(new
        {
            @object = "list",
            model = "embedding-1",
            data = texts.Select((text, index) => new { @object = "embedding", index, embedding = Convert.ToBase64String(System.Runtime.InteropServices.MemoryMarshal.AsBytes<float>(Vector(text, length))) }),
            usage = new { prompt_tokens = texts.Count * 5, total_tokens = texts.Count * 5 },
        }));
    }

    /// <summary>A body whose connection breaks before its end.</summary>
    private sealed class BrokenStream(byte[] bytes) : Stream
    {
        private int _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _at; set => throw new NotSupportedException(); }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_at >= bytes.Length / 2) throw new IOException("The connection was reset before the end of the body.");
            var n = Math.Min(count, (bytes.Length / 2) - _at);
            Array.Copy(bytes, _at, buffer, offset, n);
            _at += n;
            return n;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}

/// <summary>One answer of the scripted model.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Bytes">The body.</param>
public sealed record ScriptedAnswer(int Status, byte[] Bytes)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public TimeSpan After { get; init; }

    public bool IsReset { get; init; }

    public bool IsTruncated { get; init; }

    /// <summary>What it says scrap by scrap; null where it answers whole.</summary>
    public IReadOnlyList<string>? Scraps { get; init; }

    /// <summary>How long it thinks before each scrap.</summary>
    public TimeSpan Between { get; init; }

    /// <summary>An answer that comes scrap by scrap. One that is truncated breaks off after the last.</summary>
    public static ScriptedAnswer Spoken(params string[] scraps) => new(200, []) { Scraps = scraps };

    /// <summary>The same, said at once to somebody who listens.</summary>
    public ScriptedAnswer AsSpoken() => Spoken(JsonDocument.Parse(Bytes).RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()!);

    /// <summary>A completion with this text.</summary>
    public static ScriptedAnswer Of(string? text, string finish = "stop", string? refusal = null, int input = 700, int output = 90) => new(200, JsonSerializer.SerializeToUtf8Bytes(new
    {
        id = "chatcmpl-1",
        @object = "chat.completion",
        created = 1_764_000_000,
        model = "scripted-1",
        choices = new[] { new { index = 0, message = new { role = "assistant", content = text, refusal }, finish_reason = finish } },
        usage = new { prompt_tokens = input, completion_tokens = output, total_tokens = input + output },
    }));

    /// <summary>An error as OpenAI words it; its message quotes what was sent, as real ones do.</summary>
    public static ScriptedAnswer Error(int status, string code, string message, string? retryAfter = null) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new { error = new { message, type = code, param = (string?)null, code } }))
        {
            Headers = retryAfter is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["Retry-After"] = retryAfter },
        };

    /// <summary>What is no completion at all.</summary>
    public static ScriptedAnswer Raw(string body) => new(200, Encoding.UTF8.GetBytes(body));

    public static ScriptedAnswer Reset { get; } = new(0, []) { IsReset = true };
}
