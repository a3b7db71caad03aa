using System.Net;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Delivery;

/// <summary>An account that can be reached over HTTP, on this machine alone.</summary>
public sealed class LoopbackZendesk : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LoopbackZendesk(WebApplication app, string baseUrl)
    {
        _app = app;
        BaseUrl = baseUrl;
    }

    /// <summary>Where it listens, such as <c>http://127.0.0.1:4000</c>.</summary>
    public string BaseUrl { get; }

    internal static async Task<LoopbackZendesk> StartAsync(SimulatedZendesk zendesk, int port, CancellationToken ct)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
            server.AddServerHeader = false;
        });
        var app = builder.Build();
        app.Run(context => AnswerAsync(zendesk, context));
        await app.StartAsync(ct);
        return new LoopbackZendesk(app, app.Urls.First());
    }

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitForShutdownAsync(CancellationToken ct = default) => _app.WaitForShutdownAsync(ct);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task AnswerAsync(SimulatedZendesk zendesk, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        // Taken out of the context, which serves another request by the time a late one is applied.
        var headers = context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var request = new SimulatedRequest(context.Request.Method, new Uri(context.Request.GetEncodedUrl()), name => headers.GetValueOrDefault(name), body.ToArray());
        var delivered = await zendesk.CarryAsync(request, context.RequestAborted);
        if (delivered.Answer is not { } answer)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers) context.Response.Headers[name] = value;
        if (answer.Status == 204) return;
        if (answer.MediaType is { } type) context.Response.ContentType = $"{type}; charset=utf-8";
        context.Response.ContentLength = answer.Body.Length;
        if (!delivered.IsTruncated)
        {
            await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
            return;
        }
        await context.Response.Body.WriteAsync(answer.Body[..(answer.Body.Length / 2)], context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }
}
