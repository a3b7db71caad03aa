using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running.Tallying;
using SupportCopilot.Questions.Segments;

namespace SupportCopilot.Questions.Running;

/// <summary>Tells the tickets behind figures.</summary>
internal interface ITicketsBehind
{
    /// <summary>The newest tickets of some groups and steps, those without a date last; and how many tickets there are in them.</summary>
    /// <param name="groups">The groups; null for all.</param>
    /// <param name="steps">The steps; null for all.</param>
    Task<(List<long> Newest, long Tickets)> BehindAsync(IReadOnlyCollection<GroupKey>? groups, IReadOnlyCollection<long>? steps);
}

/// <summary>The same of figures that were added up from segments: how many is known from the sums, the newest are looked for among the newest segments first.</summary>
internal sealed class SegmentsBehind(SegmentQuery query, IReadOnlyList<SegmentHead> concerned, RowTally all, RowTally changed, bool isMany, bool hasSteps, SegmentScan scan) : ITicketsBehind
{
    public async Task<(List<long> Newest, long Tickets)> BehindAsync(IReadOnlyCollection<GroupKey>? groups, IReadOnlyCollection<long>? steps)
    {
        var (newest, tickets) = await scan.NewestOfAsync(query, concerned, groups?.ToHashSet(), hasSteps ? steps?.ToHashSet() : null, isMany);
        var (newestChanged, ticketsChanged) = changed.NewestOf(groups, steps);
        newest.Add(newestChanged);
        return (newest.ToList(), isMany ? tickets + ticketsChanged : all.NewestOf(groups, steps).Tickets);
    }
}
