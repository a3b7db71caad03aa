using System.Globalization;

namespace SupportCopilot.Tickets.Values;

/// <summary>The values of some tickets, each once: what a writer makes sure of before it commits them.</summary>
public sealed class SeenValues
{
    private const int LongestName = 200;

    /// <summary>The dimensions whose values are columns of the ticket, by the catalogue's names.</summary>
    public static IReadOnlyList<(string Dimension, Func<Ticket, string?> Of)> Columns { get; } =
    [
        ("type", t => t.Type),
        ("status", t => t.Status),
        ("channel", t => t.Channel),
        ("product", t => t.Product),
        ("brand", t => t.Brand),
        .. TriageFields.Each.Select(field => (NameOf(field), (Func<Ticket, string?>)(t => t.Given[field] ?? t.Predicted[field]))),
    ];

    private readonly HashSet<string>[] _columns = [.. Columns.Select(_ => new HashSet<string>())];
    private readonly HashSet<long> _agents = [], _groups = [];
    private readonly HashSet<string> _tags = [];
    private readonly Dictionary<string, HashSet<string>> _fields = [];
    private readonly HashSet<string> _ofText = [];

    /// <summary>The values, but for those of custom fields.</summary>
    public IEnumerable<(string Dimension, string Value)> All => Columns
        .SelectMany((column, i) => _columns[i].Select(value => (column.Dimension, value)))
        .Concat(_agents.Select(id => (ValueKinds.Agent, id.ToString(CultureInfo.InvariantCulture))))
        .Concat(_groups.Select(id => (ValueKinds.Group, id.ToString(CultureInfo.InvariantCulture))))
        .Concat(_tags.Select(tag => ("tag", tag)))
        .Concat(_fields.Keys.Select(name => (ValueKinds.Field, name)))
        .Concat(_ofText.Select(name => (ValueKinds.FieldOfText, name)));

    /// <summary>The custom fields with their values.</summary>
    public IEnumerable<(string Name, IReadOnlyCollection<string> Values)> Fields => _fields.Select(field => (field.Key, (IReadOnlyCollection<string>)field.Value));

    /// <summary>How many tickets they are of.</summary>
    public int Tickets { get; private set; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsEmpty => _agents.Count + _groups.Count == 0 && _tags.Count == 0 && _fields.Count == 0 && Array.TrueForAll(_columns, column => column.Count == 0);

    /// <summary>The columns of a ticket; a tombstone has none.</summary>
    public void Add(Ticket ticket)
    {
        if (ticket.Status == TicketStatus.Deleted) return;
        Tickets++;
        if (ticket.AssigneeId is { } agent) _agents.Add(agent);
        if (ticket.GroupId is { } group) _groups.Add(group);
        for (var i = 0; i < _columns.Length; i++)
            if (Columns[i].Of(ticket) is { Length: > 0 and <= ValueKinds.LongestValue } value) _columns[i].Add(value);
    }

    /// <summary>A value of a column.</summary>
    public void Add(string dimension, string value)
    {
        var column = Columns.TakeWhile(one => one.Dimension != dimension).Count();
        if (value.Length is > 0 and <= ValueKinds.LongestValue) _columns[column].Add(value);
    }

    /// <summary>Somebody who has a ticket, by our own number.</summary>
    public void AddAgent(long id) => _agents.Add(id);

    /// <summary>A group that has a ticket, by our own number.</summary>
    public void AddGroup(long id) => _groups.Add(id);

    /// <summary>A tag.</summary>
    public void AddTag(string tag)
    {
        if (tag.Length is > 0 and <= ValueKinds.LongestValue) _tags.Add(tag);
    }

    /// <summary>A custom field of a ticket.</summary>
    public void AddField(string name, string value)
    {
        if (name.Length is 0 or > LongestName || value.Length == 0) return;
        if (!_fields.TryGetValue(name, out var values)) _fields[name] = values = [];
        if (value.Length <= ValueKinds.LongestValue) values.Add(value);
        if (!_ofText.Contains(name) && !ValueKinds.IsNumber(value)) _ofText.Add(name);
    }

    private static string NameOf(TriageField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];
}
