using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Proposals;

/// <summary>Shows the articles that wait for an expert, the oldest first.</summary>
public sealed class ShowProposals(SupportDbContext db)
{
    private const int Most = 200;

    /// <summary>At most 200.</summary>
    public Task<List<ProposedArticle>> RunAsync(CancellationToken ct) =>
        db.Articles.AsNoTracking().Where(a => !a.IsPublished && (a.Source == Proposal.Correction || a.Source == Proposal.StartSet)).OrderBy(a => a.Id).Take(Most)
            .Select(a => new ProposedArticle(a.Id, a.Source, a.Title, a.Body, a.Language, a.UpdatedAt)).ToListAsync(ct);
}

/// <summary>An article that waits for an expert.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Source">correction or start.</param>
/// <param name="Title">What it is called so far.</param>
/// <param name="Body">Its words; […] marks what is to be filled in.</param>
/// <param name="Language">Two letters (ISO 639-1), where known.</param>
/// <param name="ProposedAt">Since when it waits (UTC).</param>
public sealed record ProposedArticle(long Id, string Source, string Title, string Body, string? Language, DateTime ProposedAt);
