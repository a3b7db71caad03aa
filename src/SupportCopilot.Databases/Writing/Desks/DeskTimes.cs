using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>
/// Takes the times and counts of a desk's ticket. Where the desk measured, its measure holds; else the first reply is the
/// first public comment of an agent after the creation, and it was solved when its state first said so. A ticket that is
/// not done, or was merged into another, was solved by nobody.
/// </summary>
internal static class DeskTimes
{
    public static void Take(IncomingTicket said, Ticket row, bool wasDone)
    {
        row.CreatedAt = said.CreatedAt ?? row.CreatedAt;
        row.UpdatedAt = said.UpdatedAt ?? row.UpdatedAt;
        row.DueAt = said.IsFullState ? said.DueAt : said.DueAt ?? row.DueAt;
        row.FirstReplyMinutes = said.FirstReplyMinutes ?? row.FirstReplyMinutes;
        row.FirstReplyAt = said.FirstReplyAt ?? After(row.CreatedAt, said.FirstReplyMinutes) ?? row.FirstReplyAt;
        row.Replies = said.Replies ?? row.Replies;
        row.Reopens = said.Reopens ?? row.Reopens;
        if (IsDone(row.Status)) row.SolvedAt = said.SolvedAt ?? After(row.CreatedAt, said.ResolutionMinutes) ?? (wasDone ? row.SolvedAt : null) ?? said.UpdatedAt;
        row.ResolutionMinutes = said.ResolutionMinutes ?? Minutes(row.CreatedAt, row.SolvedAt);
        LeaveUnsolved(row);
    }

    /// <summary>What the thread tells where the desk did not measure.</summary>
    public static void TakeFromThread(Ticket row, IReadOnlyList<Comment> thread)
    {
        if (row.CreatedAt is not { } created) return;
        var replies = thread.Where(c => c is { AuthorKind: AuthorKind.Agent, IsPublic: true, Position: > 0 } && c.CreatedAt > created).ToList();
        if (replies.Count > row.Replies) row.Replies = replies.Count;
        if (row.FirstReplyMinutes is not null || replies.Count == 0) return;
        row.FirstReplyAt = replies.Min(c => c.CreatedAt);
        row.FirstReplyMinutes = Minutes(created, row.FirstReplyAt);
    }

    /// <summary>Takes the solution away from what nobody solved.</summary>
    public static void LeaveUnsolved(Ticket row)
    {
        if (IsDone(row.Status) && row.MergedInto is null) return;
        row.SolvedAt = null;
        row.ResolutionMinutes = null;
    }

    public static bool IsDone(string? status) => status is TicketStatus.Solved or TicketStatus.Closed;

    private static DateTime? After(DateTime? created, int? minutes) => created is { } from && minutes is { } length ? from.AddMinutes(length) : null;

    private static int? Minutes(DateTime? from, DateTime? to) =>
        from is { } start && to is { } end && end >= start ? (int)Math.Min((end - start).TotalMinutes, int.MaxValue) : null;
}
