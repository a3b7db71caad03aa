using System.Text.Json;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>A thread of messages as a JSON array of objects: text, who wrote it, when, and whether the customer can read it.</summary>
internal sealed class ThreadCell(Func<string, DateTime?> readDate)
{
    private static readonly string[] Texts = ["text", "body", "plainbody", "htmlbody", "bodytext", "message", "content", "comment", "value"];
    private static readonly string[] Ids = ["id", "messageid", "commentid"];
    private static readonly string[] Dates = ["createdat", "created", "createdon", "date", "timestamp", "time", "sentat", "updatedat"];
    private static readonly string[] Authors = ["author", "from", "sender", "user", "name", "authorname", "email"];
    private static readonly string[] Roles = ["role", "authortype", "authorrole", "sendertype", "authorkind", "type", "direction", "sender", "from"];
    private static readonly string[] CustomerFlags = ["iscustomermessage", "iscustomer", "fromcustomer", "incoming", "inbound"];
    private static readonly string[] AgentFlags = ["isagent", "fromagent", "isstaff", "outgoing"];

    /// <returns>The messages in their order; null when the cell is no thread.</returns>
    public List<IncomingComment>? Read(string cell, IncomingPerson? requester, IncomingPerson? assignee)
    {
        if (!IsThread(cell)) return null;
        try
        {
            using var thread = JsonDocument.Parse(cell);
            var messages = new List<IncomingComment>();
            foreach (var item in thread.RootElement.EnumerateArray())
            {
                if (Read(item, messages.Count, requester, assignee) is { } message) messages.Add(message);
            }

            return messages.Select(message => message.ExternalId).Distinct().Count() == messages.Count
                ? messages
                : [.. messages.Select((message, i) => message with { ExternalId = i.ToString(System.Globalization.CultureInfo.InvariantCulture) })];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether a cell looks like a thread.</summary>
    public static bool IsThread(string cell) => cell.StartsWith('[') && cell[1..].TrimStart().StartsWith('{');

    private IncomingComment? Read(JsonElement item, int position, IncomingPerson? requester, IncomingPerson? assignee)
    {
        if (item.ValueKind is not JsonValueKind.Object) return null;
        var parts = new Dictionary<string, JsonElement>();
        foreach (var part in item.EnumerateObject()) parts.TryAdd(ColumnNames.Plain(part.Name), part.Value);

        var body = HtmlText.Of(First(parts, Texts) ?? "");
        if (body.Length == 0) return null;
        var author = Authors.Where(name => parts.TryGetValue(name, out _)).Select(name => PersonCell.Read(parts[name])).FirstOrDefault(person => person is not null);
        var kind = KindOf(parts, author, position, requester);
        author = author is null || IsRole(author.Name) ? kind switch { AuthorKind.Requester => requester, AuthorKind.Agent => assignee, _ => null } : author;
        var id = First(parts, Ids) is { Length: > 0 } said and not "0" ? said : position.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new IncomingComment(id, body, kind, author, IsPublic(parts), First(parts, Dates) is { } at && !Blank.Is(at) ? readDate(at) : null);
    }

    private static AuthorKind KindOf(Dictionary<string, JsonElement> parts, IncomingPerson? author, int position, IncomingPerson? requester)
    {
        if (First(parts, CustomerFlags) is { } customer && KnownValues.Flag(customer) is { } isCustomer) return isCustomer ? AuthorKind.Requester : AuthorKind.Agent;
        if (First(parts, AgentFlags) is { } agent && KnownValues.Flag(agent) is { } isAgent) return isAgent ? AuthorKind.Agent : AuthorKind.Requester;
        foreach (var role in Roles)
        {
            var word = parts.TryGetValue(role, out var value) ? value.ValueKind is JsonValueKind.Object && value.TryGetProperty("role", out var inner) ? FlatJson.Text(inner) : FlatJson.Text(value) : "";
            if (RoleOf(word) is { } kind) return kind;
        }

        if (author is not null && requester is not null) return author.ExternalId == requester.ExternalId ? AuthorKind.Requester : AuthorKind.Agent;
        return position == 0 ? AuthorKind.Requester : AuthorKind.Agent;
    }

    /// <summary>The capacity a word names; null where it names none.</summary>
    public static AuthorKind? RoleOf(string word) => word.Trim().ToLowerInvariant() switch
    {
        "customer" or "end-user" or "end_user" or "enduser" or "user" or "requester" or "client" or "visitor" or "contact" or "lead" or "kunde" or "incoming" or "inbound" or "human" => AuthorKind.Requester,
        "agent" or "admin" or "support" or "staff" or "assistant" or "representative" or "teammate" or "operator" or "mitarbeiter" or "outgoing" or "outbound" => AuthorKind.Agent,
        "system" or "bot" or "automation" or "trigger" => AuthorKind.System,
        _ => null,
    };

    private static bool IsRole(string name) => RoleOf(name) is not null;

    private static bool IsPublic(Dictionary<string, JsonElement> parts)
    {
        if (First(parts, ["public", "ispublic"]) is { } open && KnownValues.Flag(open) is { } isOpen) return isOpen;
        return First(parts, ["private", "isprivate", "internal", "isinternal"]) is not { } closed || KnownValues.Flag(closed) is not true;
    }

    private static string? First(Dictionary<string, JsonElement> parts, string[] names)
    {
        foreach (var name in names)
        {
            if (parts.TryGetValue(name, out var value) && FlatJson.Text(value) is { Length: > 0 } text) return text;
        }

        return null;
    }
}
