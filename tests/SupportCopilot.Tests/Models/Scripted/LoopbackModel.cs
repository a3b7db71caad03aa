using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SupportCopilot.Tests.Models.Scripted;

/// <summary>The scripted model on a port of this machine, for programs in processes of their own.</summary>
public sealed class LoopbackModel : IAsyncDisposable
{
    private readonly WebApplication _server;

    private LoopbackModel(WebApplication server) => _server = server;

    public ScriptedModel Model { get; } = new();

    /// <summary>The settings that make a program ask it.</summary>
    public IReadOnlyList<string> Settings =>
    [
        $"--SupportCopilot:Models:0:Endpoint={_server.Urls.First()}/v1", "--SupportCopilot:Models:0:Model=scripted-1", "--SupportCopilot:Models:0:Name=scripted",
        $"--SupportCopilot:Models:0:Key={ScriptedModel.Key}", "--SupportCopilot:Models:0:InputPer1M=2.5", "--SupportCopilot:Models:0:OutputPer1M=10",
        "--SupportCopilot:ModelGate:CacheMinutes=0",   // what is asked is counted
    ];

    public static async Task<LoopbackModel> StartAsync(CancellationToken ct)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var model = new LoopbackModel(builder.Build());
        model._server.Run(model.AnswerAsync);
        await model._server.StartAsync(ct);
        return model;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var said = await Model.AnswerAsync(context.Request.Method, context.Request.Path, context.Request.Headers.Authorization, await reader.ReadToEndAsync(context.RequestAborted), context.RequestAborted);
        if (said.IsReset)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = said.Status;
        context.Response.ContentType = said.Scraps is null ? "application/json" : "text/event-stream";
        foreach (var (name, value) in said.Headers) context.Response.Headers[name] = value;
        if (said.Scraps is null) await context.Response.Body.WriteAsync(said.Bytes, context.RequestAborted);
        else await SpokenStream.Of(said, context.RequestAborted).CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
