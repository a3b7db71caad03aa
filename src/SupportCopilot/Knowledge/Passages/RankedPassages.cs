namespace SupportCopilot.Knowledge.Passages;

/// <summary>A passage with how well it takes up a question; comparable within one ranking only.</summary>
internal sealed record RankedPassage(CutArticle Article, ArticlePassage Passage, double Score);

/// <summary>Passages, best first, and what tells whether the best of them answer.</summary>
internal sealed class RankedPassages(
    IReadOnlyList<RankedPassage> all, IReadOnlyList<AskedTerm> asked, PassageTerms corpus, IReadOnlyList<IReadOnlyList<string>> runs, Func<CutArticle, bool> isNamed)
{
    private readonly IReadOnlySet<string> names = NamedThings.Of(runs);

    // What part of a term a passage answers when it says it in other words, or only its section does.
    private const double InOtherWords = 0.75;
    private const double InTheSection = 0.3;
    private const double UnknownWord = 0.6;   // of the rarity of a word nobody knows: it may be small talk
    private const double UnknownName = 0.8;

    /// <summary>The passages that share anything with the question.</summary>
    public IReadOnlyList<RankedPassage> All => all;

    /// <summary>Whether the question names what the passage's article is about.</summary>
    public bool IsNamed(RankedPassage passage) => isNamed(passage.Article);

    /// <summary>Whether it does so by a word that is written as a name.</summary>
    public bool IsNamedByName(RankedPassage passage) => isNamed(passage.Article) && names.Any(passage.Article.All.Contains);

    /// <summary>Whether the question at least says what kind of thing the passage's article is about: a word of its title.</summary>
    public bool SaysKind(RankedPassage passage) => asked.Any(term => passage.Article.OfTitle.Contains(term.Stem));

    /// <summary>Whether the question holds a name that the passage's article does not know: it may speak of something else then.</summary>
    public bool NamesElse(RankedPassage passage) => names.Any(name => !Knows(passage.Article, name));

    /// <summary>
    /// Whether the question names something that shares a part of its name with what the article is about, and is another
    /// thing: «Naptime 5000 Sleeping Bag» is not the bag of «Alpine 3000 Sleeping Bag».
    /// </summary>
    public bool NamesAnother(RankedPassage passage) =>
        runs.Any(run => run.Any(passage.Article.OfTitle.Contains) && run.Any(name => !Knows(passage.Article, name)));

    /// <summary>
    /// The articles on siblings of the matter («Arctic Explorer Sleeping Bag») that take it up as well, where the question
    /// names none: whose words would hold is not known then.
    /// </summary>
    public IReadOnlyList<CutArticle> SiblingsOf(RankedPassage passage)
    {
        if (isNamed(passage.Article)) return [];
        return [.. all.Where(other => other.Article.Article.Title != passage.Article.Article.Title && other.Score >= AsGood * passage.Score && (AreSiblings(other.Article, passage.Article) || (other.Article.IsManual && passage.Article.IsManual)))
            .Select(other => other.Article).DistinctBy(article => article.Article.Title)];
    }

    private bool Knows(CutArticle article, string name) => article.All.Contains(name) || corpus.KindredOf(name).Any(article.All.Contains);

    private static bool AreSiblings(CutArticle one, CutArticle other) =>
        one.OfTitle.Count(other.OfTitle.Contains) is > 0 and var shared && shared * 2 >= Math.Min(one.OfTitle.Count, other.OfTitle.Count);

    private const double AsGood = 0.7;

    /// <summary>The share of the question that the passage takes up, by rarity, 0–1; words no article knows count as well.</summary>
    public double Coverage(RankedPassage passage) => Coverage([passage]);

    /// <summary>The same of several passages together.</summary>
    public double Coverage(IReadOnlyList<RankedPassage> passages)
    {
        var (held, all) = (0.0, 0.0);
        foreach (var term in asked)
        {
            var share = passages.Max(passage => ShareOf(term, passage));
            if (term.IsPhrase && share == 0) continue;   // small words alone ask for nothing that could be missing
            var weight = WeightOf(term);
            held += weight * share;
            all += weight;
        }
        return all == 0 ? 0 : held / all;
    }

    private double WeightOf(AskedTerm term) =>
        term.IsPhrase ? corpus.OfUnknown / 2
        : corpus.RarityOf(term.Stem) is > 0 and var rarity ? rarity
        : corpus.OfUnknown * (names.Contains(term.Stem) ? UnknownName : UnknownWord);

    private double ShareOf(AskedTerm term, RankedPassage passage)
    {
        if (Holds(term.Stem)) return 1;
        if (corpus.OthersOf(term.Stem).Any(Holds) || corpus.KindredOf(term.Stem).Any(Holds)) return InOtherWords;
        return passage.Passage.OfSection.ContainsKey(term.Stem) ? InTheSection : 0;

        bool Holds(string stem) => passage.Passage.Terms.ContainsKey(stem) || passage.Passage.OfHeading.Contains(stem)
            || passage.Passage.OfChapter.Contains(stem) || passage.Article.OfTitle.Contains(stem);
    }
}
