using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Replies.Writing;

/// <summary>
/// Makes the question for a model that writes a reply: the public conversation and the sources, as data. Internal notes and
/// other customers' tickets are not in it, so that they cannot come out of it.
/// </summary>
internal sealed class ReplyQuestions(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller)
{
    public const string Task = "reply";

    private const string English = "en";
    private const int MostMessages = 12;
    private const int LongestMessage = 4_000;
    private const int MostTokens = 700;

    // An agent reads while it comes; what is not whole by then gives way to the reply that is shown already.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(15);

    private static readonly ModelPrompt Prompt = ModelPrompt.Read(typeof(ReplyQuestions).Assembly, "Replies.reply.v2", Task, 2);
    private static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };   // data in a request, never part of a page

    public async Task<ReplyQuestion> AboutAsync(TicketThread thread, SuggestedReply suggested, CancellationToken ct)
    {
        var agent = caller.Value is { } person ? await db.People.Where(p => p.Id == person.PersonId).Select(p => p.Name).SingleOrDefaultAsync(ct) : null;
        var messages = thread.Conversation.TakeLast(MostMessages).Select(turn => (By: turn.By is AuthorKind.Agent ? "agent" : "customer", Text: Cut(turn.Text))).ToList();
        var voice = VoiceFor(thread, agent);
        var data = new JsonObject
        {
            ["language"] = thread.Ticket.Effective.Language,
            ["customer"] = thread.Requester,
            ["agent"] = agent,
            ["brand"] = thread.Ticket.Brand,
            ["voice"] = voice.AsJson(),
            ["subject"] = Cut(thread.Ticket.Subject),
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject { ["from"] = message.By, ["text"] = message.Text })]),
            ["sources"] = new JsonArray([.. suggested.Citations.Select(citation => new JsonObject { ["number"] = citation.Number, ["title"] = citation.Title, ["text"] = citation.Quote })]),
        }.ToJsonString(AsWritten);
        IReadOnlyList<string> said = [thread.Ticket.Subject, .. messages.Select(message => message.Text)];
        var spoken = SpokenOf(thread, suggested, said, agent, voice.Words);
        var check = new ReplyCheck(suggested.Citations, said, voice.Words, new(PassagesOf(suggested), "") { Instructions = Prompt.Text, Allowed = voice.Words }, words => thread.BrokenBy(words) is not null, spoken);
        var request = new ModelTextRequest(tenant.Id, Prompt, data, check.Piece)
        {
            TicketId = thread.Ticket.Id,
            Within = LongestWait,
            MostAnswerTokens = MostTokens,
            Pieces = ModelPieces.Words,
            Names = [.. new[] { thread.Requester, thread.Assignee, agent }.OfType<string>().Distinct()],
        };
        return new(request, suggested.Citations, thread.Ticket.Effective.Language, spoken) { Said = string.Join('\n', [.. said, .. voice.Words]) };
    }

    // Words are held against words of one language; the dictionaries and courtesies behind it are English.
    private static SpokenSentences? SpokenOf(TicketThread thread, SuggestedReply suggested, IReadOnlyList<string> said, string? agent, IReadOnlyList<string> voice)
    {
        var passages = PassagesOf(suggested);
        var isEnglish = thread.Ticket.Effective.Language is null or English && LanguageGuess.Judge(WordList.Of(string.Join('\n', passages.Values))).Code is English;
        return isEnglish ? new(new(passages, string.Join('\n', said)), new[] { thread.Requester, thread.Assignee, agent, thread.Ticket.Brand }.OfType<string>().Concat(voice)) : null;
    }

    private static Dictionary<string, string> PassagesOf(SuggestedReply suggested) =>
        suggested.Citations.ToDictionary(citation => citation.Number.ToString(CultureInfo.InvariantCulture), citation => $"{citation.Title}\n{citation.Quote}", StringComparer.Ordinal);

    /// <summary>The brand's own words with the names in them, so that none of its braces is left to the model.</summary>
    private static VoiceForModel VoiceFor(TicketThread thread, string? agent)
    {
        var language = thread.Ticket.Effective.Language;
        var (tone, greeting, closing, signature) = thread.Voice.SetFor(language);
        var phrases = thread.Voice.In(language);
        return new(tone, greeting is null ? null : ComposeReply.Greeting(thread.Requester, phrases), closing, signature is null ? null : ComposeReply.Signed(agent ?? thread.Assignee, phrases));
    }

    private static string Cut(string text) => text.Length <= LongestMessage ? text : text[..(char.IsHighSurrogate(text[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage)];
}
