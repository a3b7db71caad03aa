using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Showing;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Reasons.Themes;

/// <summary>
/// Splits tickets into themes; each is in one at most. By the clusters that the caller may see; what is in none by its
/// subcategory where most have one, else grouped by likeness on the spot, else by category.
/// </summary>
internal sealed class FindThemes(SupportDbContext db, CurrentCaller caller, GroupByLikeness likeness)
{
    private const int Fewest = 2;             // tickets in both periods together: one ticket is no theme
    private const double MostHave = 0.7;      // of the tickets without a cluster
    private const double Telling = 0.4;       // of all tickets, by the largest themes
    private const int Counted = 6;            // themes that an answer shows
    private const int AtOnce = 500;
    private const int Many = 20_000;

    /// <param name="now">The tickets of the period.</param>
    /// <param name="before">Those of the period before; empty without one.</param>
    /// <param name="fixedTo">Dimensions that the question fixed: all tickets are alike in them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<ThemeGroup>> RunAsync(IReadOnlyList<SpokenTicket> now, IReadOnlyList<SpokenTicket> before, IReadOnlySet<string> fixedTo, CancellationToken ct)
    {
        var clusters = await ClustersAsync([.. now.Concat(before).Select(ticket => ticket.Id)], ct);
        var themes = Split<long>(now, before, ticket => clusters.TryGetValue(ticket.Id, out var cluster) ? (cluster.Id, cluster.Name) : null)
            .Select(group => new ThemeGroup(group.Name, "cluster", group.Now, group.Before) { ClusterId = group.Id }).ToList();

        List<SpokenTicket> Left(IReadOnlyList<SpokenTicket> all)
        {
            var taken = themes.SelectMany(theme => theme.Now.Concat(theme.Before)).Select(ticket => ticket.Id).ToHashSet();
            return [.. all.Where(ticket => !taken.Contains(ticket.Id))];
        }

        var (rest, restBefore) = (Left(now), Left(before));
        if (Names(rest, restBefore, ticket => ticket.Subcategory) && !fixedTo.Contains("subcategory"))
        {
            themes.AddRange(By("subcategory", rest, restBefore, ticket => ticket.Subcategory));
        }
        else if (rest.Count > 0)
        {
            themes.AddRange(await likeness.RunAsync(rest, restBefore, ct));
            (rest, restBefore) = (Left(now), Left(before));
            if (Names(rest, restBefore, ticket => ticket.Category) && !fixedTo.Contains("category")) themes.AddRange(By("category", rest, restBefore, ticket => ticket.Category));
        }

        foreach (var (dimension, name) in new (string, Func<SpokenTicket, string?>)[] { ("subcategory", ticket => ticket.Subcategory), ("category", ticket => ticket.Category) })
        {
            if (Covered(themes, now) >= Telling || fixedTo.Contains(dimension) || !Names([.. now], [.. before], name)) continue;
            var coarser = By(dimension, [.. now], [.. before], name).ToList();
            if (Covered(coarser, now) > Covered(themes, now) && coarser.Count > 1) themes = coarser;
        }

        return [.. themes.Where(theme => theme.Now.Count + theme.Before.Count >= Fewest).OrderByDescending(theme => theme.Now.Count).ThenBy(theme => theme.Name, StringComparer.Ordinal)];
    }

    private async Task<Dictionary<long, Cluster>> ClustersAsync(IReadOnlyList<long> tickets, CancellationToken ct)
    {
        var visible = await db.Clusters.AsNoTracking().VisibleTo(caller, db).Where(c => c.State != ClusterState.Gone && c.MergedIntoId == null).ToDictionaryAsync(c => c.Id, ct);
        var found = new Dictionary<long, Cluster>();
        if (visible.Count == 0) return found;
        if (tickets.Count > Many)
        {
            // Of most of a desk's tickets all members are read at once, instead of by thousands of statements.
            var wanted = tickets.ToHashSet();
            await foreach (var member in db.ClusterMembers.AsNoTracking().Select(m => new { m.TicketId, m.ClusterId }).AsAsyncEnumerable().WithCancellation(ct))
                if (wanted.Contains(member.TicketId) && visible.TryGetValue(member.ClusterId, out var cluster)) found[member.TicketId] = cluster;
            return found;
        }

        foreach (var some in tickets.Chunk(AtOnce))
            foreach (var member in await db.ClusterMembers.AsNoTracking().Where(m => some.Contains(m.TicketId)).Select(m => new { m.TicketId, m.ClusterId }).ToListAsync(ct))
                if (visible.TryGetValue(member.ClusterId, out var cluster)) found[member.TicketId] = cluster;
        return found;
    }

    /// <summary>Which part of the tickets the largest themes tell of: many small problems are told better by a coarser split.</summary>
    private static double Covered(IEnumerable<ThemeGroup> themes, IReadOnlyList<SpokenTicket> now) =>
        now.Count == 0 ? 1 : themes.Select(theme => theme.Now.Count).OrderDescending().Take(Counted).Sum() / (double)now.Count;

    private static bool Names(List<SpokenTicket> now, List<SpokenTicket> before, Func<SpokenTicket, string?> name)
    {
        var all = now.Concat(before).ToList();
        return all.Count > 0 && all.Count(ticket => !string.IsNullOrEmpty(name(ticket))) >= MostHave * all.Count;
    }

    private static IEnumerable<ThemeGroup> By(string dimension, List<SpokenTicket> now, List<SpokenTicket> before, Func<SpokenTicket, string?> name) =>
        Split<string>(now, before, ticket => name(ticket) is { Length: > 0 } known ? (known.ToLowerInvariant(), known) : null).Select(group => new ThemeGroup(group.Name, dimension, group.Now, group.Before));

    private static List<(TKey Id, string Name, List<SpokenTicket> Now, List<SpokenTicket> Before)> Split<TKey>(
        IReadOnlyList<SpokenTicket> now, IReadOnlyList<SpokenTicket> before, Func<SpokenTicket, (TKey Id, string Name)?> of) where TKey : notnull
    {
        var groups = new Dictionary<TKey, (TKey, string, List<SpokenTicket> Now, List<SpokenTicket> Before)>();
        foreach (var (ticket, isNow) in now.Select(ticket => (ticket, true)).Concat(before.Select(ticket => (ticket, false))))
        {
            if (of(ticket) is not var (id, name)) continue;
            if (!groups.TryGetValue(id, out var group)) groups[id] = group = (id, name, [], []);
            (isNow ? group.Now : group.Before).Add(ticket);
        }

        return [.. groups.Values];
    }
}
