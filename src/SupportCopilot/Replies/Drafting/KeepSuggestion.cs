using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Knowledge.Usage;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Drafting;

/// <summary>Keeps a suggested reply, so that a verdict on it can be understood later.</summary>
internal sealed class KeepSuggestion(SupportDbContext db, CurrentTenant tenant, CountUse use, TimeProvider clock)
{
    /// <summary>Keeps the reply once for each state of the ticket, however often the sidebar is opened.</summary>
    public async Task<SuggestedReply> RunAsync(Ticket ticket, string text, IReadOnlyList<Citation> citations, CancellationToken ct, string madeBy = SuggestedReply.Extractive, string? prompt = null)
    {
        var cited = JsonSerializer.Serialize(citations, CitationsJson.Default.IReadOnlyListCitation);
        var id = IdOf(ticket, text, cited);
        if (!await db.Suggestions.AnyAsync(s => s.Id == id, ct)) await AddAsync(id, ticket, text, citations, cited, (madeBy, prompt), ct);
        return new SuggestedReply(id, text, citations, madeBy, null);
    }

    private async Task AddAsync(Guid id, Ticket ticket, string text, IReadOnlyList<Citation> citations, string cited, (string Maker, string? Prompt) by, CancellationToken ct)
    {
        var suggestion = db.Suggestions.Add(new Suggestion
        {
            Id = id,
            TicketId = ticket.Id,
            TicketVersion = ticket.Version,
            Text = text,
            Citations = cited,
            MadeBy = by.Maker,
            Prompt = by.Prompt,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        });
        use.Note(ticket.Id, citations.Select(citation => citation.ArticleId), UseKind.Cited);
        try
        {
            await db.SaveSoonAsync(ct);   // an agent waits; what a power cut takes is suggested again
        }
        catch (DbUpdateException)
        {
            // Another sidebar on the same ticket may have kept it in between; anything else stays a failure.
            suggestion.State = EntityState.Detached;
            foreach (var counted in db.ChangeTracker.Entries<ArticleUse>().ToList()) counted.State = EntityState.Detached;
            if (!await db.Suggestions.AnyAsync(s => s.Id == id, ct)) throw;
        }
    }

    /// <summary>The same words for the same state of a ticket have the same id.</summary>
    private Guid IdOf(Ticket ticket, string text, string cited) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{tenant.Id}\n{ticket.Id}\n{ticket.Version}\n{text}\n{cited}")).AsSpan(0, 16));
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<Citation>))]
internal sealed partial class CitationsJson : JsonSerializerContext;
