namespace SupportCopilot.Questions.Catalogue;

/// <summary>Something that tickets can be told apart by: figures are split by it, filters ask for its values.</summary>
/// <param name="Name">Its name in plans and columns.</param>
/// <param name="Kind">Where its values come from.</param>
/// <param name="Column">The SQL expression over the alias t (of tags and clusters: their own tables).</param>
/// <param name="Prior">What a bare value of it costs in a reading, where its dimension is not named; 0 is what people mean first.</param>
/// <param name="Synonyms">What people call it, singular, separated by bars.</param>
internal sealed record Dimension(string Name, DimensionKind Kind, string Column, double Prior, string Synonyms)
{
    /// <summary>Whether a ticket can have several values at once, so that groups do not add up.</summary>
    public bool IsMany => Kind is DimensionKind.Tag;

    /// <summary>Whether its values are our own numbers, shown by name.</summary>
    public bool IsNamed => Kind is DimensionKind.Agent or DimensionKind.Requester or DimensionKind.Group or DimensionKind.Organization or DimensionKind.Cluster or DimensionKind.Ticket;

    /// <summary>Whether it is told by the clock, so that every ticket with an instant has a value.</summary>
    public bool IsTimed => Kind is DimensionKind.Weekday or DimensionKind.HourOfDay or DimensionKind.PartOfWeek;

    /// <summary>Whether figures can be split by it.</summary>
    public bool CanGroup => Kind is not (DimensionKind.Number or DimensionKind.Words or DimensionKind.Days or DimensionKind.Either);

    /// <summary>What texts call it: the first of its names.</summary>
    public string Title => Synonyms.Length == 0 ? Name : Synonyms.Split('|')[0];
}

/// <summary>Where a dimension's values come from.</summary>
internal enum DimensionKind
{
    /// <summary>Short texts on the ticket.</summary>
    Text,

    /// <summary>The person who has it.</summary>
    Agent,

    /// <summary>The person who asked.</summary>
    Requester,

    /// <summary>A group of agents.</summary>
    Group,

    /// <summary>The requester's organization.</summary>
    Organization,

    /// <summary>Tags, several on a ticket.</summary>
    Tag,

    /// <summary>The cluster it is in.</summary>
    Cluster,

    /// <summary>The day of the week of the clock, in the asker's zone.</summary>
    Weekday,

    /// <summary>The hour of the day of the clock, in the asker's zone.</summary>
    HourOfDay,

    /// <summary>Whether that day is a weekday or one of the weekend; for splits only.</summary>
    PartOfWeek,

    /// <summary>Each ticket by itself, to be ranked; for splits only.</summary>
    Ticket,

    /// <summary>Local days of an instant, for filters only; each value is a first and a last day, as <c>2026-05-01/2026-05-31</c>.</summary>
    Days,

    /// <summary>A number, for filters only.</summary>
    Number,

    /// <summary>What was written, for filters only.</summary>
    Words,

    /// <summary>Demands on other dimensions, one of which must hold; for filters only.</summary>
    Either,

    /// <summary>A custom field of the tenant's tickets.</summary>
    Custom,
}
