using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Clusters.Describing;

/// <summary>What a cluster is about.</summary>
/// <param name="Name">Its name and the words that set it apart.</param>
/// <param name="Resolution">What solves it, as agents say; null where nothing recurs.</param>
internal sealed record ClusterDescription(ClusterName Name, string? Resolution);

/// <summary>Reads the most central tickets of clusters and tells what each is about, in words that are nobody's own.</summary>
internal sealed class DescribeGroups(SupportDbContext db)
{
    /// <summary>The most central tickets of a cluster tell what it is about; more only add its fringe.</summary>
    public const int LookedAt = 60;

    private const int SampledTickets = 3_000;   // for how common a word is on this desk
    private const int SampledArticles = 1_000;
    private const int IdsAtOnce = 500;

    /// <param name="groups">For each cluster its most central tickets, the most central first.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>A description for each, in order.</returns>
    public async Task<IReadOnlyList<ClusterDescription>> RunAsync(IReadOnlyList<IReadOnlyList<long>> groups, CancellationToken ct)
    {
        if (groups.Count == 0) return [];
        var words = new DeskWords();
        await SampleAsync(words, ct);
        var tickets = await ReadAsync([.. groups.SelectMany(group => group)], words, ct);
        return [.. groups.Select(group => Describe([.. group.Where(tickets.ContainsKey).Select(id => tickets[id])], words))];
    }

    private static ClusterDescription Describe(List<DescribedTicket> tickets, DeskWords words) =>
        new(NameCluster.Of(tickets, words), ProposeResolution.Of(tickets, words));

    /// <summary>What the desk's customers write at all, and what everybody may read.</summary>
    private async Task SampleAsync(DeskWords words, CancellationToken ct)
    {
        var openings = await db.Comments.AsNoTracking().Where(c => c.Position == 0 && c.IsPublic && c.AuthorKind == AuthorKind.Requester)
            .OrderByDescending(c => c.Id).Take(SampledTickets)
            .Join(db.Tickets, c => c.TicketId, t => t.Id, (c, t) => new { t.Id, t.RequesterId, t.Subject, c.Body }).ToListAsync(ct);
        foreach (var opening in openings) words.Customer(opening.RequesterId ?? -opening.Id, Particulars.Stripped($"{SubjectLine.Clean(opening.Subject)}\n{MessageText.Clean(opening.Body)}"));

        foreach (var article in await db.Articles.AsNoTracking().Where(a => a.IsPublished).OrderByDescending(a => a.Id).Take(SampledArticles).Select(a => a.Title + "\n" + a.Body).ToListAsync(ct))
            words.Official(article);
        foreach (var name in await db.Tickets.Where(t => t.Product != null).Select(t => t.Product).Distinct().ToListAsync(ct)) words.Official(name!);
        foreach (var name in await db.Tickets.Where(t => t.Brand != null).Select(t => t.Brand).Distinct().ToListAsync(ct)) words.Official(name!);
    }

    private async Task<Dictionary<long, DescribedTicket>> ReadAsync(IReadOnlyList<long> ids, DeskWords words, CancellationToken ct)
    {
        var found = new Dictionary<long, DescribedTicket>();
        foreach (var some in ids.Chunk(IdsAtOnce))
        {
            var tickets = await db.Tickets.AsNoTracking().Where(t => some.Contains(t.Id))
                .Select(t => new { t.Id, t.Subject, t.Status, t.RequesterId, t.AssigneeId, t.OrganizationId }).ToListAsync(ct);
            var comments = await db.Comments.AsNoTracking().Where(c => some.Contains(c.TicketId) && c.IsPublic).OrderBy(c => c.Position).ToListAsync(ct);
            var threads = comments.ToLookup(c => c.TicketId);
            var people = tickets.SelectMany(t => new[] { t.RequesterId, t.AssigneeId }).Concat(comments.Select(c => c.AuthorId)).OfType<long>().Distinct().ToList();
            foreach (var part in people.Chunk(IdsAtOnce))
                foreach (var name in await db.People.Where(p => part.Contains(p.Id)).Select(p => p.Name).ToListAsync(ct)) words.Person(name);
            var organizations = tickets.Select(t => t.OrganizationId).OfType<long>().Distinct().ToList();
            foreach (var name in await db.Organizations.Where(o => organizations.Contains(o.Id)).Select(o => o.Name).ToListAsync(ct)) words.Person(name);

            foreach (var t in tickets)
            {
                var thread = threads[t.Id].ToList();
                var isSolved = t.Status is TicketStatus.Solved or TicketStatus.Closed;
                var opening = thread.Find(c => c.AuthorKind is AuthorKind.Requester)?.Body;
                var ticket = found[t.Id] = new DescribedTicket(t.Id, t.RequesterId ?? -t.Id, t.Subject, opening is null ? "" : MessageText.Clean(opening))
                {
                    Reply = isSolved ? Resolution.WholeOf(thread) : null,
                };
                words.Customer(ticket.Customer, ticket.Words, counts: false);
                if (ticket.Reply is { } reply) words.Agent(Particulars.Stripped(reply));
            }
        }
        return found;
    }
}
