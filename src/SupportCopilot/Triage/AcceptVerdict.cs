using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.Review;

namespace SupportCopilot.Triage;

/// <summary>Writes onto tickets and their verdicts what was made of them; the caller saves.</summary>
public sealed class AcceptVerdict(SupportDbContext db, PickForReview review, TimeProvider clock)
{
    /// <summary>Accepts what was judged.</summary>
    /// <param name="ticket">The ticket, tracked by the context.</param>
    /// <param name="verdict">Its verdict, tracked; null where it has none yet.</param>
    /// <param name="judgement">What holds from now on.</param>
    /// <param name="detail">The same as JSON.</param>
    /// <param name="say">How that stands with the model.</param>
    /// <param name="mayDraw">Whether a lot may be drawn on it; one that waits for its review already has had its own.</param>
    internal void Run(Ticket ticket, TriageVerdict? verdict, Judgement judgement, string detail, ModelSay say, bool mayDraw = true)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var wasWithoutModel = verdict?.WithoutModelBecause is not null;
        var isFirst = IsFirst(verdict, say);
        if (verdict is null) db.Verdicts.Add(verdict = new TriageVerdict { TicketId = ticket.Id, Detail = detail });

        var isNew = Put(ticket, judgement);
        Stand(verdict, ticket, say, now);
        verdict.Detail = detail;
        verdict.MadeAt = now;
        if (isFirst && mayDraw) review.Run(ticket, judgement);
        if (!isNew && wasWithoutModel && say is ModelSay.Failed && !ticket.Owed.HasFlag(Owed.Triage)) return;   // the desk and the index know it all

        ticket.Owed = (ticket.Owed & ~Owed.Triage) | Owed.Index;
        // The desk is told once the model has had its say, or has failed: not twice for one message.
        if (say is not ModelSay.Waits && TicketSource.IsDesk(ticket.Source) && TicketStatus.IsUnsolved(ticket.Status)) ticket.Owed |= Owed.WriteBack;
        ticket.Version++;
    }

    /// <summary>Ends the waiting for a model: what stands is the last word.</summary>
    internal void LetGo(Ticket ticket, TriageVerdict verdict)
    {
        (verdict.ModelDueAt, verdict.ModelTries, verdict.WithoutModelBecause) = (null, 0, null);
        if (!TicketSource.IsDesk(ticket.Source) || !TicketStatus.IsUnsolved(ticket.Status)) return;
        ticket.Owed |= Owed.WriteBack;
        ticket.Version++;
    }

    // What only holds until the model has spoken is not what people are asked about.
    private static bool IsFirst(TriageVerdict? verdict, ModelSay say) =>
        say is not ModelSay.Waits && (verdict is null || verdict is { Model: null, WithoutModelBecause: null, ModelDueAt: not null });

    private static bool Put(Ticket ticket, Judgement judgement)
    {
        var isNew = ticket.SentimentScore != judgement.SentimentScore;
        foreach (var field in TriageFields.Each)
        {
            var value = judgement[field]?.Value;
            isNew |= ticket.Predicted[field] != value;
            ticket.Predicted[field] = value;
        }

        ticket.SentimentScore = judgement.SentimentScore;
        return isNew;
    }

    private static void Stand(TriageVerdict verdict, Ticket ticket, ModelSay say, DateTime now)
    {
        (verdict.Model, verdict.Asked) = say is ModelSay.Answered answered ? (answered.Server, answered.Hash) : ((string?)null, (long?)null);
        switch (say)
        {
            case ModelSay.Waits:   // what the desk was told of the last message stays told until there is something new
                (verdict.ModelDueAt, verdict.ModelTries) = (now, 0);
                break;
            case ModelSay.Failed failed:
                verdict.WithoutModelBecause = failed.Because;
                verdict.ModelTries++;
                verdict.ModelDueAt = TicketStatus.IsUnsolved(ticket.Status) && ModelWaits.After(verdict.ModelTries) is { } wait ? now + Longer(wait, failed.NotBefore) : null;
                break;
            default:
                (verdict.WithoutModelBecause, verdict.ModelDueAt, verdict.ModelTries) = (null, null, 0);
                break;
        }
    }

    private static TimeSpan Longer(TimeSpan wait, TimeSpan? other) => other > wait ? other.Value : wait;
}
