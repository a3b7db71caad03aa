using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Clusters.Showing;

/// <summary>Adds to clusters what is counted at the moment: size, growth, examples. Three queries, however many clusters there are.</summary>
internal static class CountClusters
{
    private const int Examples = 5;

    /// <summary>The clusters as people see them, in the order given.</summary>
    public static async Task<IReadOnlyList<ClusterDetail>> WithCountsAsync(this SupportDbContext db, IReadOnlyList<Cluster> clusters, DateTime now, CancellationToken ct)
    {
        if (clusters.Count == 0) return [];
        var ids = clusters.Select(c => c.Id).ToList();
        var counts = await CountAsync(db, ids, now, ct);
        var examples = await ExamplesAsync(db, ids, ct);
        var people = clusters.Select(c => c.DecidedBy).OfType<long>().Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return [.. clusters.Select(c => Detail(c, counts.GetValueOrDefault(c.Id) ?? Counts.None, examples[c.Id], c.DecidedBy is { } by ? names.GetValueOrDefault(by) : null))];
    }

    /// <summary>A ticket's subject line for a list; a ticket without one is called by its number.</summary>
    public static ClusterTicket Row(long id, string subject, double likeness) =>
        new(id, SubjectLine.Clean(subject) is { Length: > 0 } clean ? clean : $"Ticket {id}", Math.Round(likeness, 3));

    /// <summary>The members whose tickets are still there.</summary>
    public static IQueryable<MemberTicket> Living(this SupportDbContext db) =>
        db.ClusterMembers.Join(db.Tickets.Where(t => t.Status != TicketStatus.Deleted), m => m.TicketId, t => t.Id, (m, t) => new MemberTicket
        {
            ClusterId = m.ClusterId,
            TicketId = m.TicketId,
            Likeness = m.Likeness,
            Subject = t.Subject,
            CreatedAt = t.CreatedAt,
        });

    private static async Task<Dictionary<long, Counts>> CountAsync(SupportDbContext db, List<long> ids, DateTime now, CancellationToken ct)
    {
        var (week, twoWeeks) = (now.AddDays(-7), now.AddDays(-14));
        var rows = await db.Living().Where(m => ids.Contains(m.ClusterId)).GroupBy(m => m.ClusterId).Select(g => new
        {
            Id = g.Key,
            Size = g.Count(),
            First = g.Min(m => m.CreatedAt),
            Last = g.Max(m => m.CreatedAt),
            ThisWeek = g.Sum(m => m.CreatedAt > week && m.CreatedAt <= now ? 1 : 0),
            WeekBefore = g.Sum(m => m.CreatedAt > twoWeeks && m.CreatedAt <= week ? 1 : 0),
        }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Id, r => new Counts(r.Size, r.First, r.Last, r.ThisWeek, r.WeekBefore));
    }

    private static async Task<ILookup<long, MemberTicket>> ExamplesAsync(SupportDbContext db, List<long> ids, CancellationToken ct)
    {
        // One small query for each cluster of a page reads 5 rows; all members of all clusters would be tens of thousands.
        var found = new List<MemberTicket>();
        foreach (var id in ids)
            found.AddRange(await db.Living().Where(m => m.ClusterId == id).OrderByDescending(m => m.Likeness).ThenBy(m => m.TicketId).Take(Examples).ToListAsync(ct));
        return found.ToLookup(m => m.ClusterId);
    }

    private static ClusterDetail Detail(Cluster c, Counts counts, IEnumerable<MemberTicket> examples, string? decidedBy) =>
        new(c.Id, c.Name, c.State.ToString().ToLowerInvariant(), counts.Size, c.Version)
        {
            Terms = c.Terms.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            Resolution = c.Resolution,
            Examples = [.. examples.Select(m => Row(m.TicketId, m.Subject, m.Likeness))],
            NewThisWeek = counts.ThisWeek,
            NewTheWeekBefore = counts.WeekBefore,
            FirstTicketAt = counts.First,
            LastTicketAt = counts.Last,
            DecidedBy = decidedBy,
            DecidedAt = c.DecidedAt,
            RejectReason = c.RejectReason,
            ArticleId = c.ArticleId,
            MergedInto = c.MergedIntoId,
        };

    private sealed record Counts(int Size, DateTime? First, DateTime? Last, int ThisWeek, int WeekBefore)
    {
        public static Counts None { get; } = new(0, null, null, 0, 0);
    }
}

/// <summary>A member with what a list shows of its ticket.</summary>
internal sealed class MemberTicket
{
    public long ClusterId { get; init; }

    public long TicketId { get; init; }

    public double Likeness { get; init; }

    public string Subject { get; init; } = "";

    public DateTime? CreatedAt { get; init; }
}
