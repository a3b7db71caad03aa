using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;
using SupportCopilot.Tests.Kills.Harness;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>The line between the product, in a process of its own, and the simulated account in this one; whoever listens on it sees each request at each stage.</summary>
public sealed class DeskLine : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly SimulatedZendesk _zendesk;

    private DeskLine(WebApplication server, SimulatedZendesk zendesk) => (_server, _zendesk) = (server, zendesk);

    public string BaseUrl => _server.Urls.First();

    /// <summary>What happens at each stage of a request; false cuts the line there.</summary>
    public Func<Stage, HttpRequest, Task<bool>> At { get; set; } = (_, _) => Task.FromResult(true);

    public static async Task<DeskLine> StartAsync(SimulatedZendesk zendesk)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var server = builder.Build();
        var line = new DeskLine(server, zendesk);
        server.Run(line.CarryAsync);
        await server.StartAsync();
        return line;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task CarryAsync(HttpContext context)
    {
        using var request = await ReadAsync(context.Request);
        if (!await At(Stage.OnItsWay, context.Request))
        {
            context.Abort();
            return;
        }

        using var answer = await _zendesk.SendAsync(request, CancellationToken.None);   // whoever asked may be dead by now: it is applied all the same
        if (!await At(Stage.Arrived, context.Request))
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers)) context.Response.Headers[name] = values.ToArray();
        var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None);
        if (body.Length > 0) await context.Response.Body.WriteAsync(body, CancellationToken.None);
        await context.Response.CompleteAsync();
        await At(Stage.Answered, context.Request);
    }

    private static async Task<HttpRequestMessage> ReadAsync(HttpRequest from)
    {
        using var body = new MemoryStream();
        await from.Body.CopyToAsync(body, CancellationToken.None);
        var request = new HttpRequestMessage(new HttpMethod(from.Method), from.GetEncodedUrl()) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in from.Headers)
            if (!request.Headers.TryAddWithoutValidation(name, values.ToArray())) request.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
        return request;
    }
}
