using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Replies.Text;

namespace SupportCopilot.Replies.Drafting;

/// <summary>An article with how likely it answers the ticket, 0–1.</summary>
/// <param name="Article">The article.</param>
/// <param name="Likelihood">How likely.</param>
/// <param name="OfTitle">The share of its title that the customer's words hold, 0–1.</param>
/// <param name="Solving">How alike it is to what solved tickets like this one, 0–1; null where too few were solved to tell.</param>
internal sealed record WeighedArticle(Article Article, double Likelihood, double OfTitle, double? Solving);

/// <summary>
/// Weighs how likely each article found answers the ticket: a logistic regression (Cox 1958) over what <see cref="Evidence"/>
/// tells. Its coefficients are fixed in <see cref="Evidence"/>. Cost: linear in the text of the articles looked at.
/// </summary>
internal static class WeighArticles
{
    private const int MostByWords = 6;     // what stands further down shares words by chance
    private const int MostByHistory = 4;

    /// <param name="near">Articles found, in any order; they are each other's rivals.</param>
    /// <param name="concern">What the customer waits to hear.</param>
    /// <param name="history">The desk's replies that solved tickets like this one.</param>
    /// <param name="weights">How telling each term is.</param>
    /// <param name="cut">Cuts articles.</param>
    /// <returns>The likeliest first.</returns>
    public static IReadOnlyList<WeighedArticle> Run(IEnumerable<FoundArticle> near, Concern concern, IReadOnlyList<string> history, TermWeights weights, CutArticles cut)
    {
        var all = near.ToList();
        List<FoundArticle> rivals =
        [
            .. all.Where(found => found.Hit.Score > 0).OrderByDescending(found => found.Hit.Score).Take(MostByWords)
                .Union(all.Where(found => found.ByHistory.Score > 0).OrderByDescending(found => found.ByHistory.Score).Take(MostByHistory)),
        ];
        var evidence = Evidence.Of(rivals, concern, history, weights, cut);
        return [.. rivals.Select((found, i) => new WeighedArticle(found.Article, evidence[i].Likelihood, evidence[i].Title, evidence[i].HasEnoughHistory ? evidence[i].History : null)).OrderByDescending(weighed => weighed.Likelihood)];
    }
}
