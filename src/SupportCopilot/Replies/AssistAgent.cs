using SupportCopilot.Access.Languages;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Replies.Around;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Replies.Summaries;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage;

namespace SupportCopilot.Replies;

/// <summary>Gathers what an agent sees beside a ticket.</summary>
public sealed class AssistAgent
{
    private readonly ReadThread _read;
    private readonly ShowTriage _triage;
    private readonly TenantTerms _terms;
    private readonly FindArticles _articles;
    private readonly FindSimilarTickets _similar;
    private readonly SuggestReply _suggest;

    private readonly TellOutlook _outlook;
    private readonly FindRelated _related;
    private readonly ReadCustomer _customer;
    private readonly CustomerHistory _history;
    private readonly ProposeTemplates _templates;
    private readonly CutArticles _cut;
    private readonly AgentWords _say;
    private readonly AssistTurns _turns;

    internal AssistAgent(
        ReadThread read, ShowTriage triage, TenantTerms terms, FindArticles articles, FindSimilarTickets similar, SuggestReply suggest,
        TellOutlook outlook, FindRelated related, ReadCustomer customer, CustomerHistory history, ProposeTemplates templates, CutArticles cut, AgentWords say, AssistTurns turns)
    {
        (_read, _triage, _terms, _articles, _similar, _suggest) = (read, triage, terms, articles, similar, suggest);
        (_outlook, _related, _customer, _history, _templates, _cut, _say, _turns) = (outlook, related, customer, history, templates, cut, say, turns);
    }

    private const int ArticlesShown = 5;
    private const int SimilarShown = 5;
    private const int LongestExcerpt = 240;

    /// <returns>What to show; null when there is no such ticket or it is out of the caller's sight.</returns>
    public async Task<Assistance?> RunAsync(long ticketId, CancellationToken ct) =>
        await _read.RunAsync(ticketId, ct) is { } thread ? await _turns.TakeAsync(() => GatherAsync(thread, ct), ct) : null;

    /// <summary>The same by a ticket's id at its source.</summary>
    public async Task<Assistance?> RunAsync(string source, string externalId, CancellationToken ct) =>
        await _read.RunAsync(source, externalId, ct) is { } thread ? await _turns.TakeAsync(() => GatherAsync(thread, ct), ct) : null;

    private async Task<Assistance> GatherAsync(TicketThread thread, CancellationToken ct)
    {
        var weights = await _terms.WeightsAsync(ct);
        var concern = Concern.Of(thread);

        // The index searches on threads of its own, so the database is read beside it: one connection, one read after the other.
        var alike = _similar.BeginAsync(thread, concern, ct);
        var articles = _articles.Begin(concern, ct);
        var triage = await _triage.OfAsync(thread.Ticket, ct);
        var (risk, expected) = await _outlook.OfAsync(thread, ct);
        var others = await _customer.OfAsync(thread.Ticket, ct);
        var duplicates = await _related.DuplicatesAsync(thread, others, weights, ct);
        var problem = await _related.ProblemAsync(thread, concern, weights, ct);
        var customer = await _history.OfAsync(thread.Ticket, others, ct);

        var similar = await _similar.EndAsync(thread, alike, ct);
        var solved = similar.Select(ticket => ticket.Resolution).OfType<string>().Select(Resolution.Core).Where(words => words.Length > 0).ToList();
        var near = await _articles.EndAsync(articles, solved, ct);
        var reply = await _suggest.RunAsync(thread, concern, near, solved, AskedBefore.On(similar), weights, ct);
        return new Assistance(
            Card(thread),
            SummariseThread.Run(thread, weights, _say),
            triage,
            reply,
            [.. similar.Take(SimilarShown)],
            [.. near.Where(found => NearEnough.Is(found.Hit)).Take(ArticlesShown).Select(found => Shown(found, concern, weights))])
        {
            Cautions = thread.Cautions,
            Risk = risk,
            ExpectedResolution = expected,
            Duplicates = duplicates,
            Problem = problem,
            History = customer,
            Templates = await _templates.RunAsync(thread, concern, solved, reply, weights, ct),
        };
    }

    private static TicketCard Card(TicketThread thread)
    {
        var t = thread.Ticket;
        return new TicketCard(t.Id, t.Source, t.ExternalId, t.Subject, t.Status, t.CreatedAt, thread.Requester, thread.Assignee, thread.Group, t.Version);
    }

    private NearArticle Shown(FoundArticle found, Concern concern, TermWeights weights)
    {
        var article = found.Article;
        var best = FindPassages.In(_cut.Of(article), concern, weights).FirstOrDefault();
        var excerpt = Clip.To(Sentences.OneLine(best?.Quote ?? article.Body), LongestExcerpt);
        return new NearArticle(article.Id, article.Title, Math.Round(Nearness.Of(found.Hit), 2), article.Segment, article.Url, excerpt);
    }
}
