using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportCopilot.Tests.Kills.Harness;

/// <summary>Teams' connector as a server on this machine, for a product in a process of its own: it counts what arrived where.</summary>
public sealed class LoopbackConnector : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _arrived = new();
    private readonly WebApplication _server;

    private LoopbackConnector(WebApplication server) => _server = server;

    /// <summary>How many messages arrived, by conversation.</summary>
    public IReadOnlyDictionary<string, int> Arrived => _arrived;

    public string ServiceUrl => _server.Urls.First();

    /// <summary>What happens at each stage of a message; false loses the message there.</summary>
    public Func<Stage, Task<bool>> At { get; set; } = _ => Task.FromResult(true);

    public static async Task<LoopbackConnector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var connector = new LoopbackConnector(server);
        server.UseRouting();
        server.MapPost("/v3/conversations/{id}/activities", (RequestDelegate)connector.TakeAsync);
        await server.StartAsync();
        return connector;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, CancellationToken.None);
        if (!await At(Stage.OnItsWay))
        {
            context.Abort();
            return;
        }

        _arrived.AddOrUpdate((string)context.Request.RouteValues["id"]!, 1, (_, before) => before + 1);
        if (!await At(Stage.Arrived))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync($"{{\"id\":\"{RandomNumberGenerator.GetHexString(12)}\"}}", CancellationToken.None);
        await context.Response.CompleteAsync();
        await At(Stage.Answered);
    }
}

/// <summary>How far a message has come.</summary>
public enum Stage
{
    /// <summary>It left the product, and has not arrived.</summary>
    OnItsWay,

    /// <summary>It arrived, and nothing was answered.</summary>
    Arrived,

    /// <summary>The answer is on its way back.</summary>
    Answered,
}
