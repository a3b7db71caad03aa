using ZendeskSimulator.People;

namespace ZendeskSimulator.Generated;

/// <summary>Who was there from the start: one admin, agents in groups, customers in organizations.</summary>
internal sealed class GeneratedPeople
{
    private static readonly string[] Teams = ["First line", "Billing", "Technical", "Shipping", "Sales"];

    private readonly ulong _seed;
    private readonly long _start;
    private readonly int _agents;

    public GeneratedPeople(ZendeskSettings settings, History history)
    {
        _seed = settings.Seed;
        _agents = Math.Max(1, settings.Agents);
        // Everybody was there a day before the first ticket, customers one after the other.
        _start = history.Start - (long)TimeSpan.FromDays(1).TotalSeconds;
        Customers = Math.Max(1, settings.Customers ?? Math.Max(50, settings.Tickets / 4));
        Organizations = Enumerable.Range(0, Math.Max(1, settings.Organizations))
            .Select(n => new Organization(Ids.FirstOrganization + n, n < Phrases.Companies.Length ? Phrases.Companies[n] : $"{Phrases.Companies[n % Phrases.Companies.Length]} {n / Phrases.Companies.Length + 1}", _start))
            .ToArray();
        Groups = Teams.Select((name, n) => new Group(Ids.FirstGroup + n, name, _start)).ToArray();
        Brands = [new Brand(Ids.FirstBrand, "Acme", "acme", HasHelpCenter: true, _start), new Brand(Ids.FirstBrand + 1, "Acme Labs", "acme-labs", HasHelpCenter: false, _start)];
    }

    public int Customers { get; }

    public IReadOnlyList<Organization> Organizations { get; }

    public IReadOnlyList<Group> Groups { get; }

    public IReadOnlyList<Brand> Brands { get; }

    public int Staff => 1 + _agents;

    /// <summary>Team members first, then customers: the order in which they were last changed.</summary>
    public int Count => Staff + Customers;

    public long IdAt(int place) => place < Staff ? Ids.Admin + place : Ids.FirstCustomer + (place - Staff);

    /// <summary>The place in that order of the first who was changed at that time or later.</summary>
    public int FirstChangedFrom(long time)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (ChangedAt(middle) >= time) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    public bool Has(long id) => id >= Ids.Admin && id < Ids.Admin + Staff || id >= Ids.FirstCustomer && id < Ids.FirstCustomer + Customers;

    public User Make(long id)
    {
        var place = id < Ids.FirstCustomer ? (int)(id - Ids.Admin) : Staff + (int)(id - Ids.FirstCustomer);
        var dice = new Dice(_seed ^ 0xA5A5, id);
        var name = id == Ids.Admin ? "Support Copilot" : $"{dice.Of<string>(Phrases.FirstNames)} {dice.Of<string>(Phrases.LastNames)}";
        var isStaff = id < Ids.FirstCustomer;
        var at = ChangedAt(place);
        return new User(id, name, EmailOf(id), id == Ids.Admin ? "admin" : isStaff ? "agent" : "end-user")
        {
            OrganizationId = isStaff ? null : OrganizationOf(id),
            GroupId = isStaff ? GroupOf(id) : null,
            CreatedAt = at,
            UpdatedAt = at,
        };
    }

    public long? OrganizationOf(long customer) => customer % 5 == 0 ? null : Ids.FirstOrganization + (long)(new Dice(_seed ^ 0x0F, customer).Next() % (ulong)Organizations.Count);

    public long GroupOf(long agent) => Ids.FirstGroup + agent % Teams.Length;

    public long AgentOf(long ticket) => Ids.FirstAgent + (long)(new Dice(_seed ^ 0xFF, ticket).Next() % (ulong)_agents);

    public static string EmailOf(long id) => id == Ids.Admin ? "admin@acme.example" : id < Ids.FirstCustomer ? $"agent{id - Ids.Admin}@acme.example" : $"customer{id - Ids.FirstCustomer + 1}@mail.example";

    // Within the day before the first ticket.
    private long ChangedAt(int place) => _start + (long)place * (86_400 - 600) / Count;
}
