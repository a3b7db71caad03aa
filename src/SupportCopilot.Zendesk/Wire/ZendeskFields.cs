namespace SupportCopilot.Zendesk.Wire;

/// <summary>A field of tickets, by which the values of custom fields are read.</summary>
internal sealed record ZendeskTicketField
{
    public long? Id { get; set; }

    public string? Title { get; set; }

    /// <summary>text, tagger, multiselect, checkbox, date, integer, …; for the built-in fields their names.</summary>
    public string? Type { get; set; }

    public bool? Active { get; set; }

    public bool? Removable { get; set; }

    /// <summary>What can be chosen; a ticket holds the values alone.</summary>
    public IReadOnlyList<ZendeskFieldOption>? CustomFieldOptions { get; set; }
}

/// <summary>One choice of a field.</summary>
internal sealed record ZendeskFieldOption
{
    public string? Name { get; set; }

    public string? Value { get; set; }
}

/// <summary>A page of fields.</summary>
internal sealed record ZendeskTicketFieldPage : ZendeskPage
{
    public IReadOnlyList<ZendeskTicketField>? TicketFields { get; set; }
}

/// <summary>How many there are; the number may be some hours old.</summary>
internal sealed record ZendeskCountAnswer
{
    public ZendeskCount? Count { get; set; }
}

/// <summary>A count.</summary>
internal sealed record ZendeskCount
{
    public long? Value { get; set; }
}
