using System.ClientModel;
using System.ClientModel.Primitives;
using System.Globalization;
using System.Text.Json;
using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>
/// Makes of whatever the SDK throws one exception that says how the server failed and nothing else: the SDK's own messages
/// quote the server's body, which may quote the ticket.
/// </summary>
internal static class Failures
{
    public static ModelServerException Of(Exception failed) => failed switch
    {
        ModelServerException known => known,
        ClientResultException { Status: > 0 } answered => OfStatus(answered.Status, answered.GetRawResponse()),
        ClientResultException or HttpRequestException or IOException => new(ModelFailure.Unavailable, "The model server could not be reached, or broke off."),
        Azure.Identity.AuthenticationFailedException => new(ModelFailure.Rejected, "Microsoft Entra gave no token for the model server."),
        // The SDK reads the body as it goes, and throws whatever its reader throws.
        _ => new(ModelFailure.Unavailable, $"The model server answered what is nothing of what was asked ({failed.GetType().Name})."),
    };

    private static ModelServerException OfStatus(int status, PipelineResponse? response)
    {
        var failure = status switch
        {
            402 => ModelFailure.Quota,
            429 => IsSpent(response) ? ModelFailure.Quota : ModelFailure.Busy,
            408 or >= 500 => ModelFailure.Unavailable,
            400 when IsFiltered(response) => ModelFailure.Refused,
            _ => ModelFailure.Rejected,
        };
        var words = failure switch
        {
            ModelFailure.Refused => "The model server's filter refused the question.",
            ModelFailure.Quota => $"The model server answered {status}: its quota is spent.",
            _ => $"The model server answered {status}.",
        };
        return new ModelServerException(failure, words, status, RetryAfter(response));
    }

    // Azure's filter before the model answers 400 with this code.
    private static bool IsFiltered(PipelineResponse? response) => Says(response, "content_filter");

    // Too much in a minute passes by itself; a spent quota waits for its month, or for somebody who pays.
    private static bool IsSpent(PipelineResponse? response) => Says(response, "insufficient_quota") || Says(response, "billing_hard_limit_reached");

    private static bool Says(PipelineResponse? response, string word)
    {
        try
        {
            using var body = JsonDocument.Parse(response?.Content.ToMemory() ?? default);
            return body.RootElement.TryGetProperty("error", out var error) && error.ValueKind is JsonValueKind.Object
                && (Is(error, "code", word) || Is(error, "type", word));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)   // no such body: it does not say so
        {
            return false;
        }
    }

    private static bool Is(JsonElement error, string name, string word) => error.TryGetProperty(name, out var said) && said.ValueKind is JsonValueKind.String && said.ValueEquals(word);

    private static TimeSpan? RetryAfter(PipelineResponse? response)
    {
        if (response is null) return null;
        if (response.Headers.TryGetValue("retry-after-ms", out var ms) && double.TryParse(ms, CultureInfo.InvariantCulture, out var milliseconds)) return Bounded(milliseconds / 1000);
        if (!response.Headers.TryGetValue("Retry-After", out var text) || text is null) return null;
        if (double.TryParse(text, CultureInfo.InvariantCulture, out var seconds)) return Bounded(seconds);

        // A date counts from the server's own clock, which stands beside it.
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var until) && response.Headers.TryGetValue("Date", out var date)
            && DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out var now) ? Bounded((until - now).TotalSeconds) : null;
    }

    // Nobody waits for more than a day, whatever a server says.
    private static TimeSpan? Bounded(double seconds) => seconds is >= 0 and <= 86_400 ? TimeSpan.FromSeconds(seconds) : null;
}
