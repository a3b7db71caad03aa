using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Zendesk's comment → ours.</summary>
internal static class MapComment
{
    /// <returns>The comment; null without an id, by which it is known.</returns>
    public static IncomingComment? Run(ZendeskComment comment, DeskNames names) => comment.Id is not { } id ? null : Of(
        id, WireText.Body(comment.Body, comment.PlainBody, comment.HtmlBody), comment.Attachments, comment.AuthorId, comment.Public, comment.CreatedAt, comment.Via, names);

    /// <summary>The same of an exported event.</summary>
    /// <param name="comment">The event.</param>
    /// <param name="at">When the update happened whose part it is.</param>
    /// <param name="names">Who is who.</param>
    public static IncomingComment? Run(ZendeskChildEvent comment, DateTime? at, DeskNames names) => comment.Id is not { } id ? null : Of(
        id, WireText.Body(comment.Body, comment.PlainBody, comment.HtmlBody), comment.Attachments, comment.AuthorId, comment.Public, comment.CreatedAt ?? at, comment.Via, names);

    /// <summary>In what capacity somebody wrote. The requester of the ticket is told apart where the ticket is known.</summary>
    public static AuthorKind KindOf(long? authorId, bool isPublic, ZendeskVia? via, DeskNames names)
    {
        if (authorId is not > 0 || via?.Channel is "rule" or "system" or "trigger" or "automation") return AuthorKind.System;
        return !isPublic || names.IsAgent(authorId) ? AuthorKind.Agent : AuthorKind.Requester;   // nobody but the desk writes internal notes
    }

    private static IncomingComment Of(
        long id, string body, IReadOnlyList<ZendeskAttachment>? files, long? authorId, bool? isPublic, DateTime? at, ZendeskVia? via, DeskNames names)
    {
        var reaches = isPublic is not false;
        if (body.Length == 0 && files is { Count: > 0 }) body = string.Join('\n', files.Select(file => $"[{file.FileName ?? "file"}]"));
        return new(WireText.Of(id), body, KindOf(authorId, reaches, via, names), names.Person(authorId), reaches, at);
    }
}
