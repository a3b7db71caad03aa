using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>
/// Has a model rewrite a reply. It is given the reply, its sources and the wish, and none of the customer's words: nobody
/// outside can speak to it here.
/// </summary>
internal sealed class RewriteByModel(AskModel models, CurrentTenant tenant)
{
    // An agent waits beside the button; then what can be done without a model is better than nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private static readonly ModelPrompt Prompt = ModelPrompt.Read(typeof(RewriteByModel).Assembly, "Replies.rewrite.v2", "rewrite", 2);
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };   // data in a request, never part of a page

    /// <returns>The reply and the server that wrote it; where there is none, why: noModel or modelFailed.</returns>
    public async Task<ByModel> RunAsync(TicketThread thread, Draft draft, RewriteWish wish, CancellationToken ct)
    {
        if (await models.ForAsync(Prompt.Task, ct) is null) return new(null, null, "noModel");

        var request = new ModelRequest<Draft>(tenant.Id, Prompt, DataOf(thread, draft, wish), RewriteSchema.Of(draft), answer => ReadRewrite.Of(answer, draft, wish, NamesIn(thread)))
        {
            TicketId = thread.Ticket.Id,
            Within = LongestWait,
            Names = thread.Requester is { } name ? [name] : [],
            IsAnew = true,
        };
        return await models.RunAsync(request, ct) is ModelResult<Draft>.Answered { Value: var written, Use: var use } ? new(written, use.Server, "") { Prompt = use.Prompt } : new(null, null, "modelFailed");
    }

    /// <summary>What the reply calls people and the brand.</summary>
    private static IReadOnlyList<string> NamesIn(TicketThread thread) =>
        [.. new[] { ComposeReply.FirstName(thread.Requester), ComposeReply.FirstName(thread.Assignee) is null ? null : thread.Assignee!.Trim(), thread.Ticket.Brand }.OfType<string>().Where(name => name.Length > 1)];

    private static string DataOf(TicketThread thread, Draft draft, RewriteWish wish) => new JsonObject
    {
        ["wish"] = new JsonObject { ["tone"] = wish.Tone, ["length"] = wish.Length, ["language"] = wish.Language ?? draft.Language, ["instruction"] = wish.Instruction },
        ["tone"] = thread.Voice.ToneIn(wish.Language ?? draft.Language),
        ["customer"] = thread.Requester,
        ["reply"] = new JsonArray([.. draft.Parts.Select(part => new JsonObject { ["text"] = part.Text, ["cites"] = new JsonArray([.. part.Cites.Select(number => (JsonNode)number)]) })]),
        ["sources"] = new JsonArray([.. draft.Citations.Select(citation => new JsonObject { ["number"] = citation.Number, ["title"] = citation.Title, ["quote"] = citation.Quote })]),
    }.ToJsonString(AsWritten);
}

/// <summary>What a model made of a reply.</summary>
/// <param name="Draft">The reply; null where there is none.</param>
/// <param name="Server">Who wrote it.</param>
/// <param name="Because">Why there is none; empty where there is one.</param>
internal sealed record ByModel(Draft? Draft, string? Server, string Because)
{
    /// <summary>The prompt with its version.</summary>
    public string? Prompt { get; init; }
}
