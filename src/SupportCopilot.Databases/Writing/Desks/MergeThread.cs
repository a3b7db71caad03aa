using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>
/// Brings comments into a thread, whatever the order in which they come: nothing is taken away, what was redacted or made
/// private stays so, and the places follow the times. Linear in the thread, apart from sorting it.
/// </summary>
internal static class MergeThread
{
    /// <summary>The id of the description while its comment is not known.</summary>
    public const string Placeholder = "description";

    private const char Redacted = '▇';   // what Zendesk puts in the place of each redacted character

    // The ticket and its first comment are made in one request, whose two times may fall on both sides of a second.
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    /// <returns>What is to be stored; null when it is as stored.</returns>
    public static List<Comment>? Run(DeskPlan plan, Ticket row, PeopleIds ids)
    {
        var ticket = plan.Ticket;
        var thread = ticket.StoredComments.ToDictionary(c => c.ExternalId);
        foreach (var said in ticket.Said.Comments ?? [])
        {
            var id = Clip.To(said.ExternalId, 100);
            thread[id] = Merge(thread.GetValueOrDefault(id), id, said, plan, row, ids);
        }

        SetDescription(thread, plan, row, ids);
        var ordered = thread.Values.OrderBy(c => c.ExternalId != Placeholder).ThenBy(c => c.CreatedAt ?? DateTime.MaxValue).ThenBy(c => c.ExternalId.Length).ThenBy(c => c.ExternalId, StringComparer.Ordinal);
        var merged = ordered.Select((comment, position) => Placed(comment, position, row)).ToList();
        return IsSame(merged, ticket.StoredComments) ? null : merged;
    }

    /// <summary>How many comments of a merged thread are new or say something else than stored.</summary>
    public static int Changed(List<Comment> merged, List<Comment> stored)
    {
        var known = stored.ToDictionary(c => c.ExternalId);
        return merged.Count(c => !known.TryGetValue(c.ExternalId, out var before) || !StoredComment.SaysTheSame(before, c));
    }

    /// <summary>Whether what everybody can read differs, in words or in who said them.</summary>
    public static bool PublicWordsDiffer(List<Comment> merged, List<Comment> stored) =>
        !merged.Where(c => c.IsPublic).Select(c => (c.Body, c.AuthorKind)).SequenceEqual(stored.Where(c => c.IsPublic).Select(c => (c.Body, c.AuthorKind)));

    private static Comment Merge(Comment? stored, string id, IncomingComment said, DeskPlan plan, Ticket row, PeopleIds ids)
    {
        var body = Body(stored?.Body, said.Body);
        var isOurs = NoteMarker.IsOurs(said.Body, said.IsPublic) || (plan.Writing is { Marker.Length: > 0 } writing && said.Body.Contains(writing.Marker, StringComparison.Ordinal));
        var staysSystem = stored is { AuthorKind: AuthorKind.System } && stored.Body == body;
        return new Comment
        {
            TicketId = row.Id,
            ExternalId = id,
            AuthorId = ids.Of(plan.Ticket.Said.Source, said.Author) ?? stored?.AuthorId,
            AuthorKind = isOurs || staysSystem ? AuthorKind.System : said.AuthorKind,
            IsPublic = said.IsPublic && stored?.IsPublic is not false,
            Body = body,
            CreatedAt = said.CreatedAt ?? stored?.CreatedAt,
        };
    }

    /// <summary>A page from before a redaction does not bring the words back: redacting only ever adds.</summary>
    private static string Body(string? stored, string said) => stored is not null && stored.Count(c => c == Redacted) > said.Count(c => c == Redacted) ? stored : said;

    /// <summary>The description stands in for the first comment until that is known itself.</summary>
    private static void SetDescription(Dictionary<string, Comment> thread, DeskPlan plan, Ticket row, PeopleIds ids)
    {
        var placeholder = thread.GetValueOrDefault(Placeholder);
        if (plan.Ticket.Said.Description is { } said && (thread.Count == 0 || placeholder is not null))
            thread[Placeholder] = placeholder = Merge(placeholder, Placeholder, said, plan, row, ids);
        if (placeholder is not null && thread.Values.Any(c => c != placeholder && IsFirst(c, placeholder, row))) thread.Remove(Placeholder);
    }

    private static bool IsFirst(Comment comment, Comment placeholder, Ticket row) =>
        comment.Body == placeholder.Body || comment.CreatedAt <= row.CreatedAt + AtOnce;

    /// <summary>Gives a comment its place; the requester is the customer, whatever else they are.</summary>
    private static Comment Placed(Comment comment, int position, Ticket row) => new()
    {
        TicketId = row.Id,
        ExternalId = comment.ExternalId,
        Position = position,
        AuthorId = comment.AuthorId,
        AuthorKind = comment.AuthorKind is not AuthorKind.System && comment.AuthorId is { } author && author == row.RequesterId ? AuthorKind.Requester : comment.AuthorKind,
        IsPublic = comment.IsPublic,
        Body = comment.Body,
        CreatedAt = comment.CreatedAt,
    };

    private static bool IsSame(List<Comment> merged, List<Comment> stored) => merged.Count == stored.Count && merged.Zip(stored).All(pair => StoredComment.Is(pair.First, pair.Second));
}
