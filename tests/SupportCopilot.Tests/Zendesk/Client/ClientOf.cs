using Microsoft.Extensions.Logging.Abstractions;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Client.Limits;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>The product's client over a desk that a test holds, on a clock that the test turns.</summary>
internal static class ClientOf
{
    public static ZendeskClient Make(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> desk, TimeProvider? clock = null, ZendeskLogin? login = null)
    {
        clock ??= TimeProvider.System;
        var clients = new Clients(desk);
        var account = new ZendeskDesk(new($"https://{DeskSettings.Host}"), login ?? new OAuthLogin("client", "secret"));
        return new(new ZendeskSender(
            clients, account, new ZendeskTokens(clients, account, clock), new RequestLimits(clock), new ZendeskResilience(clock), new ZendeskLog(NullLogger<ZendeskLog>.Instance), clock));
    }

    private sealed class Clients(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> desk) : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new(new Handler(desk)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private sealed class Handler(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> desk) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => desk(request, cancellationToken);
    }
}
