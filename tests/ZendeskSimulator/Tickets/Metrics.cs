namespace ZendeskSimulator.Tickets;

/// <summary>What Zendesk measures of a ticket, told from its audits. Minutes are of the calendar; business hours are taken for half of them.</summary>
internal sealed record Metrics(int? ReplyMinutes, int? FirstResolutionMinutes, int? FullResolutionMinutes, int Reopens, int Replies, long? AssignedAt, long? SolvedAt, long StatusAt, long CommentAt, long RequesterAt)
{
    public static Metrics Of(Ticket ticket)
    {
        long? reply = null, firstSolved = null, solved = null, assigned = null;
        long status = ticket.CreatedAt, comment = ticket.CreatedAt, requester = ticket.CreatedAt;
        int reopens = 0, replies = 0;
        foreach (var audit in ticket.Audits)
            foreach (var happened in audit.Events)
                switch (happened)
                {
                    case CommentEvent words:
                        comment = audit.At;
                        if (words.AuthorId == ticket.RequesterId) requester = audit.At;
                        else if (words.IsPublic)
                        {
                            replies++;
                            reply ??= audit.At;
                        }
                        break;
                    case ChangeEvent { Field: "assignee_id", Value: not null }:
                        assigned = audit.At;
                        break;
                    case ChangeEvent { Field: "status", IsCreate: false } change:
                        status = audit.At;
                        if (change.Value is "solved") (solved, firstSolved) = (audit.At, firstSolved ?? audit.At);
                        else if (change.Previous is "solved" && change.Value is "open" or "pending" or "new") (solved, reopens) = (null, reopens + 1);
                        break;
                }
        int? Minutes(long? at) => at is { } time ? (int)((time - ticket.CreatedAt) / 60) : null;
        return new Metrics(Minutes(reply), Minutes(firstSolved), Minutes(solved), reopens, replies, assigned, solved, status, comment, requester);
    }
}
