using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Turns;

namespace SupportCopilot.Teams.Arriving;

/// <summary>The bot's one door.</summary>
internal static class MessagesEndpoint
{
    /// <summary>Teams' own activities stay far below; a larger body is nobody's message.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>Takes an activity of the Bot Framework. An invoke is answered in the response; messages are answered by the connector, and the response says that they were taken.</summary>
    internal static async Task<IResult> Post(HttpContext http, AdmitActivity admit, TurnsUnderWay turns, CancellationToken ct)
    {
        if (!IsJson(http.Request)) return Problem(StatusCodes.Status415UnsupportedMediaType, "An activity is sent as application/json.");
        if (admit.RefusalOf(http) is { } refusal) return Problem(StatusCodes.Status401Unauthorized, refusal);
        if (await ReadAsync(http.Request, ct) is not { } body) return Problem(StatusCodes.Status413PayloadTooLarge, $"An activity has at most {MostBytes / 1024} KB.");
        if (Parsed(body) is not { } activity) return Problem(StatusCodes.Status400BadRequest, "The body is no activity.");

        var admission = await admit.RunAsync(http, activity, ct);
        if (admission.Arrival is not { } arrival) return Problem(admission.Status, admission.Why!);
        return await turns.TakeAsync(arrival, ct);
    }

    private static bool IsJson(HttpRequest request) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase);

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > MostBytes) return null;
        var body = new MemoryStream();
        var part = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(part, ct)) > 0;)
        {
            if (body.Length + read > MostBytes) return null;
            body.Write(part, 0, read);
        }

        return body.ToArray();
    }

    private static Activity? Parsed(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, ProtocolJson.Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}
