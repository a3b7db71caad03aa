using System.Collections.Concurrent;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>Remembers which of the account's webhooks the product answered with success: from then on they must never be lost.</summary>
public sealed class AnsweredWebhooks() : DelegatingHandler(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(2) })
{
    private readonly ConcurrentDictionary<string, int> _answered = new();
    private int _sent;

    /// <summary>The ids of the invocations that were answered with success.</summary>
    public IReadOnlyCollection<string> Ids => [.. _answered.Keys];

    /// <summary>Requests, repetitions included.</summary>
    public int Sent => _sent;

    /// <summary>What happens right after an answer of success.</summary>
    public Action AfterAnswer { get; set; } = () => { };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _sent);
        var answer = await base.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode) return answer;
        _answered.AddOrUpdate(request.Headers.GetValues("X-Zendesk-Webhook-Invocation-Id").Single(), 1, (_, times) => times + 1);
        AfterAnswer();
        return answer;
    }
}
