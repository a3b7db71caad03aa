using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Knowledge.Proposals;

/// <summary>What an expert says of a proposed article.</summary>
/// <param name="ArticleId">The proposal.</param>
/// <param name="Publish">Whether replies may use it from now on; else it is gone.</param>
/// <param name="Title">Its title; an expert's own words, since a proposal is called as a customer called their ticket.</param>
/// <param name="Body">Its words, where they are to be others; plain text with headings as lines that begin with #.</param>
/// <param name="Segment">public, restricted or internal.</param>
/// <param name="Language">Two letters (ISO 639-1), where known.</param>
public sealed record ProposalDecision(long ArticleId, bool Publish, string? Title, string? Body, string? Segment, string? Language);

/// <summary>Publishes or rejects what agents' corrections and the start set propose. Only an expert's word makes it knowledge.</summary>
public sealed class DecideProposal(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    private const int LongestTitle = 500;

    /// <returns>Null when done; else what is wrong, in words.</returns>
    /// <exception cref="KeyNotFoundException">There is no proposal of that number.</exception>
    public async Task<string?> RunAsync(ProposalDecision decision, CancellationToken ct)
    {
        var article = await db.Articles.SingleOrDefaultAsync(a => a.Id == decision.ArticleId && !a.IsPublished && (a.Source == Proposal.Correction || a.Source == Proposal.StartSet), ct)
            ?? throw new KeyNotFoundException("There is no proposal of that number.");
        if (decision.Publish)
        {
            if (Refusal(article, decision) is { } refused) return refused;
            Publish(article, decision);
        }
        else
        {
            db.Articles.Remove(article);
        }
        db.Audit.Add(new AuditEntry
        {
            At = clock.GetUtcNow().UtcDateTime,
            PersonId = caller.Value?.PersonId,
            Action = decision.Publish ? "article.publish" : "article.reject",
            Subject = $"article/{article.Id}",
            Detail = $"proposed by {article.Source}, segment {article.Segment}",
        });
        await db.SaveChangesAsync(ct);
        return null;
    }

    private static string? Refusal(Article article, ProposalDecision decision)
    {
        if (string.IsNullOrWhiteSpace(decision.Title)) return "Give the article a title of your own: the proposal is called as a customer called their ticket.";
        if (decision.Title.Trim().Length > LongestTitle) return $"The title has more than {LongestTitle} characters.";
        var body = decision.Body ?? article.Body;
        if (string.IsNullOrWhiteSpace(body)) return "The article has no words.";
        return body.Contains(Proposal.Blank, StringComparison.Ordinal) ? $"There are blanks left ({Proposal.Blank}): fill in what holds at your desk." : null;
    }

    private void Publish(Article article, ProposalDecision decision)
    {
        article.Title = decision.Title!.Trim();
        article.Body = (decision.Body ?? article.Body).ReplaceLineEndings("\n").Trim();
        article.Segment = decision.Segment ?? ArticleSegment.Public;
        article.Language = decision.Language ?? article.Language;
        article.IsPublished = true;
        article.OwesIndex = true;
        article.UpdatedAt = clock.GetUtcNow().UtcDateTime;
    }
}

/// <summary>Where proposals come from.</summary>
public static class Proposal
{
    /// <summary>An agent's correction of a suggested reply.</summary>
    public const string Correction = "correction";

    /// <summary>The ten articles for a new desk.</summary>
    public const string StartSet = "start";

    /// <summary>What an expert has to fill in before it is published.</summary>
    public const string Blank = "[…]";
}
