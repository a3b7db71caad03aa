using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Models;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Triage.Modelled;

/// <summary>What a model is asked about one ticket.</summary>
/// <param name="Request">The question.</param>
/// <param name="Server">Who is thought to answer it; another does where that one fails.</param>
/// <param name="Hash">A hash of all that the answer depends on: server, model, prompt, lists and words.</param>
/// <param name="Parts">Its parts, of which a question about several tickets is made.</param>
internal sealed record TriageQuestion(ModelRequest<ModelledTriage> Request, string Server, long Hash, TriageParts Parts)
{
    /// <summary>What the router calls it.</summary>
    public const string Task = "triage";

    // What a ticket is about stands at its beginning, how it goes at its end; a pasted log in between only costs.
    private const int LongestMessage = 4_000;
    private const int LongestTicket = 12_000;

    private static readonly ModelPrompt Prompt = ModelPrompt.Read(typeof(TriageQuestion).Assembly, "Triage.triage.v1", Task, 1);

    // Words in any script cost one token, not six; the text is data in a request and never part of a page.
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The question about a ticket.</summary>
    /// <param name="tenantId">Whose it is.</param>
    /// <param name="server">Who is asked.</param>
    /// <param name="text">The ticket's words.</param>
    /// <param name="taxonomy">The tenant's lists.</param>
    /// <param name="given">What the desk or a person said; a given category narrows the lists.</param>
    public static TriageQuestion Of(int tenantId, ModelServer server, TicketText text, Taxonomy taxonomy, TriageValues given)
    {
        var schema = TriageSchema.Of(taxonomy, given.Category);
        var parts = new TriageParts(Ticket(text).ToJsonString(AsWritten), Subcategories(taxonomy, given.Category).ToJsonString(AsWritten), string.Join('\n', text.Messages.Select(message => message.Text).Prepend(text.Subject)), taxonomy, given.Category);
        var data = $"{{\"subcategoriesOf\":{parts.Lists},\"ticket\":{parts.Ticket}}}";
        var request = new ModelRequest<ModelledTriage>(tenantId, Prompt, data, schema, answer => ReadTriageAnswer.Of(answer, taxonomy, given.Category));
        return new TriageQuestion(request, server.Name, HashOf(server, data, schema), parts);
    }

    private static JsonObject Subcategories(Taxonomy taxonomy, string? givenCategory)
    {
        var lists = new JsonObject();
        if (!TriageSchema.FieldsOf(taxonomy, givenCategory).Contains(TriageField.Subcategory)) return lists;
        foreach (var category in TriageSchema.Values(taxonomy, TriageField.Category, givenCategory))
            if (taxonomy.Values(TriageField.Subcategory, category) is { Count: > 0 } values) lists[category] = List(values.Select(value => (JsonNode)value));
        return lists;
    }

    private static JsonObject Ticket(TicketText text)
    {
        var messages = Kept([.. text.Messages.Where(message => message.Author is not AuthorKind.System)])
            .Select(message => new JsonObject { ["from"] = message.Author is AuthorKind.Agent ? "agent" : "customer", ["text"] = Cut(message.Text) });
        return new JsonObject { ["subject"] = Cut(text.Subject), ["messages"] = List(messages) };
    }

    /// <summary>The first message, and as many of the last as there is room for.</summary>
    private static List<TicketMessage> Kept(List<TicketMessage> messages)
    {
        var room = LongestTicket;
        var kept = new List<TicketMessage>();
        foreach (var message in messages.Take(1).Concat(messages.Skip(1).Reverse()))
        {
            room -= Math.Min(message.Text.Length, LongestMessage);
            if (room < 0) break;
            kept.Add(message);
        }

        return [.. kept.Take(1), .. kept.Skip(1).Reverse()];
    }

    // Half a surrogate pair is no text, and JSON would refuse it.
    private static string Cut(string text) => text.Length <= LongestMessage ? text : text[..(char.IsHighSurrogate(text[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];

    private static JsonArray List(IEnumerable<JsonNode> nodes) => new([.. nodes]);

    private static long HashOf(ModelServer server, string data, ModelSchema schema) =>
        BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', server.Name, server.Model, Prompt.Name, schema.Json.GetRawText(), data))));
}

/// <summary>What a question about a ticket is made of.</summary>
/// <param name="Ticket">The ticket, as JSON.</param>
/// <param name="Lists">The subcategories of each category, as JSON.</param>
/// <param name="Words">All that was written, as it was.</param>
/// <param name="Taxonomy">The tenant's lists.</param>
/// <param name="GivenCategory">The category that the desk gave; null where it gave none.</param>
internal sealed record TriageParts(string Ticket, string Lists, string Words, Taxonomy Taxonomy, string? GivenCategory);
