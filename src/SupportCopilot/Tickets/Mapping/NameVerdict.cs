using SupportCopilot.Tickets.Mapping.Cells;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>Whether a column's values bear out what its name says.</summary>
internal readonly record struct NameVerdict(TicketFieldName Field, string Why)
{
    private static readonly HashSet<string> Types =
    [
        "question", "incident", "problem", "task", "bug", "support", "service request", "request", "feature", "feature request", "story", "epic", "change", "complaint",
        "idea", "returns", "issue", "improvement", "sub-task", "frage", "rückfrage", "störung", "anfrage", "vorfall", "aufgabe", "fehler", "beschwerde", "feedback",
    ];

    public static NameVerdict Of(TicketFieldName field, ColumnContent content, string header)
    {
        if (content.Values.Count == 0) return new(field, "by its name (all its cells are empty)");
        double Dates() => content.Share(value => DateCell.Read(value) is not null);
        return field switch
        {
            TicketFieldName.FirstReplyMinutes when content.Share(IsDuration) < 0.5 && Dates() > 0.5 => new(TicketFieldName.FirstReplyAt, "by its name; its values are dates"),
            TicketFieldName.ResolutionMinutes when content.Share(IsDuration) < 0.5 && Dates() > 0.5 => new(TicketFieldName.SolvedAt, "by its name; its values are dates"),
            TicketFieldName.FirstReplyMinutes or TicketFieldName.ResolutionMinutes when content.Share(IsDuration) < 0.5 => Against("lengths of time"),
            TicketFieldName.FirstReplyAt when Dates() < 0.5 && content.Share(IsDuration) > 0.5 => new(TicketFieldName.FirstReplyMinutes, "by its name; its values are lengths of time"),
            TicketFieldName.Comments when content.Share(value => int.TryParse(value, out _)) > 0.9 => new(TicketFieldName.Replies, "by its name; its values are counts"),
            _ when field.IsInstant() && Dates() < 0.5 => Against("dates"),
            TicketFieldName.Reply when content.AverageLength < 20 => Against("text"),
            TicketFieldName.Csat when content.Share(value => CsatScale.Of(content.Values).Read(value) is not (null, null)) < 0.5 => Against("ratings"),
            TicketFieldName.SlaMet when content.Share(value => KnownValues.Flag(value) is not null) < 0.5 => Against("yes or no"),
            TicketFieldName.Sentiment when content.Share(value => KnownValues.Sentiment(value) is not null) < 0.5 => Against("sentiments"),
            TicketFieldName.RequesterEmail or TicketFieldName.AssigneeEmail when content.Share(PersonCell.IsEmail) < 0.5 => Against("addresses"),
            TicketFieldName.Reopens or TicketFieldName.Replies or TicketFieldName.Revision when content.Share(value => int.TryParse(value, out _)) < 0.9 => Against("counts"),
            TicketFieldName.Id when content.Filled < 0.5 => Against("ids, being empty mostly"),
            TicketFieldName.Type when content.Share(value => Types.Contains(value.ToLowerInvariant())) == 0 && header.Contains(' ', StringComparison.Ordinal) =>
                new(TicketFieldName.Category, "its name says type, its values name topics"),
            _ => new(field, "by its name"),
        };

        NameVerdict Against(string expected) => new(TicketFieldName.Custom, $"its name says {field.Name()}, but its values are no {expected}");
        bool IsDuration(string value) => DurationCell.Read(value, header) is not null;
    }
}
