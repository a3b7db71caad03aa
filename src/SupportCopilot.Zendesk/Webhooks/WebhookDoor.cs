using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>
/// What every webhook passes, whatever desk it comes from: size and kind, then the signature, then what it says, then the
/// disk. Only after the disk its sender hears that it was taken. Nothing of a body is ever logged.
/// </summary>
internal sealed partial class WebhookDoor(KnownSenders senders, KeepEvents keep, ILogger<WebhookDoor> log) : IDisposable
{
    // So many bodies may be in memory at once, a megabyte each at most. A desk's own requests take milliseconds each.
    private const int MostAtOnce = 512;

    private const string Refusal = "The signature does not hold, or it was not made now.";

    // A body that trickles would keep its place for minutes.
    private static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ComeAgain = TimeSpan.FromSeconds(5);   // under a minute, or Zendesk does not come again

    private readonly SemaphoreSlim _places = new(MostAtOnce, MostAtOnce);

    /// <summary>Lets a webhook in.</summary>
    /// <param name="http">The request.</param>
    /// <param name="source">The kind of desk whose door it is.</param>
    /// <param name="tenantKey">Whose door.</param>
    /// <param name="isSigned">Whether one of the sender's secrets signed the body.</param>
    /// <param name="read">What it says as an event of the tenant; null when it asks for nothing.</param>
    /// <param name="ct">The sender has gone.</param>
    public async Task<IResult> LetInAsync(
        HttpContext http, string source, string tenantKey, Func<ReadOnlyMemory<byte>, Sender, bool> isSigned, Func<JsonElement, ReadOnlyMemory<byte>, Sender, DeskEvent?> read, CancellationToken ct)
    {
        if (!ReadBody.IsJson(http.Request)) return Problem(StatusCodes.Status415UnsupportedMediaType, "A webhook is sent as application/json.");
        if (!await _places.WaitAsync(0, ct)) return NotNow(http);
        try
        {
            if (await BodyAsync(http, ct) is not { } body) return Problem(StatusCodes.Status413PayloadTooLarge, $"A webhook has at most {ReadBody.MostBytes / 1024} KB.");
            var sender = await senders.OfAsync(source, tenantKey, ct);
            // The signature is computed whoever the sender is, so that its time tells nothing about who is there.
            if (!isSigned(body, sender) | sender.TenantId == 0) return Problem(StatusCodes.Status401Unauthorized, Refusal);
            using var said = Parsed(body);
            if (said is null) return Problem(StatusCodes.Status400BadRequest, "The body is no JSON.");
            if (read(said.RootElement, body, sender) is not { } arrived) return TypedResults.Ok();
            return await keep.RunAsync(arrived, ct) ? TypedResults.Ok() : NotNow(http);
        }
        catch (Exception thrown) when (thrown is not (OperationCanceledException or BadHttpRequestException or IOException))
        {
            LogNotTaken(thrown);   // the database did not say who may send
            return NotNow(http);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose() => _places.Dispose();

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpContext http, CancellationToken ct)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(ct);
        reading.CancelAfter(LongestReading);
        try
        {
            return await ReadBody.RunAsync(http.Request, reading.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new BadHttpRequestException("The body came too slowly.", StatusCodes.Status408RequestTimeout);
        }
    }

    private static JsonDocument? Parsed(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult NotNow(HttpContext http)
    {
        http.Response.Headers.RetryAfter = ((int)ComeAgain.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Problem(StatusCodes.Status503ServiceUnavailable, "It could not be kept now; send it again.");
    }

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);

    [LoggerMessage(Level = LogLevel.Error, Message = "A webhook could not be taken; its sender was asked to come again")]
    private partial void LogNotTaken(Exception thrown);
}
