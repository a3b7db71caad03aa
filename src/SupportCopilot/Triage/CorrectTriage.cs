using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage;

/// <summary>What came of a correction.</summary>
public abstract record CorrectionOutcome
{
    /// <summary>It holds now.</summary>
    public sealed record Held(TicketTriage Triage) : CorrectionOutcome;

    /// <summary>The ticket is not there, or not in the caller's sight.</summary>
    public sealed record NoTicket : CorrectionOutcome;

    /// <summary>No such field, or no such value of it.</summary>
    /// <param name="Message">What is wrong, and what would be right.</param>
    public sealed record Refused(string Message) : CorrectionOutcome;
}

/// <summary>
/// Sets a triage field right. What a person says holds from then on, against triage and against what the source says next;
/// and it is an example for the next training.
/// </summary>
public sealed class CorrectTriage(SupportDbContext db, CurrentCaller caller, AuditLog audit, ShowTriage show, TimeProvider clock)
{
    // A list of hundreds of values helps nobody who reads an error.
    private const int ValuesNamed = 40;

    // Triage or an import may write the same ticket in between; twice in a row is already rare.
    private const int Tries = 3;

    /// <summary>Sets one field of one ticket for the caller in scope.</summary>
    /// <param name="ticketId">The ticket.</param>
    /// <param name="fieldName">The field's name, such as <c>category</c>.</param>
    /// <param name="value">One of the field's values, in any case.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    public async Task<CorrectionOutcome> RunAsync(long ticketId, string fieldName, string value, CancellationToken ct)
    {
        if (TriageFields.Parse(fieldName) is not { } field)
            return new CorrectionOutcome.Refused($"There is no triage field of that name; there are {string.Join(", ", TriageFields.Each.Select(f => f.Name()))}.");

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(ticketId, field, value, ct);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Tries)
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<CorrectionOutcome> TryAsync(long ticketId, TriageField field, string value, CancellationToken ct)
    {
        var ticket = await db.Tickets.VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == ticketId, ct);
        if (ticket is null) return new CorrectionOutcome.NoTicket();

        var taxonomy = await Taxonomy.LoadAsync(db, ct);
        var category = ticket.Given.Category ?? ticket.Predicted.Category;
        if (taxonomy.Find(field, value, category) is not { } known) return Refuse(field, taxonomy.Values(field, category), category);

        if (!new SetTriageField(db, caller, clock).Run(ticket, field, known, taxonomy)) return new CorrectionOutcome.Held(await show.OfAsync(ticket, ct));

        audit.Add("triage.corrected", $"ticket/{ticketId}", field.Name());
        await db.SaveChangesAsync(ct);
        return new CorrectionOutcome.Held(await show.OfAsync(ticket, ct));
    }

    /// <summary>What a value that the lists do not have is answered with.</summary>
    internal static CorrectionOutcome.Refused Refuse(TriageField field, IReadOnlyList<string> values, string? category)
    {
        var within = field is TriageField.Subcategory && category is not null ? $" of {category}" : "";
        if (values.Count == 0) return new CorrectionOutcome.Refused($"There is no {field.Name()}{within} yet; set the category first.");
        var more = values.Count > ValuesNamed ? $" and {values.Count - ValuesNamed} more" : "";
        return new CorrectionOutcome.Refused($"That is no {field.Name()}{within}; there are {string.Join(", ", values.Take(ValuesNamed))}{more}.");
    }
}
