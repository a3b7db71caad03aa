using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.Review;

/// <summary>
/// Draws lots on tickets when they are triaged for the first time, each with the same chance whatever it says and whoever
/// wrote it. The lot comes from the system's own random numbers, so nobody can foresee it or have it drawn again; a judging
/// that is not saved leaves no lot behind.
/// </summary>
public sealed class PickForReview(SupportDbContext db, IOptions<ReviewOptions> options, TimeProvider clock)
{
    private const int Lots = 1_000_000;

    /// <summary>Draws on a ticket that has no verdict yet; the caller saves, together with the verdict.</summary>
    internal void Run(Ticket ticket, Judgement judgement)
    {
        if (RandomNumberGenerator.GetInt32(Lots) >= options.Value.Share * Lots) return;
        var judged = JudgedField.Of(ticket, judgement);
        if (judged.Count == 0) return;   // where the desk has said everything there is nothing to agree with

        db.ReviewItems.Add(new ReviewItem { TicketId = ticket.Id, Kind = ReviewKind.Random, DrawnAt = clock.GetUtcNow().UtcDateTime, Judged = JudgedField.Write(judged) });
    }
}
