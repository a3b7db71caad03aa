using ZendeskSimulator.Accounts;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Oracle;

/// <summary>A ticket as the account held it at one moment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Status">The status; <c>deleted</c> where it was deleted.</param>
/// <param name="Priority">The priority, where it has one.</param>
/// <param name="Tags">In alphabetical order.</param>
/// <param name="UpdatedAt">When something that leaves an audit last happened.</param>
/// <param name="GeneratedAt">When anything last happened to it.</param>
public sealed record TicketSeen(long Id, string Subject, string Status, string? Priority, IReadOnlyList<string> Tags, DateTimeOffset UpdatedAt, DateTimeOffset GeneratedAt)
{
    /// <summary>Who asked.</summary>
    public long RequesterId { get; init; }

    /// <summary>Who has it.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>The group that has it.</summary>
    public long? GroupId { get; init; }

    /// <summary>The requester's organization.</summary>
    public long? OrganizationId { get; init; }

    /// <summary>The brand it was sent to.</summary>
    public long BrandId { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its thread, oldest first.</summary>
    public required IReadOnlyList<CommentSeen> Comments { get; init; }

    /// <summary>Its updates, oldest first; the first is its creation.</summary>
    public required IReadOnlyList<AuditSeen> Audits { get; init; }

    /// <summary>The comments that the customer cannot see.</summary>
    public IEnumerable<CommentSeen> Notes => Comments.Where(c => !c.IsPublic);

    /// <summary>Tags that people gave it and nobody of them took away: none of them may be missing.</summary>
    public IReadOnlySet<string> TagsOfPeople
    {
        get
        {
            var tags = new HashSet<string>(StringComparer.Ordinal);
            foreach (var change in Audits.Where(a => a.Channel != "api").SelectMany(a => a.Changes).Where(c => c.Field == "tags"))
            {
                var (before, after) = (Split(change.From), Split(change.To));
                tags.UnionWith(after.Except(before));
                tags.ExceptWith(before.Except(after));
            }
            return tags;
        }
    }

    /// <summary>Tags of people that are gone though no person took them away.</summary>
    public IEnumerable<string> LostTags => TagsOfPeople.Except(Tags);

    private static string[] Split(string? tags) => tags?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    internal static TicketSeen Of(Account account, long id)
    {
        var ticket = account.Tickets.Find(id) ?? throw new InvalidOperationException($"The simulated account has no ticket {id}.");
        return new TicketSeen(id, ticket.Subject, ticket.IsDeleted ? "deleted" : ticket.Status, ticket.Priority, ticket.Tags, At(ticket.UpdatedAt), At(ticket.GeneratedAt))
        {
            RequesterId = ticket.RequesterId,
            AssigneeId = ticket.AssigneeId,
            GroupId = ticket.GroupId,
            OrganizationId = ticket.OrganizationId,
            BrandId = ticket.BrandId,
            CreatedAt = At(ticket.CreatedAt),
            Comments = ticket.Comments().Select(c => CommentSeen.Of(c.Audit, c.Comment)).ToList(),
            Audits = ticket.Audits.Select(AuditSeen.Of).ToList(),
        };
    }

    internal static DateTimeOffset At(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds);
}

/// <summary>A comment as the account holds it.</summary>
public sealed record CommentSeen(long Id, long AuditId, long AuthorId, string Body, bool IsPublic, DateTimeOffset At)
{
    internal static CommentSeen Of(Audit audit, CommentEvent comment) => new(comment.Id, audit.Id, comment.AuthorId, comment.Body, comment.IsPublic, TicketSeen.At(audit.At));
}

/// <summary>An update as the account holds it.</summary>
/// <param name="Id">The audit's id.</param>
/// <param name="TicketId">The ticket.</param>
/// <param name="AuthorId">Who did it.</param>
/// <param name="At">When.</param>
/// <param name="Channel">How it came in: <c>api</c> for programs, <c>web</c> for people.</param>
/// <param name="Changes">The fields it changed.</param>
/// <param name="Comment">What it wrote, where it wrote something.</param>
public sealed record AuditSeen(long Id, long TicketId, long AuthorId, DateTimeOffset At, string Channel, IReadOnlyList<ChangeSeen> Changes, CommentSeen? Comment)
{
    internal static AuditSeen Of(Audit audit) => new(
        audit.Id, audit.TicketId, audit.AuthorId, TicketSeen.At(audit.At), audit.Via.Channel,
        audit.Events.OfType<ChangeEvent>().Select(c => new ChangeSeen(c.Field, Text(c.Previous), Text(c.Value))).ToList(),
        audit.Events.OfType<CommentEvent>().Select(c => CommentSeen.Of(audit, c)).FirstOrDefault());

    private static string? Text(object? value) => value is IReadOnlyList<string> tags ? string.Join(' ', tags) : (string?)value;
}

/// <summary>A field that an update changed; tags stand with a space between each two.</summary>
public sealed record ChangeSeen(string Field, string? From, string? To);
