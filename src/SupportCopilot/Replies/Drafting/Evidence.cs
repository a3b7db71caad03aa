using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Drafting;

/// <summary>
/// What tells that an article answers a ticket. All are 0–1 except the leads, which are negative for those behind. The
/// coefficients of the likelihood are fitted by Newton's method with a small ridge to the tuning half of <c>reply-quality</c>'s
/// demo desk, with and without its history and (at a quarter of the weight) without its articles, and to the public sets
/// there (at 0.3), then rounded: to change what counts, fit all of them anew.
/// </summary>
internal sealed record Evidence
{
    /// <summary>How alike the meanings are; the share of words where the index has no meanings yet.</summary>
    public double Meaning { get; private init; }

    /// <summary>How alike the customer's terms and the article's are.</summary>
    public double Words { get; private init; }

    /// <summary>The share of the title that the customer's words hold: an article is about its title.</summary>
    public double Title { get; private init; }

    /// <summary>The share of the subject that the article holds: customers name the matter there.</summary>
    public double Subject { get; private init; }

    /// <summary>How well its best passage takes up what is asked.</summary>
    public double Passage { get; private init; }

    /// <summary>How alike the article is to the replies that solved tickets like this one.</summary>
    public double History { get; private init; }

    /// <summary>The share of those replies that are more like this article than like any other found.</summary>
    public double Votes { get; private init; }

    /// <summary>1 where there are such replies: then it tells something that none speaks for the article.</summary>
    public double HasHistory { get; private init; }

    /// <summary>Whether there are enough of them to hold an article against.</summary>
    public bool HasEnoughHistory { get; private init; }

    /// <summary>1 for the one that the search puts first.</summary>
    public double IsFirst { get; private init; }

    /// <summary>By how much it leads the best of the others in meaning, words and history: one of many alike is seldom the one.</summary>
    public double MeaningLead { get; private set; }

    /// <inheritdoc cref="MeaningLead"/>
    public double WordsLead { get; private set; }

    /// <inheritdoc cref="MeaningLead"/>
    public double HistoryLead { get; private set; }

    /// <summary>How likely the article answers the ticket, 0–1.</summary>
    public double Likelihood => 1 / (1 + Math.Exp(-(Base
        + 2.3 * Meaning + 2.3 * Words + 4.5 * Title + 1.1 * Subject + 0.7 * Passage + 0.8 * IsFirst
        + 4.8 * History + 3.3 * Votes - 1.1 * HasHistory
        + 3.4 * MeaningLead + 4.8 * WordsLead + 4.8 * HistoryLead)));

    private const double Base = -4.6;
    private const int EnoughHistory = 3;   // what solved one or two others may have been chance

    /// <summary>The evidence for each of some articles, which are each other's rivals.</summary>
    public static IReadOnlyList<Evidence> Of(IReadOnlyList<FoundArticle> rivals, Concern concern, IReadOnlyList<string> history, TermWeights weights, CutArticles cut)
    {
        var context = Terms.Of(concern.Context);
        var subject = Terms.Of(concern.Subject);
        var replies = history.Select(Terms.Of).Where(terms => terms.Count > 0).ToList();
        var cuts = rivals.Select(found => cut.Of(found.Article)).ToList();
        var articles = cuts.ConvertAll(article => article.OfWhole);
        var speaks = replies.Select(reply => articles.Select(article => weights.Cosine(reply, article)).ToList()).ToList();
        var first = rivals.Select(found => found.Hit.Score).DefaultIfEmpty().Max();

        var evidence = rivals.Select((found, i) => new Evidence
        {
            Meaning = found.Hit.Likeness == 0 ? found.Hit.WordShare : found.Hit.Likeness,
            Words = weights.Cosine(context, articles[i]),
            Title = weights.Share(cuts[i].OfTitle, context),
            Subject = weights.Share(subject, articles[i]),
            Passage = FindPassages.In(cuts[i], concern, weights).FirstOrDefault()?.Score ?? 0,
            History = speaks.Select(said => said[i]).DefaultIfEmpty().Average(),
            Votes = speaks.Select(said => said[i] > 0 && said[i] >= said.Max() ? 1.0 : 0).DefaultIfEmpty().Average(),
            HasHistory = speaks.Count > 0 ? 1 : 0,
            HasEnoughHistory = speaks.Count >= EnoughHistory,
            IsFirst = found.Hit.Score >= first ? 1 : 0,
        }).ToList();
        for (var i = 0; i < evidence.Count; i++)
        {
            var own = evidence[i];
            own.MeaningLead = Lead(evidence, i, other => other.Meaning);
            own.WordsLead = Lead(evidence, i, other => other.Words);
            own.HistoryLead = Lead(evidence, i, other => other.History);
        }
        return evidence;
    }

    private static double Lead(List<Evidence> all, int own, Func<Evidence, double> of) =>
        of(all[own]) - all.Where((_, i) => i != own).Select(of).DefaultIfEmpty().Max();
}
