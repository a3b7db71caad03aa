using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Questions.Running;

/// <summary>Finds the numbers behind a person's name, or behind a name with what sets one of several people of it apart.</summary>
internal sealed class FindPerson(SupportDbContext db)
{
    /// <exception cref="ArgumentException">Several people have the name, or nobody is shown so any more: whom to count cannot be told.</exception>
    public async Task<IReadOnlyList<long>> RunAsync(DimensionKind kind, string shown, CancellationToken ct)
    {
        var named = await NamedAsync(shown, ct);
        if (named.Count > 0)
        {
            var different = PeopleNamed.Different(named.Count == 1 ? named : await OfKindAsync(kind, named, ct));
            if (different.Count > 1) throw new ArgumentException($"{different.Count} people are called {shown}; say which: {string.Join(", ", different.Take(3).Select(one => $"\"{PeopleNamed.Shown(one[0])}\""))}.", nameof(shown));
            return [.. named.Select(person => person.Id)];
        }

        if (PeopleNamed.NameIn(shown) is not { } name) return [];
        var one = PeopleNamed.Different(await NamedAsync(name, ct)).Find(same => same.Exists(person => string.Equals(PeopleNamed.Shown(person), shown, StringComparison.OrdinalIgnoreCase)));
        return one is null ? throw new ArgumentException($"Nobody is known as \"{shown}\" any more.", nameof(shown)) : [.. one.Select(person => person.Id)];
    }

    private async Task<List<NamedPerson>> NamedAsync(string name, CancellationToken ct) =>
        await db.People.AsNoTracking().Where(p => p.Name == name).Select(p => new NamedPerson(p.Id, p.Source, p.Name, p.Email)).ToListAsync(ct);

    /// <summary>A customer of an agent's name takes no ticket from that agent, nor the other way round.</summary>
    private async Task<List<NamedPerson>> OfKindAsync(DimensionKind kind, List<NamedPerson> named, CancellationToken ct)
    {
        var agents = new List<NamedPerson>();
        foreach (var person in named)
        {
            var number = person.Id.ToString(CultureInfo.InvariantCulture);
            if (await db.TicketValues.AnyAsync(v => v.Dimension == ValueKinds.Agent && v.Value == number, ct)) agents.Add(person);
        }

        return kind is DimensionKind.Agent ? agents : [.. named.Except(agents)];
    }
}
