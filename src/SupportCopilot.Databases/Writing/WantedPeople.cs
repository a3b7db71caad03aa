using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing;

/// <summary>A person that a batch speaks of, with everything it says of them.</summary>
internal sealed class WantedPerson(SourceKey key, string name)
{
    public SourceKey Key { get; } = key;

    public string Name { get; set; } = name;

    public string? Email { get; set; }

    public bool IsAgent { get; set; }

    public IncomingName? Organization { get; set; }

    /// <summary>Whether the name is a name, and not just the id again for want of one: that does not replace a name.</summary>
    public bool IsNamed => !string.Equals(Name, Key.ExternalId, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The people, groups and organizations that a batch speaks of, each once.</summary>
internal sealed class WantedPeople
{
    private const int IdLength = 200;
    private const int NameLength = 200;
    private const int EmailLength = 320;

    public Dictionary<SourceKey, WantedPerson> People { get; } = [];

    public Dictionary<SourceKey, string> Groups { get; } = [];

    public Dictionary<SourceKey, string> Organizations { get; } = [];

    public static WantedPeople Of(IReadOnlyList<TicketPlan> plans)
    {
        var wanted = new WantedPeople();
        foreach (var said in plans.Select(plan => plan.Said)) wanted.Add(said);
        return wanted;
    }

    /// <summary>Whom a desk's page tells of, whether or not a ticket speaks of them.</summary>
    public void Add(DeskPage page)
    {
        foreach (var group in page.Groups) Groups[new(page.Source, Id(group.ExternalId))] = Clip.To(group.Name, NameLength);
        foreach (var organization in page.Organizations) Organizations[new(page.Source, Id(organization.ExternalId))] = Clip.To(organization.Name, NameLength);
        foreach (var person in page.People) Add(page.Source, person);
    }

    private void Add(string source, DeskPerson told)
    {
        if (told.Organization is { } organization) Organizations[new(source, Id(organization.ExternalId))] = Clip.To(organization.Name, NameLength);
        Add(source, told.Person, told.IsAgent, told.Organization);
    }

    /// <summary>An id as it is stored.</summary>
    public static string Id(string externalId) => Clip.To(externalId, IdLength);

    private void Add(IncomingTicket said)
    {
        if (said.Group is { } group) Groups[new(said.Source, Id(group.ExternalId))] = Clip.To(group.Name, NameLength);
        if (said.Organization is { } organization) Organizations[new(said.Source, Id(organization.ExternalId))] = Clip.To(organization.Name, NameLength);
        Add(said.Source, said.Requester, isAgent: false, said.Organization);
        Add(said.Source, said.Assignee, isAgent: true);
        foreach (var comment in said.Comments ?? []) Add(said.Source, comment.Author, comment.AuthorKind is AuthorKind.Agent);
        Add(said.Source, said.Description?.Author, said.Description?.AuthorKind is AuthorKind.Agent);
    }

    private void Add(string source, IncomingPerson? person, bool isAgent, IncomingName? organization = null)
    {
        if (person is null) return;
        var key = new SourceKey(source, Id(person.ExternalId));
        var name = Clip.To(person.Name, NameLength);
        if (!People.TryGetValue(key, out var known)) People[key] = known = new(key, name);
        else if (!known.IsNamed) known.Name = name;
        known.Email = Clip.Said(person.Email, EmailLength) ?? known.Email;
        known.IsAgent |= isAgent;
        known.Organization = organization ?? known.Organization;
    }
}
