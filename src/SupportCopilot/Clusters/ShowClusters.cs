using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Clusters.Showing;
using SupportCopilot.Storage;

namespace SupportCopilot.Clusters;

/// <summary>Shows the clusters in the caller's sight: those whose every ticket the caller may see.</summary>
public sealed class ShowClusters(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    /// <summary>Clusters, the largest first, and what to give as <paramref name="after"/> for more.</summary>
    /// <param name="state">Only those in this state; null for all but those that are gone.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is nothing that was given out.</exception>
    public async Task<(IReadOnlyList<ClusterDetail> Rows, string? Next)> ListAsync(ClusterState? state, int limit, string? after, CancellationToken ct)
    {
        var clusters = Visible.Where(c => state == null ? c.State != ClusterState.Gone : c.State == state);
        if (after is not null)
        {
            var (size, id) = Place<int>(after);
            clusters = clusters.Where(c => c.Size < size || (c.Size == size && c.Id > id));
        }

        var found = await clusters.OrderByDescending(c => c.Size).ThenBy(c => c.Id).Take(limit + 1).ToListAsync(ct);
        var next = found.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{found[limit - 1].Size}~{found[limit - 1].Id}") : null;
        return (await db.WithCountsAsync([.. found.Take(limit)], Now, ct), next);
    }

    /// <returns>One cluster; null when there is none of that number in the caller's sight.</returns>
    public async Task<ClusterDetail?> OneAsync(long id, CancellationToken ct) =>
        (await db.WithCountsAsync(await Visible.Where(c => c.Id == id).ToListAsync(ct), Now, ct)).SingleOrDefault();

    /// <summary>The tickets of a cluster, the most central first; null when there is no such cluster in the caller's sight.</summary>
    /// <exception cref="FormatException"><paramref name="after"/> is nothing that was given out.</exception>
    public async Task<(IReadOnlyList<ClusterTicket> Rows, string? Next)?> TicketsAsync(long id, int limit, string? after, CancellationToken ct)
    {
        if (!await Visible.AnyAsync(c => c.Id == id, ct)) return null;
        var members = db.Living().Where(m => m.ClusterId == id);
        if (after is not null)
        {
            var (likeness, ticket) = Place<double>(after);
            members = members.Where(m => m.Likeness < likeness || (m.Likeness == likeness && m.TicketId > ticket));
        }

        var found = await members.OrderByDescending(m => m.Likeness).ThenBy(m => m.TicketId).Take(limit + 1).ToListAsync(ct);
        var next = found.Count > limit ? string.Create(CultureInfo.InvariantCulture, $"{found[limit - 1].Likeness:R}~{found[limit - 1].TicketId}") : null;
        return ([.. found.Take(limit).Select(m => CountClusters.Row(m.TicketId, m.Subject, m.Likeness))], next);
    }

    private IQueryable<Cluster> Visible => db.Clusters.AsNoTracking().VisibleTo(caller, db);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static (T Value, long Id) Place<T>(string after) where T : IParsable<T> =>
        after.Split('~') is [var value, var id]
        && T.TryParse(value, CultureInfo.InvariantCulture, out var at) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            ? (at, last)
            : throw new FormatException("after is not a place in this list: give back the next of the page before.");
}
