using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Access.Languages;
using SupportCopilot.Replies.Text;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Around;

/// <summary>
/// Finds tickets that are likely the same matter as one (the same customer, or a colleague, said much the same around the
/// same time), and the open problem it may belong to. Linking is the agent's to do.
/// </summary>
internal sealed class FindRelated(SupportDbContext db, CurrentCaller caller, AgentWords say)
{
    private static readonly TimeSpan Around = TimeSpan.FromDays(14);
    private const int MostLooked = 30;
    private const int MostShown = 3;
    private const int MostProblems = 20;
    private const double SameCustomerAlike = 0.45;   // cosine of terms by weight; a customer who writes again shortens what they said
    private const double ColleagueAlike = 0.65;
    private const double ProblemAlike = 0.3;         // problems are described by the desk, in other words than customers'

    public async Task<IReadOnlyList<DuplicateTicket>> DuplicatesAsync(TicketThread thread, CustomerTickets customer, TermWeights weights, CancellationToken ct)
    {
        var own = thread.Ticket;
        if (own.RequesterId is null || own.CreatedAt is not { } at) return [];
        var (from, to) = (at - Around, at + Around);
        var same = await customer.BetweenAsync(from, to, MostLooked, ct);
        var colleagues = own.OrganizationId is null ? [] : await Colleagues(own, from, to).Take(MostLooked).Select(AsLooked).ToListAsync(ct);
        List<Looked> all = [.. same.Select(t => new Looked(t.Id, t.Source, t.ExternalId, t.Subject, t.Status, own.RequesterId)), .. colleagues];
        if (all.Count == 0) return [];

        var words = await FirstWordsAsync(all, ct);
        var asked = Terms.Of($"{own.Subject}\n{thread.Turns.FirstOrDefault(turn => turn.By is AuthorKind.Requester)?.Text}");
        return
        [
            .. all.Select(ticket => (Ticket: ticket, Least: ticket.RequesterId == own.RequesterId ? SameCustomerAlike : ColleagueAlike))
                .Select(looked => (looked.Ticket, looked.Least, Alike: Alike(looked.Ticket, looked.Least))).Where(found => found.Alike >= found.Least)
                .OrderByDescending(found => found.Alike).Take(MostShown)
                .Select(found => new DuplicateTicket(
                    found.Ticket.Id, found.Ticket.Source, found.Ticket.ExternalId, SubjectLine.Clean(found.Ticket.Subject), found.Ticket.Status, Math.Round(found.Alike, 2),
                    found.Ticket.RequesterId == own.RequesterId ? say[$"The same customer said much the same."] : say[$"A colleague of the customer said much the same."])),
        ];

        double Alike(Looked ticket, double least) => Alikeness.Of(asked, ticket.Subject, words.GetValueOrDefault(ticket.Id), least, weights);
    }

    /// <summary>
    /// What the customer's organization wrote in a time besides the customer, the newest first. Each status is named and the order
    /// is not of the time alone, so that SQLite looks the organization's tickets up and does not walk through the whole desk's of those weeks.
    /// </summary>
    private IQueryable<Ticket> Colleagues(Ticket own, DateTime from, DateTime to) => db.Tickets.AsNoTracking().VisibleTo(caller.Visibility)
        .Where(t => t.Status == TicketStatus.New || t.Status == TicketStatus.Open || t.Status == TicketStatus.Pending || t.Status == TicketStatus.Hold || t.Status == TicketStatus.Solved || t.Status == TicketStatus.Closed)
        .Where(t => t.Id != own.Id && t.MergedInto == null && t.CreatedAt >= from && t.CreatedAt <= to)
        .Where(t => t.OrganizationId == own.OrganizationId && t.RequesterId != own.RequesterId)
        .OrderByDescending(t => t.CreatedAt != null).ThenByDescending(t => t.CreatedAt);

    /// <summary>The open problem whose words are nearest; null where none is near. Tickets of the type «problem» are what a desk gathers incidents under.</summary>
    public async Task<RelatedProblem?> ProblemAsync(TicketThread thread, Concern concern, TermWeights weights, CancellationToken ct)
    {
        if (concern.Context.Length == 0 || thread.Ticket.Type is "problem") return null;
        var problems = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility)
            .Where(t => t.Type == "problem" && t.Id != thread.Ticket.Id
                && (t.Status == TicketStatus.New || t.Status == TicketStatus.Open || t.Status == TicketStatus.Pending || t.Status == TicketStatus.Hold))
            .OrderByDescending(t => t.CreatedAt).Take(MostProblems).Select(AsLooked).ToListAsync(ct);
        if (problems.Count == 0) return null;
        var words = await FirstWordsAsync(problems, ct);
        var asked = Terms.Of(concern.Context);
        var (best, alike) = problems.Select(problem => (problem, Alikeness.Of(asked, problem.Subject, words.GetValueOrDefault(problem.Id), ProblemAlike, weights))).MaxBy(found => found.Item2);
        return alike < ProblemAlike ? null
            : new RelatedProblem(best.Id, best.Source, best.ExternalId, SubjectLine.Clean(best.Subject), best.Status, Math.Round(alike, 2), say[$"An open problem is described in much the same words."]);
    }

    private static readonly Expression<Func<Ticket, Looked>> AsLooked = t => new Looked(t.Id, t.Source, t.ExternalId, t.Subject, t.Status, t.RequesterId);

    /// <summary>What is looked at of a ticket: not all of its row, of which most is thrown away again.</summary>
    private sealed record Looked(long Id, string Source, string ExternalId, string Subject, string Status, long? RequesterId);

    private async Task<Dictionary<long, string>> FirstWordsAsync(List<Looked> tickets, CancellationToken ct)
    {
        var ids = tickets.ConvertAll(ticket => ticket.Id);
        var first = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.TicketId) && c.Position == 0 && c.IsPublic).Select(c => new { c.TicketId, c.Body }).ToListAsync(ct);
        return first.GroupBy(c => c.TicketId).ToDictionary(same => same.Key, same => same.First().Body);
    }
}

/// <summary>A ticket that is likely the same matter.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Status">new, open, pending, hold, solved or closed.</param>
/// <param name="Score">How alike the words are, 0–1.</param>
/// <param name="Because">Why it is shown.</param>
public sealed record DuplicateTicket(long Id, string Source, string ExternalId, string Subject, string Status, double Score, string Because);

/// <summary>An open problem that a ticket may belong to.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Source">Where it came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Status">new, open, pending or hold.</param>
/// <param name="Score">How alike the words are, 0–1.</param>
/// <param name="Because">Why it is shown.</param>
public sealed record RelatedProblem(long Id, string Source, string ExternalId, string Subject, string Status, double Score, string Because);
