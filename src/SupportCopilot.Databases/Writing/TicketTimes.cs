using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>
/// Takes a ticket's times and counts, and works out what the source did not say:
/// the first reply is the first public comment of an agent after the creation (or the creation and the measured minutes);
/// it was solved when its history last turned to solved or closed (or the creation and the measured minutes);
/// minutes are calendar minutes between the two; replies are the agents' public comments after the description;
/// reopened is each turn from solved or closed to something else.
/// </summary>
internal static class TicketTimes
{
    public static void Take(IncomingTicket said, Ticket row)
    {
        var before = (row.CreatedAt, row.FirstReplyAt, row.SolvedAt);
        row.CreatedAt = said.CreatedAt ?? row.CreatedAt;
        row.UpdatedAt = said.UpdatedAt ?? row.UpdatedAt;
        row.DueAt = said.DueAt ?? row.DueAt;
        row.FirstReplyAt = said.FirstReplyAt ?? FirstReplyIn(said, row) ?? After(row.CreatedAt, said.FirstReplyMinutes) ?? row.FirstReplyAt;
        row.SolvedAt = said.SolvedAt ?? SolvedIn(said) ?? (IsDone(row.Status) ? After(row.CreatedAt, said.ResolutionMinutes) : null) ?? row.SolvedAt;

        var sameCreation = before.CreatedAt == row.CreatedAt;
        row.FirstReplyMinutes = said.FirstReplyMinutes
            ?? (sameCreation && before.FirstReplyAt == row.FirstReplyAt ? row.FirstReplyMinutes : null)
            ?? Minutes(row.CreatedAt, row.FirstReplyAt);
        row.ResolutionMinutes = said.ResolutionMinutes
            ?? (sameCreation && before.SolvedAt == row.SolvedAt ? row.ResolutionMinutes : null)
            ?? Minutes(row.CreatedAt, row.SolvedAt);
        row.Replies = said.Replies ?? said.Comments?.Skip(1).Count(IsReply) ?? row.Replies;
        row.Reopens = said.Reopens ?? said.Changes?.Count(change => IsStatus(change) && IsDone(change.From) && !IsDone(change.To)) ?? row.Reopens;
    }

    private static DateTime? FirstReplyIn(IncomingTicket said, Ticket row) =>
        row.CreatedAt is { } created
            ? said.Comments?.Where(comment => IsReply(comment) && comment.CreatedAt > created).Min(comment => comment.CreatedAt)
            : null;

    private static DateTime? SolvedIn(IncomingTicket said)
    {
        if (said.Changes is null || !IsDone(said.Status)) return null;
        DateTime? solved = null;
        foreach (var change in said.Changes.Where(IsStatus))
        {
            if (!IsDone(change.To)) solved = null;
            else solved ??= change.At;   // solved, then closed: the work ended with the former
        }

        return solved;
    }

    private static bool IsReply(IncomingComment comment) => comment is { AuthorKind: AuthorKind.Agent, IsPublic: true };

    private static bool IsStatus(IncomingChange change) => change.Field == "status";

    private static bool IsDone(string? status) => status is TicketStatus.Solved or TicketStatus.Closed;

    private static DateTime? After(DateTime? created, int? minutes) => created is { } from && minutes is { } length ? from.AddMinutes(length) : null;

    private static int? Minutes(DateTime? from, DateTime? to) =>
        from is { } start && to is { } end && end >= start ? (int)Math.Min((end - start).TotalMinutes, int.MaxValue) : null;
}
