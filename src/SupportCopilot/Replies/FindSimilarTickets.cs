using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Replies.Missing;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies;

/// <summary>Finds the tickets like one, those with a resolution first among equals. They are shown beside a reply and never enter it.</summary>
internal sealed class FindSimilarTickets(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, ISearchIndex index)
{
    private const int Looked = 20;
    private const int Most = 10;
    private const double LeastScore = 0.25;
    private const double ForResolution = 0.08;   // what a resolution is worth against nearness
    private const int AtOnce = 3;   // asked for four numbers or more, SQLite walks through all the tenant's tickets instead of looking each up: 19 ms of 100,000
    private const int LongestSubject = 120;

    /// <summary>Begins to look, so that something else can be done meanwhile.</summary>
    public Task<IReadOnlyList<SearchHit>> BeginAsync(TicketThread thread, Concern concern, CancellationToken ct) => concern.Context.Length == 0
        ? Task.FromResult<IReadOnlyList<SearchHit>>([])
        : index.SearchAsync(new SearchQuery(tenant.Id, SearchKind.Ticket, concern.Context, Looked)
        {
            Visibility = caller.Visibility,
            Except = new SearchKey(SearchKind.Ticket, thread.Ticket.Id),
        }, ct);

    /// <summary>What was found, as it stands in the database now.</summary>
    public async Task<IReadOnlyList<SimilarTicket>> EndAsync(TicketThread thread, Task<IReadOnlyList<SearchHit>> search, CancellationToken ct)
    {
        var (own, hits) = (thread.Ticket, await search);
        if (hits.Count == 0) return [];
        var near = hits.Where(hit => Nearness.Of(hit) >= LeastScore && hit.Key.Id != own.Id).ToDictionary(hit => hit.Key.Id, Nearness.Of);

        var best = await BestAsync(near, ct);
        var said = await SaidAsync([.. best.Select(t => t.Id)], ct);
        return
        [
            .. best.Select(t => new SimilarTicket(
                t.Id, t.Source, t.ExternalId, Subject(t, said[t.Id]), Math.Round(near[t.Id], 2), t.Status,
                IsDone(t) ? Resolution.Of(said[t.Id]) : null,
                own.RequesterId is not null && t.RequesterId == own.RequesterId)
            {
                Asked = IsDone(t) ? AskedFacts.By(said[t.Id]) : null,
            }),
        ];
    }

    /// <summary>The best of them, read from the nearest on until no other can be among them any more.</summary>
    private async Task<List<Seen>> BestAsync(Dictionary<long, double> near, CancellationToken ct)
    {
        var best = new List<Seen>();
        foreach (var next in near.OrderByDescending(hit => hit.Value).Select(hit => hit.Key).Chunk(AtOnce))
        {
            if (best.Count == Most && near[next[0]] + ForResolution < Worth(best[^1])) break;
            var (first, second, third) = (next[0], next[next.Length / 2], next[^1]);
            var read = await db.Tickets.AsNoTracking().VisibleTo(caller.Visibility).Where(t => t.Id == first || t.Id == second || t.Id == third)
                .Select(t => new Seen(t.Id, t.Source, t.ExternalId, t.Subject, t.Status, t.RequesterId)).ToListAsync(ct);
            best = [.. best.Concat(read).OrderByDescending(Worth).ThenBy(t => t.Id).Take(Most)];
        }
        return best;

        double Worth(Seen ticket) => near[ticket.Id] + (IsDone(ticket) ? ForResolution : 0);
    }

    private async Task<ILookup<long, Comment>> SaidAsync(List<long> ids, CancellationToken ct)
    {
        var comments = await db.Comments.AsNoTracking().Where(c => ids.Contains(c.TicketId) && c.IsPublic).OrderBy(c => c.Position).ToListAsync(ct);
        return comments.ToLookup(c => c.TicketId);
    }

    private static string Subject(Seen ticket, IEnumerable<Comment> said)
    {
        if (SubjectLine.Clean(ticket.Subject) is { Length: > 0 } subject) return subject;
        var first = said.FirstOrDefault(c => c.AuthorKind is AuthorKind.Requester);
        return first is null ? "" : Clip.To(Sentences.OneLine(MessageText.Clean(first.Body)), LongestSubject);
    }

    private static bool IsDone(Seen ticket) => ticket.Status is TicketStatus.Solved or TicketStatus.Closed;

    /// <summary>What is looked at of a ticket: not all of its row, of which most is thrown away again.</summary>
    private sealed record Seen(long Id, string Source, string ExternalId, string Subject, string Status, long? RequesterId);
}
