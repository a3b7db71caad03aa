using System.Globalization;
using System.Text.Json;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>
/// What a webhook of Zendesk says, as far as it is believed: which ticket, and words for whoever looks into it later. The
/// ticket itself is read through the API.
/// </summary>
/// <param name="TicketId">The ticket's number, in digits.</param>
/// <param name="Kind">What happened, such as <c>ticket.status_changed</c>.</param>
/// <param name="EventId">The event's own id, where it has one.</param>
/// <param name="OccurredAt">When (UTC).</param>
/// <param name="Sequence">Its place among the events of one change.</param>
internal sealed record TicketNews(string TicketId, string Kind, string? EventId = null, DateTime? OccurredAt = null, string? Sequence = null)
{
    private const string EventType = "zen:event-type:";
    private const string Subject = "zen:ticket:";
    private const int LongestId = 19;   // of a 64-bit number
    private const int LongestKind = 60;

    /// <summary>Reads a webhook that is subscribed to events, or one of our own triggers (<c>zendesk-app/requirements.json</c>).</summary>
    /// <returns>Null where it speaks of no ticket.</returns>
    public static TicketNews? Of(JsonElement body) => body.ValueKind is not JsonValueKind.Object ? null
        : body.Text("type") is { } type && type.StartsWith(EventType, StringComparison.Ordinal) ? OfEvent(body, type[EventType.Length..])
        : Number(body, "ticket_id") is { } ticket ? new(ticket, KindOf(body.Text("event"))) : null;

    private static TicketNews? OfEvent(JsonElement body, string type)
    {
        if (!type.StartsWith("ticket.", StringComparison.Ordinal)) return null;
        var subject = body.Text("subject") is { } named && named.StartsWith(Subject, StringComparison.Ordinal) ? Digits(named[Subject.Length..]) : null;
        return (subject ?? Number(body.Child("detail"), "id")) is { } ticket ? new(ticket, KindOf(type), body.Text("id"), body.Instant("time"), SequenceOf(body)) : null;
    }

    /// <summary>Only a word of small letters goes on: whoever may write triggers could put a customer's words here.</summary>
    private static string KindOf(string? said) => JsonReading.Word(said, LongestKind) ?? "ticket.other";

    private static string? SequenceOf(JsonElement body)
    {
        var sequence = body.Child("event").Child("meta").Child("sequence");
        return sequence.Text("id") is { Length: <= 64 } id && id.All(char.IsAsciiLetterOrDigit)
            ? string.Create(CultureInfo.InvariantCulture, $"{id}/{Number(sequence, "position")}") : null;
    }

    private static string? Number(JsonElement of, string name) => of.Id(name) is { } id ? Digits(id) : null;

    private static string? Digits(string text) => text.Length is > 0 and <= LongestId && text.All(char.IsAsciiDigit) ? text : null;
}
