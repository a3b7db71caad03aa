using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportCopilot.Benchmarks.Bot;

/// <summary>Teams' connector on this machine; it notes when each answer arrived.</summary>
internal sealed class BotConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waited = new();
    private readonly WebApplication _server;

    private BotConnector(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    public static async Task<BotConnector> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var connector = new BotConnector(server);
        server.UseRouting();
        server.MapPost("/v3/conversations/{conversation}/activities", (RequestDelegate)TakeAsync);
        server.MapPost("/v3/conversations/{conversation}/activities/{message}", (RequestDelegate)connector.AnswerAsync);
        await server.StartAsync(ct);
        return connector;
    }

    /// <summary>Ends when the answer to a message has arrived whole.</summary>
    public Task AnswerTo(string message) => (_waited[message] = new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        await TakeAsync(context);
        if (_waited.TryRemove((string)context.Request.RouteValues["message"]!, out var waited)) waited.SetResult();
    }

    private static async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("""{"id":"m"}""", context.RequestAborted);
    }
}
