using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Values.Customers;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Questions.Values;

/// <summary>Gathers what a tenant's questions can name, out of the kept values and the names of people, groups, organizations and clusters; no ticket is read.</summary>
internal sealed class LoadValues(SupportDbContext db)
{
    private const int MostSeconds = 60;

    // Who signs in here is no customer of the desk.
    private static readonly string[] Insiders = ["dev", "entra"];

    /// <summary>Whether the values of the tenant were ever counted; before that there are no rows to rely on.</summary>
    public Task<bool> IsCountedAsync(CancellationToken ct) => db.TicketValues.AnyAsync(v => v.Dimension == ValueKinds.Counted, ct);

    /// <summary>Where the tables end, for what comes later has higher numbers; and the version of the data, which grows with every name that is changed.</summary>
    public async Task<(ValueMarks Marks, long Version)> MarksAsync(int tenantId, CancellationToken ct)
    {
        var ends = await QuestionConnection.WholesAsync(db, TableEnds.OfValues(tenantId), ct);
        return (new ValueMarks(ends[0], ends[1], ends[2], ends[3]), ends[4]);
    }

    /// <summary>All values.</summary>
    public async Task<ValueIndex> AllAsync(int tenantId, ISqlDialect dialect, CancellationToken ct)
    {
        var rows = (await db.TicketValues.AsNoTracking().Select(v => new { v.Dimension, v.Value }).ToListAsync(ct)).Select(v => (v.Dimension, v.Value)).ToHashSet();
        var values = rows.Where(row => IsText(row.Dimension) && !rows.Contains((ValueKinds.FieldOfMany, FieldOf(row.Dimension)))).Select(Text).ToList();
        values.AddRange(TicketStatus.All.Select(status => Text(("status", status))));   // a desk without a pending ticket may still be asked for them
        values.AddRange(new[] { "low", "normal", "high", "urgent" }.Select(priority => Text(("priority", priority))));
        values.AddRange(CalendarNames.Weekdays.Select(day => Text(("weekday", day))));
        values.AddRange(new[] { "met", "missed" }.Select(met => Text(("sla", met))));
        var (agents, asking) = (Numbers(rows, ValueKinds.Agent), Numbers(rows, ValueKinds.Requester));
        var (people, customers) = dialect.Rows is null ? (await PeopleAsync(agents, asking, ct), CustomerTable.None) : await GatheredAsync(tenantId, dialect, agents, asking, ct);
        values.AddRange(people);
        values.AddRange(await NamedAsync(rows, ct));
        return new ValueIndex(Merged(values), customers);
    }

    /// <summary>What came since.</summary>
    public async Task<List<KnownValue>> SinceAsync(ValueMarks before, ValueMarks now, ValueIndex index, CancellationToken ct)
    {
        var rows = (await db.TicketValues.AsNoTracking().Where(v => v.Id > before.Value).Select(v => new { v.Dimension, v.Value }).ToListAsync(ct)).Select(v => (v.Dimension, v.Value)).ToHashSet();
        var values = rows.Where(row => IsText(row.Dimension)).Select(Text).Select(value => WithKnownSpellings(value, index)).ToList();
        var people = now.Person == before.Person ? [] : await PeopleAsync(db.People.Where(p => p.Id > before.Person), ct);
        values.AddRange(people.Where(person => !Insiders.Contains(person.Source)).Select(person => new KnownValue("requester", person.Name, [person.Name]) { Ids = [person.Id] }));
        if (now.Organization != before.Organization) values.AddRange((await db.Organizations.Where(o => o.Id > before.Organization).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => Of("organization", o.Id, o.Name)));
        if (now.Cluster != before.Cluster) values.AddRange((await db.Clusters.Where(c => c.Id > before.Cluster && c.MergedIntoId == null).Select(c => new { c.Id, c.Name }).ToListAsync(ct)).Select(c => Of("cluster", c.Id, c.Name)));
        foreach (var id in Numbers(rows, ValueKinds.Agent))
            values.AddRange((await PeopleAsync(db.People.Where(p => p.Id == id), ct)).Select(person => new KnownValue("agent", person.Name, [person.Name]) { Ids = [person.Id] }));
        foreach (var id in Numbers(rows, ValueKinds.Group))
            values.AddRange((await db.Groups.Where(g => g.Id == id).Select(g => new { g.Id, g.Name }).ToListAsync(ct)).Select(g => Of("group", g.Id, g.Name)));
        return values;
    }

