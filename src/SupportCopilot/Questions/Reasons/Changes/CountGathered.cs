using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Reasons.Changes;

/// <summary>Splits the difference in a number of tickets that were chosen by what is said in them, which no statement can count.</summary>
internal sealed class CountGathered(SupportDbContext db)
{
    public async Task<ChangeByDimension?> RunAsync(string dimension, IReadOnlyList<SpokenTicket> now, IReadOnlyList<SpokenTicket> before, CancellationToken ct)
    {
        Func<SpokenTicket, string?>? of = dimension switch
        {
            "category" => ticket => ticket.Category,
            "subcategory" => ticket => ticket.Subcategory,
            "channel" => ticket => ticket.Channel,
            "product" => ticket => ticket.Product,
            "priority" => ticket => ticket.Priority,
            "language" => ticket => ticket.Language,
            "organization" => By(await db.Organizations.AsNoTracking().ToDictionaryAsync(o => o.Id, o => o.Name, ct), ticket => ticket.OrganizationId),
            "group" => By(await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, ct), ticket => ticket.GroupId),
            _ => null,
        };
        if (of is null) return null;

        var (here, there) = (Count(now, of), Count(before, of));
        return here.Keys.Union(there.Keys).Count() < 2 ? null : SplitChange.Sum(dimension, here, there, new ChangedFigure(now.Count, now.Count, []), new ChangedFigure(before.Count, before.Count, []));
    }

    private static Func<SpokenTicket, string?> By(Dictionary<long, string> names, Func<SpokenTicket, long?> id) => ticket => id(ticket) is { } known ? names.GetValueOrDefault(known) : null;

    private static Dictionary<string, ChangedFigure> Count(IReadOnlyList<SpokenTicket> tickets, Func<SpokenTicket, string?> of) =>
        tickets.GroupBy(ticket => of(ticket) ?? "", StringComparer.OrdinalIgnoreCase).ToDictionary(same => same.Key, same => new ChangedFigure(same.Count(), same.Count(), []), StringComparer.OrdinalIgnoreCase);
}
