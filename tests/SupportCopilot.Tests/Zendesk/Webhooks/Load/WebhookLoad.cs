using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SupportCopilot.Tests.Zendesk.Webhooks.Load;

/// <summary>
/// Sends really signed webhooks at a steady rate, whatever becomes of those before. How long each takes is counted from when
/// it should have left, so that a server that stands still is not measured by the few that it let in.
/// </summary>
public sealed class WebhookLoad : IDisposable
{
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes(WebhookServer.Secret);

    private readonly HttpClient _client;
    private readonly int _tickets;
    private int _sent;

    /// <param name="address">Where the server is.</param>
    /// <param name="tickets">Of how many tickets the events speak.</param>
    public WebhookLoad(Uri address, int tickets)
    {
        _tickets = tickets;
        _client = new(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };   // as long as Zendesk waits
    }

    /// <summary>Sends so many a second for so long.</summary>
    public async Task<IReadOnlyList<Delivery>> RunAsync(int perSecond, TimeSpan time, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        var underWay = new List<Task<Delivery>>((int)(perSecond * time.TotalSeconds));
        for (var i = 0; i < perSecond * time.TotalSeconds && !ct.IsCancellationRequested; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            while (clock.Elapsed < due) await Task.Delay(1, CancellationToken.None);
            underWay.Add(DeliverAsync(Invocation(Interlocked.Increment(ref _sent)), clock, due));
        }

        return await Task.WhenAll(underWay);
    }

    /// <summary>Sends those again that were not taken, as Zendesk would, until each is.</summary>
    public async Task RepeatAsync(IEnumerable<Delivery> missed, CancellationToken ct)
    {
        var clock = Stopwatch.StartNew();
        await Parallel.ForEachAsync(missed, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct }, async (each, token) =>
        {
            for (var tries = 0; tries < 20 && !(await DeliverAsync(each.Invocation, clock, clock.Elapsed)).IsTaken; tries++) await Task.Delay(200, token);
        });
    }

    public void Dispose() => _client.Dispose();

    private async Task<Delivery> DeliverAsync(string invocation, Stopwatch clock, TimeSpan due)
    {
        var status = 0;
        try
        {
            using var request = RequestOf(invocation);
            using var answer = await _client.SendAsync(request, CancellationToken.None);
            status = (int)answer.StatusCode;
        }
        catch (Exception thrown) when (thrown is HttpRequestException or OperationCanceledException)   // nobody answered
        {
        }

        return new(invocation, status, (clock.Elapsed - due).TotalMilliseconds);
    }

    private HttpRequestMessage RequestOf(string invocation)
    {
        var ticket = 1 + int.Parse(invocation.AsSpan(invocation.LastIndexOf('-') + 1), CultureInfo.InvariantCulture) % _tickets;
        var body = $$"""{"account_id":1,"detail":{"id":"{{ticket}}","subject":"My order has not arrived","description":"I ordered it two weeks ago, and nobody tells me where it is.","status":"OPEN","priority":"NORMAL","tags":["shipping","web"],"updated_at":"2026-11-21T12:00:00Z"},"event":{"current":"OPEN","previous":"NEW","meta":{"sequence":{"id":"CE4A698AF24F35B3208649C6951E000E","position":1,"total":1} } },"event_version":1,"id":"{{invocation}}","subject":"zen:ticket:{{ticket}}","time":"2026-11-21T12:00:00Z","type":"zen:event-type:ticket.status_changed","zendesk_event_version":"2022-11-06"}""";
        var timestamp = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/zendesk/webhooks/default") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Zendesk-Webhook-Signature", Convert.ToBase64String(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes(timestamp + body))));
        request.Headers.Add("X-Zendesk-Webhook-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Zendesk-Webhook-Invocation-Id", invocation);
        return request;
    }

    private static string Invocation(int number) => $"{Environment.ProcessId}-{number}";
}

/// <summary>One webhook that was sent.</summary>
/// <param name="Invocation">Its id.</param>
/// <param name="Status">What was answered; 0 for nothing.</param>
/// <param name="Milliseconds">How long after it should have left.</param>
public sealed record Delivery(string Invocation, int Status, double Milliseconds)
{
    public bool IsTaken => Status is >= 200 and < 300;
}
