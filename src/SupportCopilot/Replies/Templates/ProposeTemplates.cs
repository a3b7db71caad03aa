using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Templates;

/// <summary>
/// Finds the prepared answers that fit a ticket: by what agents sent to tickets like it, by the words of both, and by its
/// category. None is applied; where the suggested reply is silent, or agents sent something else, it is said.
/// </summary>
internal sealed class ProposeTemplates(TenantTemplates templates, PlaceholderValues values, KeepProposals keep)
{
    private const int Most = 3;
    private const double Least = 0.35;
    private const double LeastBeside = 0.45;    // beside a cited reply what fits less is noise
    private const double LeastInstead = 0.6;    // before a cited reply

    /// <param name="thread">The ticket.</param>
    /// <param name="concern">What the customer waits to hear.</param>
    /// <param name="history">The desk's replies that solved tickets like this one.</param>
    /// <param name="reply">What was suggested.</param>
    /// <param name="weights">How telling each term is.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<ProposedTemplate>> RunAsync(
        TicketThread thread, Concern concern, IReadOnlyList<string> history, SuggestedReply reply, TermWeights weights, CancellationToken ct)
    {
        if (concern.IsEmpty || concern.IsSettled || thread.IsDone) return [];
        var fits = new FitOfTemplate(concern, history, thread.Ticket.Effective.Category, weights);
        var language = thread.Ticket.Effective.Language;
        var best = (await templates.ForCallerAsync(ct))
            .Where(one => language is null || one.Template.Language is null || one.Template.Language == language)
            .Select(one => (One: one, Fit: fits.Of(one))).Where(found => found.Fit.Score >= (reply.Text is null ? Least : LeastBeside))
            .OrderByDescending(found => found.Fit.Score).ThenBy(found => found.One.Template.Id).Take(Most).ToList();
        var proposed = new List<ProposedTemplate>();
        if (best.Count > 0)
        {
            var names = await values.OfAsync(thread, ct);
            proposed.AddRange(best.Select(found => Filled(found.One, found.Fit, names, Instead(found.Fit.Score, reply))));
        }

        if (reply.Text is null && proposed.Count < Most && !thread.IsAnswered) proposed.Add(BuiltIn(thread, concern, instead: proposed.Count == 0 && reply.Ask is null));
        return await keep.RunAsync(thread.Ticket, [.. proposed.Where(one => thread.BrokenBy(one.Text) is null)], ct);
    }

    private static bool Instead(double score, SuggestedReply reply) => reply.Text is null ? reply.Ask is null : score >= LeastInstead && score > (reply.Confidence ?? 1);

    private static ProposedTemplate Filled(PreparedTemplate one, TemplateFit fit, IReadOnlyDictionary<string, string?> names, bool instead)
    {
        var (text, blanks) = Placeholders.Fill(one.Template.Text, names);
        var kind = one.Template.Source == ReplyTemplate.Own ? ProposedTemplate.Own : ProposedTemplate.Macro;
        return new ProposedTemplate(one.Id, kind, one.Template.Title, text, Math.Round(fit.Score, 2), fit.Because)
        {
            Tone = one.Template.Tone,
            Language = one.Template.Language,
            Times = fit.Times,
            Of = fit.Of,
            FitsBetter = instead,
            Blanks = blanks,
            Effects = TemplateJson.Read(one.Template.Effects),
        };
    }

    private static ProposedTemplate BuiltIn(TicketThread thread, Concern concern, bool instead)
    {
        var (category, language, body) = BuiltInTemplates.Of(thread.Ticket.Effective.Category, thread.Ticket.Effective.Language);
        var phrases = thread.Voice.In(language);
        var thanks = ComposeReply.Thanks(thread, concern, phrases);
        var text = ComposeReply.Letter(ComposeReply.Greeting(thread.Requester, phrases), thanks, body, ComposeReply.Signed(thread, phrases));
        return new ProposedTemplate($"builtin/{category}", ProposedTemplate.BuiltIn, category, text, FitOfTemplate.ForCategory, "category")
        {
            Tone = thanks == phrases.Thanks ? thread.Voice.ToneIn(language) : ReplyTone.Apologetic,
            Language = language,
            FitsBetter = instead,
        };
    }
}

/// <summary>How well a prepared answer fits.</summary>
/// <param name="Score">0–1.</param>
/// <param name="Because">used, words or category: what speaks for it most.</param>
/// <param name="Times">How many alike tickets were answered with it.</param>
/// <param name="Of">How many alike tickets have an answer.</param>
internal sealed record TemplateFit(double Score, string Because, int Times, int Of);

/// <summary>
/// Weighs a prepared answer against a ticket. Three things speak for it, and each makes the doubt that the others leave
/// smaller. Cost: linear in the terms of the answer and of the alike tickets' replies.
/// </summary>
internal sealed class FitOfTemplate(Concern concern, IReadOnlyList<string> history, string? category, TermWeights weights)
{
    /// <summary>What a category alone says.</summary>
    public const double ForCategory = 0.3;

    private const double ForOwnCategory = 0.4;      // somebody here said that it is for these
    private const double SaysTheSame = 0.7;         // share of an answer's telling words that a reply holds: agents change names and add a line
    private const int FewestTerms = 3;              // fewer words are in too many replies
    private const double WholeCosine = 0.5;         // as alike as a question and its answer get
    private const double TrustInWords = 0.8;

    private readonly HashSet<string> _context = Terms.Of(concern.Context);
    private readonly List<HashSet<string>> _replies = [.. history.Select(Terms.Of).Where(terms => terms.Count > 0)];

    public TemplateFit Of(PreparedTemplate one)
    {
        var times = one.Says.Count < FewestTerms ? 0 : _replies.Count(reply => weights.Share(one.Says, reply) >= SaysTheSame);
        var used = times / (_replies.Count + 1.0);   // one of one is no habit yet
        var words = TrustInWords * (weights.Share(one.Title, _context) + Math.Min(1, weights.Cosine(_context, one.All) / WholeCosine)) / 2;
        var kind = one.Template.Category is not { } meant ? 0 : meant == category ? ForOwnCategory : -1;
        if (kind < 0) return new TemplateFit(0, "category", 0, _replies.Count);
        var score = 1 - (1 - used) * (1 - words) * (1 - kind);
        return new TemplateFit(score, used >= words && used > 0 && used >= kind ? "used" : words >= kind ? "words" : "category", times, _replies.Count);
    }
}
