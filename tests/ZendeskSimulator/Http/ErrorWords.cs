using System.Text.Json;

namespace ZendeskSimulator.Http;

/// <summary>What an error says, for the results of a job.</summary>
internal static class ErrorWords
{
    public static (string Error, string Details) Of(SimulatedAnswer answer)
    {
        using var body = JsonDocument.Parse(answer.Body);
        var error = body.RootElement.GetProperty("error").GetString()!;
        if (error == "RecordNotFound") return ("TicketNotFound", "Ticket not found");
        var details = body.RootElement.TryGetProperty("details", out var fields)
            ? string.Join("; ", fields.EnumerateObject().SelectMany(f => f.Value.EnumerateArray()).Select(d => d.GetProperty("description").GetString()))
            : body.RootElement.GetProperty("description").GetString()!;
        return (error == "RecordInvalid" ? "TicketUpdateFailed" : error, details);
    }
}
