using System.Globalization;
using System.Text.Json;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Intercom;

/// <summary>What one notification says of a conversation.</summary>
/// <param name="State">The conversation as a ticket; null where the notification holds a part of it alone.</param>
/// <param name="Comments">The opening message and the parts that came with it.</param>
/// <param name="People">Who they are of.</param>
internal sealed record Conversation(IncomingTicket? State, IReadOnlyList<IncomingComment> Comments, IReadOnlyList<DeskPerson> People);

/// <summary>Reads Intercom's conversation model, that of its present API and the one before, as the notification carries it.</summary>
internal static class ReadConversation
{
    private const double BestRating = 5, WorstRating = 1;

    /// <summary>The conversation that an item is, or is a part of.</summary>
    public static string? IdOf(JsonElement item) => item.Id("conversation_id") ?? item.Child("conversation").Id("id") ?? (IsPart(item) ? null : item.Id("id"));

    public static Conversation Run(string id, JsonElement item)
    {
        var parts = IsPart(item) ? [item] : item.Items("conversation_parts").ToList();
        var opening = item.Child("source") is { ValueKind: JsonValueKind.Object } source ? source : item.Child("conversation_message");
        var comments = parts.Select(ReadPart.Run).Prepend(ReadPart.Opening(opening, item.Seconds("created_at"))).OfType<IncomingComment>().ToList();
        var authors = parts.Select(part => part.Child("author")).Prepend(opening.Child("author")).Select(ReadPart.Author).OfType<DeskPerson>().ToList();
        // Without a state it says nothing of the conversation itself.
        return new(IsPart(item) || StatusOf(item) is not { } status ? null : StateOf(id, item, opening, status, authors), comments, authors);
    }

    private static IncomingTicket StateOf(string id, JsonElement item, JsonElement opening, string status, List<DeskPerson> known)
    {
        var (figures, rating) = (item.Child("statistics"), item.Child("conversation_rating"));
        return new(TicketSource.Intercom, id)
        {
            IsFullState = true,
            Subject = SubjectOf(item, opening),
            Status = status,
            Channel = ChannelOf(opening.Text("type")),
            Requester = RequesterOf(item, known),
            Assignee = AssigneeOf(item, known),
            Group = item.Id("team_assignee_id") is { } team ? new(team, $"Intercom team {team}") : null,
            Given = new() { Priority = item.Text("priority") == "priority" ? "high" : null },
            CreatedAt = item.Seconds("created_at"),
            UpdatedAt = item.Seconds("updated_at"),
            FirstReplyAt = figures.Seconds("first_admin_reply_at"),
            FirstReplyMinutes = figures.Figure("time_to_admin_reply") is { } seconds ? (int)(seconds / 60) : null,
            SolvedAt = status == TicketStatus.Solved ? figures.Seconds("last_close_at") ?? item.Seconds("updated_at") : null,
            Reopens = (int?)figures.Figure("count_reopens"),
            SlaMet = item.Child("sla_applied").Text("sla_status") switch { "hit" => true, "missed" => false, _ => null },
            CsatOffered = rating.ValueKind is JsonValueKind.Object && rating.EnumerateObject().Any() ? true : null,
            Csat = rating.Figure("rating") is { } given and >= WorstRating and <= BestRating ? (given - WorstRating) / (BestRating - WorstRating) : null,
            Tags = [.. item.Items("tags").Select(tag => tag.Text("name")).OfType<string>().Select(TagOf).Where(tag => tag.Length > 0).Distinct()],
            Fields = FieldsOf(item.Child("custom_attributes")),
        };
    }

    private static string? StatusOf(JsonElement item) => item.Text("state") switch
    {
        "open" => TicketStatus.Open,
        "snoozed" => TicketStatus.Pending,
        "closed" => TicketStatus.Solved,
        _ => item.Flag("open") is { } isOpen ? isOpen ? TicketStatus.Open : TicketStatus.Solved : null,
    };

    private static string? SubjectOf(JsonElement item, JsonElement opening) =>
        (item.Text("title") ?? opening.Text("subject")) is { } subject && HtmlText.Of(subject).Replace('\n', ' ') is { Length: > 0 } text ? text : null;

    private static string? ChannelOf(string? type) => type is "conversation" ? "chat" : JsonReading.Word(type, 60);

    private static IncomingPerson? RequesterOf(JsonElement item, List<DeskPerson> known)
    {
        var contact = item.Items("contacts").FirstOrDefault() is { ValueKind: JsonValueKind.Object } first ? first : item.Child("user");
        return contact.Id("id") is { } id ? Known(id, known) ?? ReadPart.Person(contact, id) : known.Find(person => !person.IsAgent)?.Person;
    }

    private static IncomingPerson? AssigneeOf(JsonElement item, List<DeskPerson> known)
    {
        var assignee = item.Child("assignee");   // the model before: an object in the place of the id
        var id = item.Id("admin_assignee_id") ?? (assignee.Text("type") is "admin" ? assignee.Id("id") : null);
        return id is null or "0" ? null : Known(id, known) ?? ReadPart.Person(assignee, id);
    }

    private static IncomingPerson? Known(string id, List<DeskPerson> known) => known.Find(person => person.Person.ExternalId == id)?.Person;

    private static string TagOf(string name) => string.Join('_', name.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static Dictionary<string, string> FieldsOf(JsonElement attributes) => attributes.ValueKind is not JsonValueKind.Object ? []
        : attributes.EnumerateObject().Select(field => (field.Name, Value: ValueOf(field.Value))).Where(field => field.Value is not null)
            .DistinctBy(field => field.Name).ToDictionary(field => field.Name, field => field.Value!);

    private static string? ValueOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean().ToString(CultureInfo.InvariantCulture).ToLowerInvariant(),
        _ => null,
    };

    private static bool IsPart(JsonElement item) => item.Text("type") is "conversation_part";
}
