using SupportCopilot.Access;
using SupportCopilot.Clusters.Describing;
using SupportCopilot.Knowledge;
using SupportCopilot.Learning.Clustering;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Reasons.Themes;

/// <summary>
/// Groups tickets that no cluster holds by what is said in them, and names the groups: average link over the index's vectors, as
/// clusters are found, but over these tickets alone, so that nothing out of sight has a part in it.
/// </summary>
internal sealed class GroupByLikeness(SupportDbContext db, ISearchIndex index, CurrentTenant tenant)
{
    private const int Most = 4_000;     // average link is exact up to 5,000; the newest are grouped
    private const int Fewest = 3;       // tickets, below which likeness is chance
    private const int Named = 8;        // groups; the smaller ones nobody reads

    public async Task<IReadOnlyList<ThemeGroup>> RunAsync(IReadOnlyList<SpokenTicket> now, IReadOnlyList<SpokenTicket> before, CancellationToken ct)
    {
        var tickets = now.Take(Most / 2).Concat(before.Take(Most / 2)).ToDictionary(ticket => ticket.Id);
        if (tickets.Count < Fewest || await index.VectorsAsync(tenant.Id, SearchKind.Ticket, [.. tickets.Keys], ct) is not { Ids.Count: >= Fewest } found) return [];

        var vectors = new VectorSet(found.Values, found.Dimensions);
        vectors.Centre([.. found.Ids.Select(id => tickets[id].Language ?? "")]);
        var groups = FindGroups.Run(vectors, FindGroups.Cut, null, ct)
            .Zip(found.Ids).GroupBy(row => row.First, row => row.Second).Select(group => group.ToList())
            .Where(group => group.Count >= Fewest).OrderByDescending(group => group.Count).Take(Named).ToList();
        var described = await new DescribeGroups(db).RunAsync([.. groups.Select(group => (IReadOnlyList<long>)[.. group.Take(DescribeGroups.LookedAt)])], ct);

        var isNow = now.Select(ticket => ticket.Id).ToHashSet();
        return [.. groups.Zip(described, (group, about) => new ThemeGroup(about.Name.Name, "likeness",
            [.. group.Where(isNow.Contains).Select(id => tickets[id])], [.. group.Where(id => !isNow.Contains(id)).Select(id => tickets[id])]))];
    }
}
