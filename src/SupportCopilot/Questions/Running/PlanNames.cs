using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>Goes between the names in plans and answers and our own numbers in the database.</summary>
public sealed class PlanNames(SupportDbContext db)
{
    /// <summary>The numbers behind the names in a plan's filters.</summary>
    internal async Task<NameIds> IdsAsync(Plan plan, CancellationToken ct)
    {
        var known = new Dictionary<(string, string), IReadOnlyList<long>>();
        foreach (var filter in plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).Where(filter => Catalog.Dimension(filter.Field).IsNamed))
        {
            foreach (var (id, name) in await NamedAsync(Catalog.Dimension(filter.Field).Kind, filter.Values, ct))
                known[(filter.Field, name)] = [.. known.GetValueOrDefault((filter.Field, name)) ?? [], id];
        }

        return new NameIds(known);
    }

    /// <summary>The names of groups, in the order of the dimensions; null for tickets without one.</summary>
    internal static async Task<Func<GroupKey, IReadOnlyList<string?>>> LabelsAsync(PlanCompiler compiler, QuestionConnection connection, IReadOnlyList<string> groupBy, IEnumerable<GroupKey> keys)
    {
        var all = keys.ToList();
        var names = new List<Func<object?, string?>>();
        for (var i = 0; i < groupBy.Count; i++)
        {
            var dimension = Catalog.Dimension(groupBy[i]);
            var place = i;
            names.Add(dimension.IsNamed ? await NamesAsync(compiler, connection, dimension.Kind, [.. all.Select(key => key.Values[place]).OfType<long>().Distinct()]) : key => Plain(dimension, key));
        }

        return key => [.. key.Values.Select((value, i) => names[i](value))];
    }

    private static string? Plain(Dimension dimension, object? key) => (dimension.Kind, key) switch
    {
        (_, null) => null,
        (DimensionKind.Weekday, long day) => CalendarNames.Weekdays[(int)day],
        (DimensionKind.HourOfDay, long hour) => CalendarNames.Hour(hour),
        _ => key.ToString(),
    };

    private async Task<List<(long Id, string Name)>> NamedAsync(DimensionKind kind, IReadOnlyList<string> names, CancellationToken ct)
    {
        var wanted = names.ToList();
        var found = kind switch
        {
            DimensionKind.Group => await db.Groups.Where(g => wanted.Contains(g.Name)).Select(g => new { g.Id, g.Name }).ToListAsync(ct),
            DimensionKind.Organization => await db.Organizations.Where(o => wanted.Contains(o.Name)).Select(o => new { o.Id, o.Name }).ToListAsync(ct),
            DimensionKind.Cluster => await db.Clusters.Where(c => wanted.Contains(c.Name)).Select(c => new { c.Id, c.Name }).ToListAsync(ct),
            _ => await db.People.Where(p => wanted.Contains(p.Name)).Select(p => new { p.Id, p.Name }).ToListAsync(ct),
        };
        return [.. found.Select(row => (row.Id, row.Name))];
    }

    private static async Task<Func<object?, string?>> NamesAsync(PlanCompiler compiler, QuestionConnection connection, DimensionKind kind, List<long> ids)
    {
        if (ids.Count == 0) return _ => null;
        var found = await connection.NamesAsync(compiler.Names(kind, ids));
        return key => key is long id ? found.GetValueOrDefault(id) ?? $"#{id}" : null;
    }
}
