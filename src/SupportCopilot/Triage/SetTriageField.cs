using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage;

/// <summary>
/// Writes what a person says of a field onto a ticket that the context tracks. It holds from then on, against triage and
/// against what the source says next, and it is an example for the next training; the caller saves.
/// </summary>
internal sealed class SetTriageField(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    /// <param name="ticket">The ticket.</param>
    /// <param name="field">The field.</param>
    /// <param name="known">The value, as the lists of the tenant spell it.</param>
    /// <param name="taxonomy">Those lists.</param>
    /// <returns>Whether anything changed: saying the same again does nothing.</returns>
    public bool Run(Ticket ticket, TriageField field, string known, Taxonomy taxonomy)
    {
        if (ticket.Corrected.HasFlag(field) && ticket.Given[field] == known) return false;

        var before = ticket.Given[field] ?? ticket.Predicted[field];
        ticket.Given[field] = known;
        ticket.Corrected |= field;
        if (field is TriageField.Category) DropForeignSubcategory(ticket, taxonomy);
        ticket.Owed |= Owed.Index;
        if (TicketSource.IsDesk(ticket.Source) && TicketStatus.IsUnsolved(ticket.Status)) ticket.Owed |= Owed.WriteBack;   // whoever looks there sees it too
        ticket.Version++;
        db.Corrections.Add(new Correction { TicketId = ticket.Id, Field = field.Name(), Before = before, Value = known, PersonId = caller.Value?.PersonId ?? 0, At = clock.GetUtcNow().UtcDateTime });
        return true;
    }

    /// <summary>A subcategory that was predicted within another category makes no sense in the new one.</summary>
    private static void DropForeignSubcategory(Ticket ticket, Taxonomy taxonomy)
    {
        if (ticket.Predicted.Subcategory is { } predicted && taxonomy.Find(TriageField.Subcategory, predicted, ticket.Given.Category) is null) ticket.Predicted.Subcategory = null;
    }
}
