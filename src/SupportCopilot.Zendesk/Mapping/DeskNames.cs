using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>
/// The names of what an account's tickets only give ids of. What changes seldom stands in it for all pages; the people of
/// a page stand in a layer of their own (<see cref="With"/>), for there may be millions of them.
/// </summary>
internal sealed class DeskNames
{
    private readonly Dictionary<long, ZendeskUser> _users = [];
    private readonly Dictionary<long, string> _groups = [];
    private readonly Dictionary<long, string> _organizations = [];
    private readonly Dictionary<long, string> _brands = [];
    private readonly Dictionary<long, FieldNames> _fields = [];
    private DeskNames? _base;

    /// <summary>A layer over this one with what a page brought along.</summary>
    public DeskNames With(IEnumerable<ZendeskUser>? users, IEnumerable<ZendeskGroup>? groups = null, IEnumerable<ZendeskOrganization>? organizations = null, IEnumerable<ZendeskBrand>? brands = null)
    {
        var layer = new DeskNames { _base = this };
        layer.Add(users, groups, organizations, brands);
        return layer;
    }

    public void Add(IEnumerable<ZendeskUser>? users, IEnumerable<ZendeskGroup>? groups = null, IEnumerable<ZendeskOrganization>? organizations = null, IEnumerable<ZendeskBrand>? brands = null)
    {
        foreach (var user in users ?? []) if (user.Id is { } id) _users[id] = user;
        foreach (var group in groups ?? []) if (group is { Id: { } id, Name: { } name }) _groups[id] = name;
        foreach (var organization in organizations ?? []) if (organization is { Id: { } id, Name: { } name }) _organizations[id] = name;
        foreach (var brand in brands ?? []) if (brand is { Id: { } id, Name: { } name }) _brands[id] = name;
    }

    /// <summary>Takes the fields; of two with one title the second carries its number too.</summary>
    public void Add(IEnumerable<ZendeskTicketField> fields)
    {
        var titles = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            if (field.Id is not { } id || string.IsNullOrWhiteSpace(field.Title)) continue;
            var title = titles.Add(field.Title.Trim()) ? field.Title.Trim() : $"{field.Title.Trim()} ({id})";
            var options = (field.CustomFieldOptions ?? []).Where(o => o is { Value: not null, Name: not null }).DistinctBy(o => o.Value).ToDictionary(o => o.Value!, o => o.Name!);
            _fields[id] = new(title, options);
        }
    }

    public ZendeskUser? User(long id) => _users.GetValueOrDefault(id) ?? _base?.User(id);

    /// <summary>A person; one whose name is not known goes by their id, which replaces no name that is.</summary>
    public IncomingPerson? Person(long? id)
    {
        if (id is not { } number || number <= 0) return null;
        var key = WireText.Of(number);
        return User(number) is { } user ? new(key, string.IsNullOrWhiteSpace(user.Name) ? key : user.Name, user.Email) : new(key, key);
    }

    public bool IsAgent(long? id) => id is { } number && User(number)?.IsAgent is true;

    public IncomingName? Group(long? id) => Named(id, Find(id, names => names._groups));

    public IncomingName? Organization(long? id) => Named(id, Find(id, names => names._organizations));

    public string? Brand(long? id) => id is { } number ? Find(id, names => names._brands) ?? WireText.Of(number) : null;

    public FieldNames? Field(long id) => _fields.GetValueOrDefault(id) ?? _base?.Field(id);

    private string? Find(long? id, Func<DeskNames, Dictionary<long, string>> names) =>
        id is not { } number ? null : names(this).GetValueOrDefault(number) ?? _base?.Find(id, names);

    private static IncomingName? Named(long? id, string? name) => id is { } number ? new(WireText.Of(number), name ?? WireText.Of(number)) : null;
}

/// <summary>A custom field's title, and the names of its choices by their values.</summary>
internal sealed record FieldNames(string Title, IReadOnlyDictionary<string, string> Options);
