using System.Collections.Concurrent;

namespace SupportCopilot.Tests;

/// <summary>The world outside the product: a call to a host that no test has put there throws.</summary>
public sealed class Outside
{
    private readonly ConcurrentDictionary<string, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _hosts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Puts a host there, by name or by name and port.</summary>
    public void Has(string host, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) => _hosts[host] = answer;

    internal HttpMessageHandler Handler() => new Router(_hosts);

    private sealed class Router(ConcurrentDictionary<string, Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> hosts) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            hosts.TryGetValue(request.RequestUri!.Authority, out var answer)
                ? answer(request, cancellationToken)
                : throw new InvalidOperationException($"No test registered a call to {request.RequestUri}.");
    }
}
