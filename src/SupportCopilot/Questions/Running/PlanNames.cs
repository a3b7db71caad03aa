using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>Goes between the names in plans and answers and our own numbers in the database.</summary>
public sealed class PlanNames(SupportDbContext db)
{
    /// <summary>The numbers behind the names in a plan's filters.</summary>
    internal async Task<NameIds> IdsAsync(Plan plan, CancellationToken ct)
    {
        var known = new Dictionary<(string, string), IReadOnlyList<long>>();
        foreach (var filter in plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).SelectMany(filter => filter.Each).Where(filter => Catalog.Dimension(filter.Field).IsNamed))
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
        (DimensionKind.PartOfWeek, long part) => part == 1 ? "weekend" : "weekday",
        (DimensionKind.HourOfDay, long hour) => CalendarNames.Hour(hour),
        _ => key.ToString(),
    };

    // Name by name: EF Core writes a list of texts into the statement, and with it people's names into the log.
    private async Task<List<(long Id, string Name)>> NamedAsync(DimensionKind kind, IReadOnlyList<string> names, CancellationToken ct)
    {
        var found = new List<(long, string)>();
        foreach (var name in names)
        {
            if (kind is DimensionKind.Agent or DimensionKind.Requester)
            {
                foreach (var id in await new FindPerson(db).RunAsync(kind, name, ct)) found.Add((id, name));
                continue;
            }

            var ids = kind switch
            {
                DimensionKind.Group => db.Groups.Where(g => g.Name == name).Select(g => g.Id),
                DimensionKind.Organization => db.Organizations.Where(o => o.Name == name).Select(o => o.Id),
                _ => db.Clusters.Where(c => c.Name == name).Select(c => c.Id),
            };
            foreach (var id in await ids.ToListAsync(ct)) found.Add((id, name));
        }

        return found;
    }

    /// <summary>Two people of one name are shown as questions name them.</summary>
    private static async Task TellApartAsync(PlanCompiler compiler, QuestionConnection connection, Dictionary<long, string> found)
    {
        var same = found.GroupBy(person => person.Value, StringComparer.OrdinalIgnoreCase).Where(named => named.Skip(1).Any()).ToList();
        if (same.Count == 0) return;
        var addresses = await connection.NamesAsync(compiler.Addresses(same.SelectMany(named => named.Select(person => person.Key))));
        foreach (var named in same)
        {
            if (named.Select(person => addresses.GetValueOrDefault(person.Key)).Distinct(StringComparer.OrdinalIgnoreCase).Take(2).Count() == 1 && addresses.ContainsKey(named.First().Key)) continue;
            foreach (var (id, name) in named.ToList()) found[id] = PeopleNamed.Shown(new NamedPerson(id, "", name, addresses.GetValueOrDefault(id)));
        }
    }

    private static async Task<Func<object?, string?>> NamesAsync(PlanCompiler compiler, QuestionConnection connection, DimensionKind kind, List<long> ids)
    {
        if (ids.Count == 0) return _ => null;
        var found = await connection.NamesAsync(compiler.Names(kind, ids));
        if (kind is DimensionKind.Agent or DimensionKind.Requester) await TellApartAsync(compiler, connection, found);
        return key => key is long id ? found.GetValueOrDefault(id) ?? $"#{id}" : null;
    }
}
