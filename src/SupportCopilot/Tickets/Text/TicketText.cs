namespace SupportCopilot.Tickets.Text;

/// <summary>
/// The words of a ticket that may be read: its subject and its public messages, freed of quoted mail, signatures,
/// greetings and footers. Internal notes are not in it.
/// </summary>
/// <param name="Subject">The subject line, without Re: and Fwd:; may be empty.</param>
/// <param name="Messages">The public messages, oldest first.</param>
public sealed record TicketText(string Subject, IReadOnlyList<TicketMessage> Messages)
{
    /// <summary>The customer's first message; empty where there is none.</summary>
    public string FirstMessage { get; } = Messages.FirstOrDefault(m => m.Author is AuthorKind.Requester)?.Text ?? "";

    /// <summary>What was known when the ticket came in: the subject and the customer's first message.</summary>
    public string AtCreation => Joined([Subject, FirstMessage]);

    /// <summary>The subject and all that the customer wrote.</summary>
    public string CustomerWords => Joined([Subject, .. Messages.Where(m => m.Author is AuthorKind.Requester).Select(m => m.Text)]);

    /// <summary>The subject and every public message of the customer and the desk; machines' messages are left out.</summary>
    public string PublicThread => Joined([Subject, .. Messages.Where(m => m.Author is not AuthorKind.System).Select(m => m.Text)]);

    /// <summary>The words of a ticket with its comments, in any order.</summary>
    public static TicketText Of(Ticket ticket, IEnumerable<Comment> comments) => Of(ticket.Subject, comments);

    /// <summary>The words of a ticket by its subject line and its comments, in any order.</summary>
    public static TicketText Of(string subject, IEnumerable<Comment> comments) => new(
        SubjectLine.Clean(subject),
        [.. comments.Where(c => c.IsPublic).OrderBy(c => c.Position).Select(c => new TicketMessage(c.AuthorKind, MessageText.Clean(c.Body), c.CreatedAt))]);

    // A subject that the message repeats as its first words (chats, web forms) is not said twice.
    private static string Joined(IEnumerable<string> parts)
    {
        var said = parts.Where(part => part.Length > 0).ToList();
        var repeated = said.Count > 1 && said[1].StartsWith(said[0].TrimEnd('.', '…', ' '), StringComparison.OrdinalIgnoreCase);
        return string.Join('\n', repeated ? said.Skip(1) : said);
    }
}

/// <summary>One public message.</summary>
/// <param name="Author">In what capacity it was written.</param>
/// <param name="Text">Its words, cleaned by <see cref="MessageText"/>.</param>
/// <param name="At">When it was written (UTC), where known.</param>
public sealed record TicketMessage(AuthorKind Author, string Text, DateTime? At);
