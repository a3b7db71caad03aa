using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// Reads every value of every dimension out of the tickets that somebody may see: what is out of sight is neither found nor
/// offered, as if it did not exist. One pass over the tickets where rows are added up by the program, else a grouping for
/// each dimension.
/// </summary>
internal sealed class LoadValues(SupportDbContext db, int tenantId, ISqlDialect dialect)
{
    private const int MostSeconds = 300;

    public async Task<ValueIndex> RunAsync(Visibility sight, CancellationToken ct)
    {
        var tickets = db.Tickets.AsNoTracking().VisibleTo(sight);
        var values = new List<KnownValue>();
        if (dialect.Rows is not null) await AddInOnePassAsync(values, sight, ct);
        else await AddOneByOneAsync(values, tickets, ct);
        values.AddRange(Known("status", TicketStatus.All));   // a desk without a pending ticket may still be asked for them
        values.AddRange(Known("priority", ["low", "normal", "high", "urgent"]));
        values.AddRange(Known("tag", await (sight.IsEverything
            ? db.TicketTags.Select(tag => tag.Tag)
            : db.TicketTags.Join(tickets, tag => tag.TicketId, t => t.Id, (tag, _) => tag.Tag)).Distinct().ToListAsync(ct)));
        var clusters = await db.ClusterMembers.Where(m => tickets.Any(t => t.Id == m.TicketId)).Select(m => m.ClusterId).Distinct().ToListAsync(ct);
        values.AddRange(Known("cluster", (await db.Clusters.Where(c => c.MergedIntoId == null).Select(c => new { c.Id, c.Name }).ToListAsync(ct)).Where(c => clusters.Contains(c.Id)).Select(c => c.Name)));
        values.AddRange(Known("weekday", Compiling.CalendarNames.Weekdays));
        values.AddRange(Known("sla", ["met", "missed"]));
        return new ValueIndex(Merged(values));
    }

    /// <summary>The distinct values of all columns at once; linear in the tickets.</summary>
    private async Task AddInOnePassAsync(List<KnownValue> values, Visibility sight, CancellationToken ct)
    {
        var dimensions = Catalog.Dimensions.Where(d => d.Kind is DimensionKind.Text && d.Name != "sla" || d.Column.EndsWith("Id", StringComparison.Ordinal) && d.Kind is not DimensionKind.Cluster).ToList();
        List<object>[] found;
        await using (var connection = await QuestionConnection.OpenAsync(db, dialect, MostSeconds, ct))
        {
            found = connection.Distinct(new PlanCompiler(new CompileContext(tenantId, sight, dialect, NameIds.None)).Columns([.. dimensions.Select(d => d.Column)]), dimensions.Count);
        }

        var people = await PeopleAsync(ct);
        for (var i = 0; i < dimensions.Count; i++)
        {
            var names = dimensions[i].Kind switch
            {
                DimensionKind.Text => null,
                DimensionKind.Group => await db.Groups.ToDictionaryAsync(g => g.Id, g => g.Name, ct),
                DimensionKind.Organization => await db.Organizations.ToDictionaryAsync(o => o.Id, o => o.Name, ct),
                _ => people,
            };
            values.AddRange(Known(dimensions[i].Name, names is null
                ? found[i].OfType<string>().Where(value => value.Length > 0)
                : found[i].OfType<long>().Where(names.ContainsKey).Select(id => names[id]).Distinct()));
        }
    }

    private Task<Dictionary<long, string>> PeopleAsync(CancellationToken ct) => db.People.Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, ct);

    private async Task AddOneByOneAsync(List<KnownValue> values, IQueryable<Ticket> tickets, CancellationToken ct)
    {
        await AddAsync("type", t => t.Type);
        await AddAsync("status", t => t.Status);
        await AddAsync("channel", t => t.Channel);
        await AddAsync("product", t => t.Product);
        await AddAsync("brand", t => t.Brand);
        await AddAsync("category", t => t.Given.Category ?? t.Predicted.Category);
        await AddAsync("subcategory", t => t.Given.Subcategory ?? t.Predicted.Subcategory);
        await AddAsync("priority", t => t.Given.Priority ?? t.Predicted.Priority);
        await AddAsync("urgency", t => t.Given.Urgency ?? t.Predicted.Urgency);
        await AddAsync("sentiment", t => t.Given.Sentiment ?? t.Predicted.Sentiment);
        await AddAsync("emotion", t => t.Given.Emotion ?? t.Predicted.Emotion);
        await AddAsync("language", t => t.Given.Language ?? t.Predicted.Language);
        await AddAsync("rootCause", t => t.Given.RootCause ?? t.Predicted.RootCause);
        var people = await PeopleAsync(ct);
        await AddNamedAsync("agent", t => t.AssigneeId, people);
        await AddNamedAsync("requester", t => t.RequesterId, people);
        await AddNamedAsync("organization", t => t.OrganizationId, await db.Organizations.ToDictionaryAsync(o => o.Id, o => o.Name, ct));
        await AddNamedAsync("group", t => t.GroupId, await db.Groups.ToDictionaryAsync(g => g.Id, g => g.Name, ct));

        async Task AddAsync(string dimension, Expression<Func<Ticket, string?>> column) =>
            values.AddRange(Known(dimension, (await tickets.Select(column).Distinct().ToListAsync(ct)).OfType<string>().Where(value => value.Length > 0)));

        async Task AddNamedAsync(string dimension, Expression<Func<Ticket, long?>> column, Dictionary<long, string> names) =>
            values.AddRange(Known(dimension, (await tickets.Select(column).Distinct().ToListAsync(ct)).OfType<long>().Where(names.ContainsKey).Select(id => names[id]).Distinct()));
    }

    private static IEnumerable<KnownValue> Known(string dimension, IEnumerable<string> values) => values.Select(value => new KnownValue(dimension, value, [value]));

    /// <summary>Spellings that differ in their case alone are one value.</summary>
    private static IEnumerable<KnownValue> Merged(IEnumerable<KnownValue> values) => values
        .GroupBy(value => (value.Dimension, value.Value.ToLowerInvariant()))
        .Select(same => new KnownValue(same.Key.Dimension, same.First().Value, [.. same.Select(value => value.Value).Distinct().Order(StringComparer.Ordinal)]));
}
