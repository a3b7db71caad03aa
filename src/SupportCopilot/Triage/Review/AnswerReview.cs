using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Review;

/// <summary>
/// Takes a person's word on a ticket's triage, once per ticket. Each value becomes the given one, whether it was confirmed or
/// corrected, and so an example for the next training; it is kept beside what triage said, so that agreement can be told.
/// </summary>
public sealed class AnswerReview(SupportDbContext db, CurrentCaller caller, AuditLog audit, TimeProvider clock)
{
    // Triage or a sync may write the same ticket in between; twice in a row is already rare.
    private const int Tries = 3;

    /// <summary>Takes what the caller in scope says of a ticket.</summary>
    public async Task<ReviewOutcome> RunAsync(long ticketId, ReviewSaid said, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(ticketId, said, ct);
            }
            catch (DbUpdateException thrown)   // a row of it was written by somebody else between our look and our write
            {
                db.ChangeTracker.Clear();
                if (await db.ReviewItems.AsNoTracking().AnyAsync(i => i.TicketId == ticketId && i.ReviewedAt != null, ct)) return await TooLateAsync(ticketId, ct);
                if (thrown is not DbUpdateConcurrencyException || attempt == Tries) throw;
            }
        }
    }

    private async Task<ReviewOutcome> TryAsync(long ticketId, ReviewSaid said, CancellationToken ct)
    {
        var ticket = await db.Tickets.VisibleTo(caller.Visibility).SingleOrDefaultAsync(t => t.Id == ticketId, ct);
        if (ticket is null || await ItemAsync(ticket, ct) is not { } item) return new ReviewOutcome.NoTicket();
        if (item.ReviewedAt is not null) return await TooLateAsync(ticketId, ct);
        if (said.JudgedAt is { } seen && UtcMilliseconds.ToMilliseconds(seen.ToUniversalTime()) != UtcMilliseconds.ToMilliseconds(item.DrawnAt))
            return new ReviewOutcome.TooLate("Triage has judged this ticket anew since you opened it. Look at it again.");

        var taxonomy = await Taxonomy.LoadAsync(db, ct);
        var (words, wrong) = ReviewWords.Read(said, ticket, JudgedField.Read(item.Judged), taxonomy);
        if (wrong is not null) return new ReviewOutcome.Refused(wrong);

        Keep(item, ticket, words, taxonomy);
        audit.Add("triage.reviewed", $"ticket/{ticketId}", $"{item.Answers.Count(a => a.Agreed)} of {item.Answers.Count} agreed");
        await db.SaveChangesAsync(ct);
        return new ReviewOutcome.Kept([.. item.Answers.Select(a => new ReviewAnswerView(a.Field, a.Judged, a.Said, a.Agreed))]);
    }

    /// <summary>The ticket's review: the one that was drawn, else one of what triage says of it now.</summary>
    private async Task<ReviewItem?> ItemAsync(Ticket ticket, CancellationToken ct)
    {
        if (await db.ReviewItems.SingleOrDefaultAsync(i => i.TicketId == ticket.Id, ct) is { } drawn) return drawn;
        if (await db.Verdicts.AsNoTracking().SingleOrDefaultAsync(v => v.TicketId == ticket.Id, ct) is not { } verdict) return null;

        var judged = JudgedField.Of(ticket, JsonSerializer.Deserialize(verdict.Detail, JudgementJson.Default.Judgement)!);
        var item = new ReviewItem { TicketId = ticket.Id, Kind = ReviewKind.Uncertain, DrawnAt = verdict.MadeAt, Judged = JudgedField.Write(judged) };
        db.ReviewItems.Add(item);
        return item;
    }

    private void Keep(ReviewItem item, Ticket ticket, IReadOnlyList<ReviewWord> words, Taxonomy taxonomy)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var set = new SetTriageField(db, caller, clock);
        item.ReviewedAt = now;
        item.ReviewedBy = caller.Value?.PersonId;
        foreach (var word in words)
        {
            if (word.Sets) set.Run(ticket, word.Field, word.Said, taxonomy);
            if (word.Judged is not { } judged) continue;
            item.Answers.Add(new ReviewAnswer
            {
                TicketId = ticket.Id,
                Kind = item.Kind,
                Field = judged.Field,
                Way = judged.Way,
                Judged = judged.Value,
                Confidence = judged.Confidence,
                Said = word.Said,
                Agreed = word.Said == judged.Value,
                At = now,
            });
        }
    }

    private async Task<ReviewOutcome> TooLateAsync(long ticketId, CancellationToken ct)
    {
        var by = await (from item in db.ReviewItems where item.TicketId == ticketId join person in db.People on item.ReviewedBy equals (long?)person.Id select person.Name).SingleOrDefaultAsync(ct);
        return new ReviewOutcome.TooLate($"{by ?? "Somebody"} has reviewed this ticket meanwhile; your answer was not kept.");
    }
}
