using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>
/// Ranks the passages of articles by how well they take up a question: BM25F (Robertson, Zaragoza and Taylor 2004) over
/// passage, heading, chapter, title and section, where a term of the question is also found by what articles say for it
/// and by words of the same beginning. Where the question names what an article is about, that article's passages come
/// first: what another product's manual says is no answer. The weights were set on the tuning questions of the benchmark
/// <c>eshop</c>. Cost: the question's terms times the passages.
/// </summary>
internal static class RankPassages
{
    private const double Saturation = 1.2;
    private const double LengthShare = 0.5;
    private const double ForHeading = 1.2;
    private const double ForChapter = 0.4;
    private const double ForTitle = 1.0;
    private const double ForSection = 0.25;
    private const double ForSynonym = 0.65;
    private const double ForSecondSynonym = 0.3;   // of the first: two of them are better than one
    private const double ForKindred = 0.6;
    private const double WithoutTheName = 0.5;     // what a passage keeps of its score where the question names another article

    /// <param name="articles">The articles to look into.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="said">All that was said, which may name the matter outside the question.</param>
    public static RankedPassages In(IReadOnlyList<CutArticle> articles, string question, string said)
    {
        var terms = AskedTerms.Of(question);
        var corpus = new PassageTerms(articles, terms);
        var runs = NamedThings.RunsIn(said);
        var names = NamedThings.Of(runs);
        var context = Terms.Of(said);
        var named = articles.ToDictionary(article => article, article => (double)corpus.NamedBy(context, names, article));
        var most = named.Values.DefaultIfEmpty().Max();
        var ranked = articles.SelectMany(article => article.Passages.Select(passage =>
        {
            var byName = most == 0 ? 1 : WithoutTheName + ((1 - WithoutTheName) * named[article] / most);
            return new RankedPassage(article, passage, byName * terms.Sum(term => Score(term, article, passage, corpus)));
        }));
        return new RankedPassages([.. ranked.Where(r => r.Score > 0).OrderByDescending(r => r.Score)], terms, corpus, runs, article => named[article] > 0);
    }

    private static double Score(AskedTerm term, CutArticle article, ArticlePassage passage, PassageTerms corpus)
    {
        var best = term.IsPhrase ? 0 : One(term.Stem, article, passage, corpus);
        var (first, second) = (0.0, 0.0);
        foreach (var other in corpus.OthersOf(term.Stem))
        {
            var value = One(other, article, passage, corpus);
            if (value > first) (first, second) = (value, first);
            else if (value > second) second = value;
        }
        best = Math.Max(best, ForSynonym * (first + ForSecondSynonym * second));
        foreach (var kindred in corpus.KindredOf(term.Stem)) best = Math.Max(best, ForKindred * One(kindred, article, passage, corpus));
        return best;
    }

    private static double One(string stem, CutArticle article, ArticlePassage passage, PassageTerms corpus)
    {
        var rarity = corpus.RarityOf(stem);
        if (rarity == 0) return 0;
        var norm = 1 - LengthShare + LengthShare * passage.Length / corpus.AverageLength;
        var frequency = passage.Terms.GetValueOrDefault(stem) / norm
            + (passage.OfHeading.Contains(stem) ? ForHeading : 0)
            + (passage.OfChapter.Contains(stem) ? ForChapter : 0)
            + (article.OfTitle.Contains(stem) ? ForTitle : 0)
            + ForSection * Math.Min(2, passage.OfSection.GetValueOrDefault(stem));
        return rarity * frequency * (Saturation + 1) / (frequency + Saturation);
    }
}
