using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Templates;

/// <summary>Keeps which prepared answers were proposed, once for each state of a ticket, so that it can be told how often each is sent.</summary>
internal sealed class KeepProposals(SupportDbContext db, CurrentTenant tenant, TimeProvider clock)
{
    private const string CitesNothing = "[]";

    /// <returns>The same with the ids that a verdict, or what was sent, names them by.</returns>
    public async Task<IReadOnlyList<ProposedTemplate>> RunAsync(Ticket ticket, IReadOnlyList<ProposedTemplate> proposed, CancellationToken ct)
    {
        if (proposed.Count == 0) return proposed;
        var kept = proposed.Select(one => one with { SuggestionId = IdOf(ticket, one) }).ToList();
        var known = await db.Suggestions.AsNoTracking().Where(s => s.TicketId == ticket.Id && s.TicketVersion == ticket.Version).Select(s => s.Id).ToListAsync(ct);
        var fresh = kept.Where(one => !known.Contains(one.SuggestionId!.Value)).Select(one => Row(ticket, one)).ToList();
        if (fresh.Count > 0) await AddAsync(fresh, ct);
        return kept;
    }

    /// <summary>Whether what made a suggestion is a prepared answer.</summary>
    public static bool IsTemplate(string madeBy) => Kinds.Any(kind => madeBy.StartsWith(kind, StringComparison.Ordinal));

    private static readonly string[] Kinds = [$"{ProposedTemplate.Macro}/", $"{ProposedTemplate.Own}/", $"{ProposedTemplate.BuiltIn}/"];

    private async Task AddAsync(List<Suggestion> fresh, CancellationToken ct)
    {
        db.Suggestions.AddRange(fresh);
        try
        {
            await db.SaveSoonAsync(ct);   // an agent waits; what a power cut takes is proposed again
        }
        catch (DbUpdateException)
        {
            // Another sidebar on the same ticket may have kept them in between; anything else stays a failure.
            foreach (var one in fresh) db.Entry(one).State = EntityState.Detached;
            var ids = fresh.ConvertAll(one => one.Id);
            if (await db.Suggestions.CountAsync(s => ids.Contains(s.Id), ct) == 0) throw;
        }
    }

    private Suggestion Row(Ticket ticket, ProposedTemplate one) => new()
    {
        Id = one.SuggestionId!.Value,
        TicketId = ticket.Id,
        TicketVersion = ticket.Version,
        Text = one.Text,
        Citations = CitesNothing,
        MadeBy = one.Id,
        CreatedAt = clock.GetUtcNow().UtcDateTime,
    };

    private Guid IdOf(Ticket ticket, ProposedTemplate one) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Id}\n{ticket.Id}\n{ticket.Version}\n{one.Id}\n{one.Text}")).AsSpan(0, 16));
}
