using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.Rules;
using SupportCopilot.Triage.Training;

namespace SupportCopilot.Triage;

/// <summary>Judges tickets by the embedded way, by their words and what they were given besides, and prepares what a model would be asked about them. Nothing on them is changed.</summary>
public sealed class JudgeTickets(SupportDbContext db, CurrentTenant tenant, TenantClassifier classifier)
{
    /// <param name="tickets">The tickets, whether or not the context tracks them.</param>
    /// <param name="worthModel">The model that is to have its say on a ticket; null where none is.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>One judgement for each, in their order; with the context's verdicts, which it tracks.</returns>
    internal async Task<IReadOnlyList<JudgedTicket>> RunAsync(List<Ticket> tickets, Func<Ticket, ModelServer?> worthModel, CancellationToken ct)
    {
        var ids = tickets.ConvertAll(ticket => ticket.Id);
        var comments = await ReadCommentsAsync(ids, ct);
        var verdicts = await db.Verdicts.Where(v => ids.Contains(v.TicketId)).ToDictionaryAsync(v => v.TicketId, ct);
        var models = await classifier.ForAsync(db, tenant.Id, ct);
        var fields = models.ReadsFields ? await ReadFieldsAsync(ids, ct) : null;

        var judged = new JudgedTicket[tickets.Count];
        Parallel.For(0, tickets.Count, new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
        {
            var ticket = tickets[i];
            var text = TicketText.Of(ticket, comments[ids[i]]);
            var embedded = models.Improve(TriageRules.Judge(text, ticket.CreatedAt, ticket.Given.Category), text.AtCreation, ticket.Given, GivenBeside.Of(GivenColumns.Of(ticket), fields?[ids[i]] ?? []));
            var question = worthModel(ticket) is { } server ? TriageQuestion.Of(tenant.Id, server, text, models.Taxonomy, ticket.Given) : null;
            judged[i] = JudgedTicket.Of(ticket, verdicts.GetValueOrDefault(ids[i]), embedded, question, models.Taxonomy);
        });
        return judged;
    }

    private async Task<ILookup<long, TicketField>> ReadFieldsAsync(List<long> ids, CancellationToken ct) =>
        (await db.TicketFields.AsNoTracking().Where(f => ids.Contains(f.TicketId)).ToListAsync(ct)).ToLookup(field => field.TicketId);

    private async Task<ILookup<long, Comment>> ReadCommentsAsync(List<long> ids, CancellationToken ct)
    {
        var comments = await db.Comments.AsNoTracking()
            .Where(c => ids.Contains(c.TicketId) && c.IsPublic)
            .Select(c => new Comment { ExternalId = "", TicketId = c.TicketId, Position = c.Position, AuthorKind = c.AuthorKind, Body = c.Body })
            .ToListAsync(ct);
        return comments.ToLookup(comment => comment.TicketId);
    }
}
