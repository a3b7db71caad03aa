using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupportCopilot.Access;
using SupportCopilot.Access.Languages;
using SupportCopilot.Models;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Summaries.Modelled;

/// <summary>
/// Has a model summarise the part of a thread that is still going on, from its public messages. What it says is held against
/// them; internal notes are not told to it, and stand in the summary as the embedded way has them. The next step stays the
/// product's own: it follows from who spoke last, and needs no guess.
/// </summary>
public sealed class SummariseByModel
{
    private const string Task = "summary";
    private const int MostMessages = 20;
    private const int LongestMessage = 4_000;
    private const int MostTokens = 600;

    // The sidebar shows the embedded summary meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private static readonly ModelPrompt Prompt = ModelPrompt.Read(typeof(SummariseByModel).Assembly, "Replies.summary.v1", Task, 1);
    private static readonly ModelSchema Schema = ModelSchema.Strict("summary", new() { ["problem"] = Text(), ["done"] = Texts(), ["openQuestions"] = Texts() });
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };   // data in a request, never part of a page

    private readonly ReadThread _read;
    private readonly TenantTerms _terms;
    private readonly AskModel _models;
    private readonly CurrentTenant _tenant;
    private readonly AgentWords _say;

    internal SummariseByModel(ReadThread read, TenantTerms terms, AskModel models, CurrentTenant tenant, AgentWords say) =>
        (_read, _terms, _models, _tenant, _say) = (read, terms, models, tenant, say);

    /// <summary>Whether there is a model that summarises.</summary>
    public static async ValueTask<bool> CanBeAskedAsync(AskModel models, CancellationToken ct) => await models.ForAsync(Task, ct) is not null;

    /// <returns>The summary, by a model where its words stand in the thread, else by the embedded way; null where there is no such ticket or it is out of the caller's sight.</returns>
    public async Task<Summary?> RunAsync(long ticketId, CancellationToken ct)
    {
        if (await _read.RunAsync(ticketId, ct) is not { } thread) return null;
        var weights = await _terms.WeightsAsync(ct);
        var embedded = SummariseThread.Run(thread, weights, _say);
        if (embedded.Problem is null || !await CanBeAskedAsync(_models, ct)) return embedded;

        return await _models.RunAsync(RequestOf(thread), ct) is ModelResult<SummaryWords>.Answered { Value: var words }
            ? embedded with
            {
                Problem = words.Problem,
                Done = [.. words.Done, .. DeskActions.InNotes(thread, weights, _say)],
                OpenQuestions = words.OpenQuestions,
                Source = Summary.Modelled,
            }
            : embedded;
    }

    private ModelRequest<SummaryWords> RequestOf(TicketThread thread)
    {
        var messages = thread.Conversation.TakeLast(MostMessages).Select(turn => (ByDesk: turn.By is AuthorKind.Agent, Text: Cut(turn.Text))).ToList();
        var subject = thread.IsOther ? "" : Cut(thread.Ticket.Subject);
        var language = thread.Ticket.Effective.Language;
        var data = new JsonObject
        {
            ["language"] = language,
            ["subject"] = subject,
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["from"] = message.ByDesk ? "desk" : "customer", ["text"] = message.Text })]),
        }.ToJsonString(AsWritten);

        string?[] names = [thread.Requester, thread.Assignee];
        var passages = messages.Where(message => message.ByDesk).Select((message, i) => (Key: $"m{i}", message.Text)).ToDictionary(message => message.Key, message => message.Text);
        var sources = new AnswerSources(passages, string.Join('\n', [subject, .. messages.Where(message => !message.ByDesk).Select(message => message.Text), .. names.OfType<string>(), "customer desk agent support"]))
        {
            Instructions = Prompt.Text,
            CapitalsAreNames = language is not "de",   // there every noun has one
        };
        var read = new ReadSummary(sources, string.Join('\n', [subject, .. messages.Select(message => message.Text)]));
        return new(_tenant.Id, Prompt, data, Schema, read.Of)
        {
            TicketId = thread.Ticket.Id,
            Within = LongestWait,
            MostAnswerTokens = MostTokens,
            Names = [.. names.OfType<string>().Distinct()],
        };
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Texts() => new() { ["type"] = "array", ["items"] = Text() };

    private static string Cut(string text) => text.Length <= LongestMessage ? text : text[..(char.IsHighSurrogate(text[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];
}
