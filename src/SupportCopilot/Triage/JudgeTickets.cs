using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage.Rules;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Triage;

/// <summary>Judges tickets that the context tracks and writes onto them what was made of their words; the caller saves.</summary>
internal sealed class JudgeTickets(SupportDbContext db, CurrentTenant tenant, TenantClassifier classifier, TimeProvider clock)
{
    public async Task RunAsync(List<Ticket> tickets, CancellationToken ct)
    {
        var ids = tickets.ConvertAll(ticket => ticket.Id);
        var comments = await ReadCommentsAsync(ids, ct);
        var verdicts = await db.Verdicts.Where(v => ids.Contains(v.TicketId)).ToDictionaryAsync(v => v.TicketId, ct);
        var models = await classifier.ForAsync(db, tenant.Id, ct);

        var judged = new (Judgement Judgement, string Detail)[tickets.Count];
        Parallel.For(0, tickets.Count, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var judgement = Judge(tickets[i], TicketText.Of(tickets[i], comments[ids[i]]), models);
            judged[i] = (judgement, JsonSerializer.Serialize(judgement, JudgementJson.Default.Judgement));
        });
        for (var i = 0; i < tickets.Count; i++) Accept(tickets[i], judged[i], verdicts.GetValueOrDefault(ids[i]));
    }

    private static Judgement Judge(Ticket ticket, TicketText text, TenantModels models) =>
        models.Improve(TriageRules.Judge(text, ticket.CreatedAt, ticket.Given.Category), text.AtCreation, ticket.Given);

    private async Task<ILookup<long, Comment>> ReadCommentsAsync(List<long> ids, CancellationToken ct)
    {
        var comments = await db.Comments.AsNoTracking()
            .Where(c => ids.Contains(c.TicketId) && c.IsPublic)
            .Select(c => new Comment { ExternalId = "", TicketId = c.TicketId, Position = c.Position, AuthorKind = c.AuthorKind, Body = c.Body })
            .ToListAsync(ct);
        return comments.ToLookup(comment => comment.TicketId);
    }

    private void Accept(Ticket ticket, (Judgement Judgement, string Detail) judged, TriageVerdict? verdict)
    {
        foreach (var field in TriageFields.Each) ticket.Predicted[field] = judged.Judgement[field]?.Value;
        ticket.SentimentScore = judged.Judgement.SentimentScore;
        ticket.Owed = (ticket.Owed & ~Owed.Triage) | Owed.Index;
        if (TicketSource.IsDesk(ticket.Source) && TicketStatus.IsUnsolved(ticket.Status)) ticket.Owed |= Owed.WriteBack;
        ticket.Version++;

        var now = clock.GetUtcNow().UtcDateTime;
        if (verdict is null)
        {
            db.Verdicts.Add(new TriageVerdict { TicketId = ticket.Id, MadeAt = now, Detail = judged.Detail });
            return;
        }

        verdict.MadeAt = now;
        verdict.Detail = judged.Detail;
    }
}
