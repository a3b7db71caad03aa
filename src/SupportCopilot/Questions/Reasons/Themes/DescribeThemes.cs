using Microsoft.EntityFrameworkCore;
using SupportCopilot.Clusters;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Reasons.Themes;

/// <summary>Tells each theme: its share, its mood, what became of it, three of its tickets in their customers' words, and what was approved for it.</summary>
internal sealed class DescribeThemes(SupportDbContext db, PickQuotes quotes)
{
    private const int QuotesEach = 3;

    /// <param name="themes">The themes to tell.</param>
    /// <param name="topics">What the question is about.</param>
    /// <param name="now">How many tickets there are in all.</param>
    /// <param name="before">How many there were in the period before; null without one.</param>
    /// <param name="isExplained">Whether a difference is to be explained, of which each theme is a part.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AnswerTheme>> RunAsync(IReadOnlyList<ThemeGroup> themes, IReadOnlyList<Topic> topics, int now, int? before, bool isExplained, CancellationToken ct)
    {
        var told = new List<AnswerTheme>();
        foreach (var theme in themes)
        {
            var scores = theme.Now.Select(ticket => ticket.Score).OfType<double>().ToList();
            var moods = theme.Now.Select(ticket => ticket.Sentiment).OfType<string>().Where(mood => mood.Length > 0).ToList();
            told.Add(new AnswerTheme(theme.Name, theme.Now.Count, now == 0 ? 0 : Math.Round((double)theme.Now.Count / now, 6), theme.From)
            {
                Before = before is null ? null : theme.Before.Count,
                Change = before is null || theme.Before.Count == 0 ? null : Math.Round((double)(theme.Now.Count - theme.Before.Count) / theme.Before.Count, 6),
                Contribution = isExplained && before is { } was && now != was ? Math.Round((double)(theme.Now.Count - theme.Before.Count) / (now - was), 6) : null,
                Sentiment = scores.Count == 0 ? null : Math.Round(scores.Average(), 3),
                Negative = moods.Count == 0 ? null : Math.Round((double)moods.Count(mood => mood.Equals("negative", StringComparison.OrdinalIgnoreCase)) / moods.Count, 6),
                Quotes = await quotes.RunAsync(theme.Now, topics, QuotesEach, ct),
                Recommendation = await ApprovedAsync(theme, ct),
            });
        }

        return told;
    }

    /// <summary>What a product owner approved for the cluster; nothing else is recommended.</summary>
    private async Task<AnswerRecommendation?> ApprovedAsync(ThemeGroup theme, CancellationToken ct)
    {
        if (theme.ClusterId is not { } id) return null;
        var cluster = await db.Clusters.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, ct);
        return cluster is { State: ClusterState.Approved or ClusterState.Published, Resolution: { Length: > 0 } words }
            ? new AnswerRecommendation(words, cluster.State is ClusterState.Published ? "published resolution of the cluster" : "approved resolution of the cluster", $"/api/clusters/{id}")
            : null;
    }
}
