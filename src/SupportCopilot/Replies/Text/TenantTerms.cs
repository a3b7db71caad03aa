using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Text;

/// <summary>Gives the term weights of the tenant of the scope, learned from a sample and kept for a while.</summary>
internal sealed class TenantTerms(SupportDbContext db, CurrentTenant tenant, TenantTermsKept kept, TimeProvider clock)
{
    private const int SampledTickets = 1500;   // enough for steady weights, and read in some 50 ms
    private const int SampledArticles = 1000;

    public Task<TermWeights> WeightsAsync(CancellationToken ct) => kept.Weights.OfAsync(tenant.Id, clock, LearnAsync, ct);

    private async Task<TermWeights> LearnAsync(CancellationToken ct)
    {
        var tickets = await db.Comments.AsNoTracking().Where(c => c.Position == 0).OrderByDescending(c => c.Id).Take(SampledTickets)
            .Select(c => c.Body).ToListAsync(ct);
        var articles = await db.Articles.AsNoTracking().Where(a => a.IsPublished).OrderByDescending(a => a.Id).Take(SampledArticles)
            .Select(a => a.Title + "\n" + a.Body).ToListAsync(ct);
        return new TermWeights(tickets.Concat(articles));
    }
}

/// <summary>The weights learned so far, by tenant. They hold single words and their counts, no text.</summary>
internal sealed class TenantTermsKept
{
    public KeptForAWhile<TermWeights> Weights { get; } = new(TimeSpan.FromMinutes(10));   // a new desk fills up while it is being watched
}
