using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Tests.Questions.Reasons;

/// <summary>A client of the hub that speaks SignalR's JSON protocol over a WebSocket.</summary>
internal sealed class QuestionsOverSignalR(WebSocket socket) : IAsyncDisposable
{
    private const char End = '\u001e';

    private readonly Queue<JsonElement> _messages = new();
    private string _rest = "";

    public static async Task<QuestionsOverSignalR> ConnectAsync(Product product, string? user, string roles = "analyst")
    {
        var client = ((TestServer)product.Services.GetRequiredService<IServer>()).CreateWebSocketClient();
        client.ConfigureRequest = request =>
        {
            if (user is not null) request.Headers.Authorization = $"Dev tenant={Product.Tenant};user={user};roles={roles}";
        };
        var hub = new QuestionsOverSignalR(await client.ConnectAsync(new Uri("ws://localhost/hubs/questions"), TestContext.Current.CancellationToken));
        await hub.SendAsync("""{"protocol":"json","version":1}""");
        var shaken = await hub.ReadAsync();
        Assert.False(shaken.TryGetProperty("error", out _), shaken.ToString());
        return hub;
    }

    public Task WatchAsync(string id) => SendAsync(JsonSerializer.Serialize(new { type = 4, invocationId = "1", target = "Watch", arguments = new[] { id } }));

    public async Task<JsonElement> NextAsync() => await NextOrEndAsync() ?? throw new InvalidOperationException("The stream ended.");

    /// <returns>The next item; null at the end of the stream.</returns>
    public async Task<JsonElement?> NextOrEndAsync()
    {
        while (true)
        {
            var message = await ReadAsync();
            switch (message.GetProperty("type").GetInt32())
            {
                case 2: return message.GetProperty("item");
                case 3: return message.TryGetProperty("error", out var error) ? throw new InvalidOperationException(error.GetString()) : null;
                case 7: throw new InvalidOperationException(message.ToString());
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var briefly = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        if (socket.State is WebSocketState.Open) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, briefly.Token);
        socket.Dispose();
    }

    private Task SendAsync(string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

    private async Task<JsonElement> ReadAsync()
    {
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        bounded.CancelAfter(TimeSpan.FromSeconds(20));
        var buffer = new byte[16 * 1024];
        while (_messages.Count == 0)
        {
            var read = await socket.ReceiveAsync(buffer, bounded.Token);
            if (read.MessageType is WebSocketMessageType.Close) throw new InvalidOperationException("The connection was closed.");
            var parts = (_rest + Encoding.UTF8.GetString(buffer, 0, read.Count)).Split(End);
            foreach (var part in parts.SkipLast(1)) _messages.Enqueue(JsonDocument.Parse(part).RootElement);
            _rest = parts[^1];
        }

        return _messages.Dequeue();
    }
}
