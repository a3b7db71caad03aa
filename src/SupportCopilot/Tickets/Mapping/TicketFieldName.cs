namespace SupportCopilot.Tickets.Mapping;

/// <summary>What a column of a file can be taken for. The names, with a small first letter, are those of <c>--map</c>.</summary>
internal enum TicketFieldName
{
    /// <summary>None of these: kept under its own name.</summary>
    Custom,

    /// <summary>Left out because somebody said so.</summary>
    Ignored,
    Id,
    Revision,
    Subject,
    Description,
    Comments,
    Notes,
    Reply,
    Status,
    Type,
    Channel,
    Product,
    Brand,
    Requester,
    RequesterEmail,
    Assignee,
    AssigneeEmail,
    Author,
    Group,
    Organization,
    Priority,
    Urgency,
    Category,
    Subcategory,
    RootCause,
    Sentiment,
    Emotion,
    Language,
    CreatedAt,
    UpdatedAt,
    FirstReplyAt,
    SolvedAt,
    DueAt,
    FirstReplyMinutes,
    ResolutionMinutes,
    Reopens,
    Replies,
    SlaMet,
    Csat,
    Tags,
}

internal static class TicketFieldNames
{
    /// <summary>The name in JSON and on the command line, such as <c>createdAt</c>.</summary>
    public static string Name(this TicketFieldName field)
    {
        var name = field.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>The field of a name; hyphens, underscores and the size of letters do not matter.</summary>
    public static TicketFieldName? Parse(string name)
    {
        var plain = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Trim();
        return Enum.TryParse<TicketFieldName>(plain, ignoreCase: true, out var field) && !char.IsDigit(plain[0]) ? field : null;
    }

    /// <summary>Fields that take as many columns as there are; every other takes one.</summary>
    public static bool TakesMany(this TicketFieldName field) => field is
        TicketFieldName.Custom or TicketFieldName.Ignored or TicketFieldName.Comments or TicketFieldName.Notes or TicketFieldName.Reply or TicketFieldName.Tags;

    /// <summary>Fields that hold an instant.</summary>
    public static bool IsInstant(this TicketFieldName field) => field is
        TicketFieldName.CreatedAt or TicketFieldName.UpdatedAt or TicketFieldName.FirstReplyAt or TicketFieldName.SolvedAt or TicketFieldName.DueAt;
}
