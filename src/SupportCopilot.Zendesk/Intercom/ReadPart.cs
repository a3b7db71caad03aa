using System.Text.Json;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Zendesk.Webhooks;

namespace SupportCopilot.Zendesk.Intercom;

/// <summary>Reads one message of a conversation: its opening or one of its parts.</summary>
internal static class ReadPart
{
    /// <summary>The id of the opening message, which is no part; a conversation has one.</summary>
    public const string OpeningId = "opening";

    /// <summary>In the place of words that were redacted. These marks are known when stored words are merged, so that an older notification does not bring the words back.</summary>
    public const string Redacted = "▇▇▇▇▇▇";

    /// <summary>The parts that the customer can read. All others are notes, and whatever kind is added one day is taken for a note until it is known.</summary>
    private static readonly HashSet<string> Public = ["comment", "quick_reply", "open", "close", "snoozed", "unsnoozed"];

    /// <summary>The message that began a conversation; null where it has no words.</summary>
    public static IncomingComment? Opening(JsonElement opening, DateTime? at) =>
        Words(opening) is { } body ? new(OpeningId, body, KindOf(opening.Child("author")), Author(opening.Child("author"))?.Person, IsPublic: true, at) : null;

    /// <summary>A part; null for one without words, such as an assignment.</summary>
    public static IncomingComment? Run(JsonElement part) => part.Id("id") is { } id && Words(part) is { } body
        ? new(id, body, KindOf(part.Child("author")), Author(part.Child("author"))?.Person, Public.Contains(part.Text("part_type") ?? ""), part.Seconds("created_at")) : null;

    /// <summary>Who wrote it; null for a machine or nobody.</summary>
    public static DeskPerson? Author(JsonElement author) => KindOf(author) is var kind and not AuthorKind.System && author.Id("id") is { } id
        ? new(Person(author, id), IsAgent: kind is AuthorKind.Agent) : null;

    /// <summary>A person; the id stands for a name that is not said, and replaces none.</summary>
    public static IncomingPerson Person(JsonElement person, string id) =>
        new(id, person.Text("name") is { Length: > 0 } name ? name : id, person.Text("email") is { Length: > 0 } email ? email : null);

    private static AuthorKind KindOf(JsonElement author) => author.Text("type") switch
    {
        "user" or "lead" or "contact" => AuthorKind.Requester,
        "admin" or "team" => AuthorKind.Agent,
        _ => AuthorKind.System,
    };

    private static string? Words(JsonElement message) => message.Flag("redacted") is true ? Redacted
        : message.Text("body") is { } body && HtmlText.Of(body) is { Length: > 0 } text ? text : null;
}
