using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>A Zendesk account whose answers a test writes one by one, for what a well-behaved desk never does.</summary>
internal sealed class ScriptedDesk
{
    private readonly ConcurrentQueue<Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    /// <summary>How often a token was asked for.</summary>
    public int Tokens => _tokens;

    private int _tokens;

    /// <summary>The requests for anything else.</summary>
    public ConcurrentQueue<(string Method, string Path, string? Authorization, string? Body)> Requests { get; } = new();

    /// <summary>How long a token lives, in seconds.</summary>
    public int TokenLife { get; set; } = 3600;

    /// <summary>What the next request is answered; the last answer holds for all that follow.</summary>
    public ScriptedDesk Answers(HttpStatusCode status, string json = "{}", Action<HttpResponseMessage>? with = null) => Answers((_, _) =>
    {
        var answer = Json(status, json);
        with?.Invoke(answer);
        return Task.FromResult(answer);
    });

    public ScriptedDesk Answers(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }

    public static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    /// <summary>Puts it where the product looks for it, and gives the product's client of it.</summary>
    public async Task<ZendeskClient> ClientIn(Product product)
    {
        product.Outside.Has(DeskSettings.Host, SendAsync);
        var tenant = await product.InsideAsync(services => Task.FromResult(services.GetRequiredService<CurrentTenant>().Id), Tenant.DefaultKey);
        return (await product.Services.GetRequiredService<ZendeskClients>().OfAsync(tenant, TestContext.Current.CancellationToken))!;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri!.AbsolutePath == "/oauth/tokens")
            return Json(HttpStatusCode.OK, $$"""{"access_token":"token-{{Interlocked.Increment(ref _tokens)}}","token_type":"bearer","expires_in":{{TokenLife}}}""");
        Requests.Enqueue((request.Method.Method, request.RequestUri.PathAndQuery, request.Headers.Authorization?.ToString(), request.Content is null ? null : await request.Content.ReadAsStringAsync(ct)));
        var answer = _answers.Count > 1 && _answers.TryDequeue(out var next) ? next : _answers.TryPeek(out next) ? next : throw new InvalidOperationException("No answer was written.");
        return await answer(request, ct);
    }
}
