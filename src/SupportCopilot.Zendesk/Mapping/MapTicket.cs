using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Zendesk's ticket → ours, in its full state: what is empty there is empty here.</summary>
internal static class MapTicket
{
    // Zendesk itself puts it on a ticket that was merged into another.
    private const string MergedTag = "closed_by_merge";

    /// <param name="ticket">The ticket.</param>
    /// <param name="names">Who and what its ids are.</param>
    /// <param name="metrics">What Zendesk measured; null where it was not brought along.</param>
    /// <param name="thread">The whole thread; null where only the description is known.</param>
    /// <returns>The ticket; null without an id.</returns>
    public static IncomingTicket? Run(ZendeskTicket ticket, DeskNames names, ZendeskMetricSet? metrics, IReadOnlyList<IncomingComment>? thread = null)
    {
        if (ticket.Id is not { } id) return null;
        var fields = MapFields.Run(ticket, names);
        var tags = Tags(ticket);
        metrics ??= ticket.MetricSet;
        return new IncomingTicket(TicketSource.Zendesk, WireText.Of(id))
        {
            IsFullState = true,
            Subject = ticket.Subject ?? ticket.RawSubject,
            Status = WireWords.Status(ticket.Status),
            Type = ticket.Type,
            Channel = WireWords.Channel(ticket.Via?.Channel),
            Product = fields.FirstOrDefault(field => field.Key.Equals("product", StringComparison.OrdinalIgnoreCase)).Value,
            Brand = names.Brand(ticket.BrandId),
            MergedInto = tags.Contains(MergedTag) ? "" : null,
            Requester = names.Person(ticket.RequesterId),
            Assignee = names.Person(ticket.AssigneeId),
            Group = names.Group(ticket.GroupId),
            Organization = names.Organization(ticket.OrganizationId),
            Given = new() { Priority = WireWords.Priority(ticket.Priority) },
            CreatedAt = ticket.CreatedAt,
            UpdatedAt = ticket.UpdatedAt,
            DueAt = ticket.DueAt,
            SolvedAt = metrics?.SolvedAt,
            FirstReplyMinutes = Minutes(metrics?.ReplyTimeInMinutes),
            ResolutionMinutes = Minutes(metrics?.FullResolutionTimeInMinutes),
            Reopens = Count(metrics?.Reopens),
            Replies = Count(metrics?.Replies),
            Csat = WireWords.Score(ticket.SatisfactionRating?.Score),
            CsatOffered = WireWords.WasOffered(ticket.SatisfactionRating?.Score),
            Tags = tags,
            Fields = fields,
            Description = Description(ticket, names),
            Comments = thread,
        };
    }

    private static List<string> Tags(ZendeskTicket ticket) => [.. (ticket.Tags ?? []).OfType<string>().Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct()];

    /// <summary>The submitter is the author of the first comment: an agent, where they opened it for somebody.</summary>
    private static IncomingComment? Description(ZendeskTicket ticket, DeskNames names)
    {
        if (string.IsNullOrWhiteSpace(ticket.Description)) return null;
        var author = ticket.SubmitterId ?? ticket.RequesterId;
        var isPublic = ticket.IsPublic is not false;
        var kind = author == ticket.RequesterId ? AuthorKind.Requester : MapComment.KindOf(author, isPublic, null, names);
        return new("description", WireText.Lines(ticket.Description), kind, names.Person(author), isPublic, ticket.CreatedAt);
    }

    private static int? Minutes(ZendeskMinutes? time) => Count(time?.Calendar);

    private static int? Count(long? number) => number is { } count ? (int)Math.Clamp(count, 0, int.MaxValue) : null;
}
