using Microsoft.EntityFrameworkCore;
using SupportCopilot.Knowledge;
using SupportCopilot.Learning.Clustering;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Clusters.Finding;

/// <summary>Reads the tickets that are looked at, with their vectors, ready to be compared by what they are about.</summary>
internal static class ReadVectors
{
    /// <summary>The newest so many tickets are looked at; the others keep their places. It bounds memory, at some 0.7 GB, and time.</summary>
    public const int MostTickets = 200_000;

    /// <returns>Null where the index has learned no meanings yet.</returns>
    public static async Task<TicketVectors?> RunAsync(SupportDbContext db, ISearchIndex index, int tenantId, CancellationToken ct)
    {
        var tickets = await db.Tickets.AsNoTracking().Where(t => t.Status != TicketStatus.Deleted)
            .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(MostTickets)
            .Select(t => new { t.Id, t.Effective.Language, t.Channel, t.Given.Category, t.Given.Subcategory }).ToListAsync(ct);
        if (await index.VectorsAsync(tenantId, SearchKind.Ticket, [.. tickets.Select(t => t.Id)], ct) is not { } found) return null;

        var isFine = tickets.Exists(t => t.Subcategory is not null);   // a desk that names subcategories means them
        var marks = tickets.ToDictionary(t => t.Id, t => (Language: t.Language ?? "", Channel: t.Channel ?? "", Label: (isFine ? t.Subcategory : t.Category) ?? ""));
        var vectors = new VectorSet(found.Values, found.Dimensions);
        vectors.Centre([.. found.Ids.Select(id => marks[id].Language)], [.. found.Ids.Select(id => marks[id].Channel)]);
        return new TicketVectors(found.Ids, vectors, [.. found.Ids.Select(id => marks[id].Label)]);
    }
}

/// <summary>Tickets, ready to be grouped.</summary>
/// <param name="Ids">The tickets.</param>
/// <param name="Vectors">Their vectors, freed of what their language and channel have in common.</param>
/// <param name="Labels">Subcategory or, on a desk that has none, category of each, as the desk or a person said (a guess would only repeat what the words say); empty where nobody did.</param>
internal sealed record TicketVectors(IReadOnlyList<long> Ids, VectorSet Vectors, IReadOnlyList<string> Labels);
