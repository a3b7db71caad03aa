using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Knowledge.Indexing;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Modelled;

namespace SupportCopilot.Evaluations;

/// <summary>Brings the tickets and articles of a set into the desk of the scope, and does with them what the product's jobs would.</summary>
internal sealed class FillDesk(SupportDbContext db, CurrentTenant tenant, ITicketWriter writer, WriteArticles articles, TriageOwed triage, TriageByModel byModel, IndexOwed index, Leases leases)
{
    private const string Source = "file";
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);
    private static readonly DateTime Begin = new(2026, 1, 5, 9, 0, 0, DateTimeKind.Utc);

    /// <summary>Writes the articles that a set brings along.</summary>
    public async Task ArticlesAsync(EvaluationSet set, CancellationToken ct)
    {
        if (set.Articles is not { Count: > 0 } all) return;
        await articles.RunAsync([.. all.Select(article => new IncomingArticle(Source, article.Id, article.Title, article.Body) { Language = article.Language })], ct);
    }

    /// <summary>Writes tickets and gives their numbers by the ids of their cases.</summary>
    public async Task<IReadOnlyDictionary<string, long>> TicketsAsync(IReadOnlyList<IncomingTicket> tickets, CancellationToken ct)
    {
        await writer.WriteAsync(tenant.Id, tickets, ct);
        return await db.Tickets.AsNoTracking().Where(t => t.Source == Source).ToDictionaryAsync(t => t.ExternalId, t => t.Id, ct);
    }

    /// <summary>The ticket of a case.</summary>
    public static IncomingTicket TicketOf(EvaluationCase one) => new(Source, one.Id)
    {
        Subject = one.Subject,
        Status = one.Status ?? TicketStatus.Open,
        CreatedAt = Begin,
        Requester = new IncomingPerson("customer", "Robin Castle"),
        Assignee = one.Thread is null ? null : new IncomingPerson("agent", "Alex Marlow"),
        Comments = [.. (one.Thread ?? [new EvaluationMessage("customer", one.Text ?? "")]).Select((message, place) => new IncomingComment(
            $"{place}", message.Text, message.From == "customer" ? AuthorKind.Requester : AuthorKind.Agent, null, message.From != "note", message.At ?? Begin.AddHours(place)))],
        Changes = [.. one.Changes.Select(change => new IncomingChange(change.At, "status", change.From, change.To))],
    };

    /// <summary>A ticket without words that teaches the desk's lists a value.</summary>
    public static IncomingTicket Naming(TriageField field, string value) => new(Source, $"value {field.Name()} {value}")
    {
        Status = TicketStatus.Closed,
        CreatedAt = Begin,
        Given = new TriageValues { [field] = value },
        Comments = [],
    };

    /// <summary>Triages whatever is owed, with the model that is set behind the desk's gate where one is.</summary>
    public async Task TriageAsync(CancellationToken ct)
    {
        while (await triage.RunAsync(ct) > 0)
        {
        }

        await using var lease = await leases.TryTakeAsync($"evaluation/{tenant.Id}", LeaseTime, ct) ?? throw new InvalidOperationException("Somebody else evaluates on this desk.");
        await byModel.RunAsync(lease, runsAlone: false, ct);
    }

    /// <summary>Puts whatever is owed into the index.</summary>
    public async Task IndexAsync(CancellationToken ct)
    {
        while (await index.RunAsync(ct) > 0)
        {
        }
    }
}
