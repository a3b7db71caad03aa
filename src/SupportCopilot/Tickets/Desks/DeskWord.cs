namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// What a desk's page says that is an agent's own word, and not ours coming back: a pure decision, so that reading a page
/// and writing to the desk may happen in any order. A page from before our write is followed by one that shows it, and so
/// decides nothing. Whoever keeps a page stores all three on the ticket.
/// </summary>
/// <param name="Priority">The priority to keep as given; null where nobody at the desk set one, or where the one there is ours.</param>
/// <param name="Corrected">The fields that hold as corrected here: an agent's later priority at the desk outweighs an earlier one of ours.</param>
/// <param name="OwesTriage">Whether an agent changed a priority or tags of ours, so that triage must look.</param>
public sealed record DeskWord(string? Priority, TriageField Corrected, bool OwesTriage)
{
    /// <summary>Decides.</summary>
    /// <param name="said">The page's ticket; its given priority, its tags and when it was last changed are read.</param>
    /// <param name="ticket">The ticket as stored, before the page is taken; a fresh one for a ticket that is new here.</param>
    /// <param name="writing">What we last wrote to it; null where we never did.</param>
    public static DeskWord Of(IncomingTicket said, Ticket ticket, DeskWriting? writing)
    {
        if (said.UpdatedAt < ticket.UpdatedAt) return new(ticket.Given.Priority, ticket.Corrected, false);

        var moment = DeskMoments.Of(said.UpdatedAt, writing);
        var agents = AgentsTags.In(said.Tags ?? [], said.UpdatedAt, said.Tags is null ? null : writing);
        var (priority, corrected) = PriorityIn(said, ticket, writing, moment);
        return new(priority, corrected, priority != ticket.Given.Priority || !agents.IsNothing);
    }

    private static (string? Priority, TriageField Corrected) PriorityIn(IncomingTicket said, Ticket ticket, DeskWriting? writing, DeskMoment moment)
    {
        var known = ticket.Given.Priority;
        var there = string.IsNullOrWhiteSpace(said.Given.Priority) ? null : said.Given.Priority;
        if (ticket.Corrected.HasFlag(TriageField.Priority))
        {
            var isLater = moment is DeskMoment.After && there is not null && there != writing!.PriorityThere;
            return isLater ? (there, ticket.Corrected & ~TriageField.Priority) : (known, ticket.Corrected);
        }

        if (moment is DeskMoment.Before || (there is null && !said.IsFullState)) return (known, ticket.Corrected);
        if (known is not null || there is null) return (there, ticket.Corrected);   // once agents have spoken, all that follows is theirs, ours set back by hand too
        return (IsOurs(there, writing, moment) ? null : there, ticket.Corrected);
    }

    private static bool IsOurs(string priority, DeskWriting? writing, DeskMoment moment) => moment switch
    {
        DeskMoment.NeverWritten => false,
        DeskMoment.InFlight or DeskMoment.SameSecond => priority == writing!.Priority || priority == writing.PriorityWas,
        _ => priority == writing!.Priority && priority == writing.PriorityThere,
    };
}
