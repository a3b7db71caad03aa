using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SupportCopilot.Tests.Bot;

/// <summary>Teams' connector as the bot meets it: it keeps the messages that it took, and fails as it is told to.</summary>
public sealed class FakeConnector
{
    private readonly ConcurrentQueue<ConnectorCall> _calls = new();
    private readonly ConcurrentQueue<Func<ConnectorCall, HttpResponseMessage?>> _failures = new();
    private readonly ConcurrentDictionary<string, JsonElement> _messages = new();
    private int _ids;

    /// <summary>Every request, refused ones too.</summary>
    public IReadOnlyList<ConnectorCall> Calls => [.. _calls];

    /// <summary>What was sent and taken, without typing, in order.</summary>
    public IReadOnlyList<ConnectorCall> Sent => [.. _calls.Where(c => c.WasTaken && !c.IsTyping)];

    /// <summary>The messages as they stand in the conversations now, by id.</summary>
    public IReadOnlyDictionary<string, JsonElement> Messages => _messages;

    /// <summary>Something that happens during each request, such as a pause.</summary>
    public Func<ConnectorCall, CancellationToken, Task> During { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>Fails the next request that is no typing.</summary>
    public void FailNext(HttpStatusCode status, TimeSpan? retryAfter = null, int times = 1)
    {
        for (var i = 0; i < times; i++)
            _failures.Enqueue(_ =>
            {
                var answer = new HttpResponseMessage(status) { Content = new StringContent("{\"error\":{\"message\":\"a secret of the other side\"}}") };
                if (retryAfter is { } wait) answer.Headers.RetryAfter = new(wait);
                return answer;
            });
    }

    /// <summary>Forgets what was asked of it so far.</summary>
    public void Forget() => _calls.Clear();

    /// <summary>Makes the next request that is no typing throw, after it was taken or before.</summary>
    public void ThrowNext(Exception thrown, bool afterTaking = false) => _failures.Enqueue(call =>
    {
        if (afterTaking) Take(call);
        throw thrown;
    });

    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var bytes = await request.Content!.ReadAsByteArrayAsync(ct);
        var call = new ConnectorCall(request.Method, request.RequestUri!, request.Headers.Authorization?.ToString(), bytes.Length, JsonDocument.Parse(bytes).RootElement);
        _calls.Enqueue(call);
        await During(call, ct);
        if (!call.IsTyping && _failures.TryDequeue(out var fail) && fail(call) is { } failed) return failed;
        return new(call.Method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK) { Content = JsonContent.Create(new { id = Take(call) }) };
    }

    private string Take(ConnectorCall call)
    {
        call.WasTaken = true;
        var id = call.Method == HttpMethod.Put ? Uri.UnescapeDataString(call.Address.Segments[^1]) : $"m{Interlocked.Increment(ref _ids)}";
        if (!call.IsTyping) _messages[id] = call.Body;
        return id;
    }
}

/// <summary>A request to the connector.</summary>
public sealed record ConnectorCall(HttpMethod Method, Uri Address, string? Authorization, int Bytes, JsonElement Body)
{
    public bool WasTaken { get; set; }

    public bool IsTyping => Body.GetProperty("type").GetString() == "typing";

    /// <summary>Its words and all words of its card, in one text.</summary>
    public string Words => string.Join('\n', Texts(Body));

    public string? ConversationId => Uri.UnescapeDataString(Address.Segments[^(Address.AbsolutePath.EndsWith("/activities", StringComparison.Ordinal) ? 2 : 3)].Trim('/'));

    private static IEnumerable<string> Texts(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Texts(property.Value)),
        _ => [],
    };
}
