using System.Text.Json;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.Jobs;

namespace ZendeskSimulator.Tickets;

/// <summary>Merges tickets into one.</summary>
internal static class MergeEndpoints
{
    public static IEnumerable<Line> Lines => [new("POST", "/api/v2/tickets/{id}/merge", Merge)];

    private static SimulatedAnswer Merge(Call call)
    {
        var asked = call.Body();
        var target = call.Ticket().Id;
        var sources = call.Body("ids").EnumerateArray().Select(id => id.GetInt64()).ToList();
        if (sources.Contains(target)) throw new Refused(SimulatedAnswer.Error(422, "InvalidMerge", "A ticket cannot be merged into itself"));
        var actor = call.Actor;
        var words = new MergeWords(
            Text(asked, "target_comment"), Text(asked, "source_comment"),
            asked.TryGetProperty("target_comment_is_public", out var t) && t.ValueKind is JsonValueKind.True,
            asked.TryGetProperty("source_comment_is_public", out var s) && s.ValueKind is JsonValueKind.True);
        return JobEndpoints.Accept(call, [new JobPart(target, "update", "Updated", account => MergeTickets.Apply(account, target, sources, words, actor))]);
    }

    private static string? Text(JsonElement asked, string name) => asked.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
