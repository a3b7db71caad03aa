using System.Text.RegularExpressions;
using ZendeskSimulator.Accounts;
using ZendeskSimulator.Http;
using ZendeskSimulator.People;

namespace ZendeskSimulator.Tickets;

/// <summary>Takes words out of a comment for good, or hides a comment from the customer.</summary>
internal static partial class RedactComment
{
    /// <summary>Blackens each place where the text stands.</summary>
    public static (Audit Audit, CommentEvent Comment) Apply(Account account, long ticket, long comment, string text, User actor) =>
        Change(account, ticket, comment, actor, found => Blacken(found, [text]));

    /// <summary>Blackens what stands between <c>redact</c> tags.</summary>
    public static (Audit Audit, CommentEvent Comment) ApplyMarked(Account account, long ticket, long comment, string html, User actor) =>
        Change(account, ticket, comment, actor, found => Blacken(found, Marked().Matches(html).Select(m => HtmlWords.Plain(m.Groups[1].Value)).ToList()));

    public static void MakePrivate(Account account, long ticket, long comment, User actor) => Change(account, ticket, comment, actor, found => found.IsPublic = false);

    private static (Audit, CommentEvent) Change(Account account, long id, long comment, User actor, Action<CommentEvent> change)
    {
        if (account.Tickets.Find(id) is not { IsDeleted: false } || account.Tickets.FindToChange(id) is not { } ticket) throw new Refused(SimulatedAnswer.NotFound());
        var found = ticket.Comments().FirstOrDefault(c => c.Comment.Id == comment);
        if (found.Comment is null) throw new Refused(SimulatedAnswer.NotFound());
        change(found.Comment);
        if (ticket.Audits[0].Events.Contains(found.Comment)) ticket.Description = found.Comment.Body;
        account.Record(ticket, new Audit(account.NextId(), id, actor.Id, account.Now, new Via("web"), [new RedactionEvent(account.NextId(), comment)]));
        return found;
    }

    private static void Blacken(CommentEvent comment, IReadOnlyList<string> texts)
    {
        foreach (var text in texts.Where(t => t.Length > 0))
        {
            var black = new string('▇', text.Length);
            comment.Body = comment.Body.Replace(text, black, StringComparison.Ordinal);
            comment.Html = comment.Html?.Replace(text, black, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("<redact>(.*?)</redact>", RegexOptions.Singleline)]
    private static partial Regex Marked();
}