    private async Task<List<KnownValue>> NamedAsync(HashSet<(string, string)> rows, CancellationToken ct)
    {
        var groups = Numbers(rows, ValueKinds.Group);
        return
        [
            .. (await db.Groups.Select(g => new { g.Id, g.Name }).ToListAsync(ct)).Where(g => groups.Contains(g.Id)).Select(g => Of("group", g.Id, g.Name)),
            .. (await db.Organizations.Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(o => Of("organization", o.Id, o.Name)),
            .. (await db.Clusters.Where(c => c.MergedIntoId == null).Select(c => new { c.Id, c.Name }).ToListAsync(ct)).Select(c => Of("cluster", c.Id, c.Name)),
        ];
    }

    /// <summary>The people row by row, for there may be a million of them.</summary>
    private async Task<(List<KnownValue> People, CustomerTable Customers)> GatheredAsync(int tenantId, ISqlDialect dialect, HashSet<long> agents, HashSet<long> asking, CancellationToken ct)
    {
        var people = new GatherPeople(agents, asking, Insiders);
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, MostSeconds, ct);
        connection.Values(PeopleSql.Of(tenantId), GatherPeople.Columns, people);
        var (table, others) = people.Finish();
        return ([.. PeopleNamed.Of("agent", people.Agents), .. PeopleNamed.Of("requester", others)], table);
    }

    private async Task<List<KnownValue>> PeopleAsync(HashSet<long> agents, HashSet<long> asking, CancellationToken ct)
    {
        var people = await PeopleAsync(db.People, ct);
        return
        [
            .. PeopleNamed.Of("agent", people.Where(person => agents.Contains(person.Id))),
            .. PeopleNamed.Of("requester", people.Where(person => !Insiders.Contains(person.Source) && (!agents.Contains(person.Id) || asking.Contains(person.Id)))),
        ];
    }

    private static async Task<List<NamedPerson>> PeopleAsync(IQueryable<Person> people, CancellationToken ct) =>
        await people.AsNoTracking().Select(p => new NamedPerson(p.Id, p.Source, p.Name, p.Email)).ToListAsync(ct);

    private static bool IsText(string dimension) => dimension.StartsWith("field.", StringComparison.Ordinal)
        || dimension is not (ValueKinds.Agent or ValueKinds.Group or ValueKinds.Requester or ValueKinds.Field or ValueKinds.FieldOfText or ValueKinds.FieldOfMany or ValueKinds.Counted);

    private static string FieldOf(string dimension) => dimension.StartsWith("field.", StringComparison.Ordinal) ? dimension["field.".Length..] : "";

    private static HashSet<long> Numbers(HashSet<(string Dimension, string Value)> rows, string kind) =>
        [.. rows.Where(row => row.Dimension == kind).Select(row => long.Parse(row.Value, NumberStyles.None, CultureInfo.InvariantCulture))];

    private static KnownValue Text((string Dimension, string Value) row) => new(row.Dimension, row.Value, [row.Value]);

    private static KnownValue Of(string dimension, long id, string name) => new(dimension, name, [name]) { Ids = [id] };

    /// <summary>A known value in a further spelling has all of them.</summary>
    private static KnownValue WithKnownSpellings(KnownValue value, ValueIndex index) => index.Exactly(value.Value).FirstOrDefault(known => known.Dimension == value.Dimension) is { } known
        ? known with { Spellings = [.. known.Spellings.Union(value.Spellings)] }
        : value;

    /// <summary>Spellings that differ in their case alone are one value.</summary>
    private static List<KnownValue> Merged(List<KnownValue> values) => [.. values
        .GroupBy(value => (value.Dimension, Value: value.Value.ToLowerInvariant()))
        .Select(same => same.Take(2).Count() == 1 ? same.First() : same.First() with
        {
            Spellings = [.. same.SelectMany(value => value.Spellings).Distinct().Order(StringComparer.Ordinal)],
            Ids = [.. same.SelectMany(value => value.Ids).Distinct()],
        })];
}

/// <summary>Where the tables ended.</summary>
internal sealed record ValueMarks(long Value, long Person, long Organization, long Cluster);
