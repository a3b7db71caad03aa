namespace SupportCopilot.Knowledge.Passages;

/// <summary>A piece of an article small enough to be quoted, with the terms that find it.</summary>
/// <param name="Article">The article.</param>
/// <param name="Heading">The heading it stands under, without #; empty above the first one.</param>
/// <param name="Place">Where it stands in the article's body.</param>
internal sealed record ArticlePassage(Article Article, string Heading, Range Place)
{
    /// <summary>Its words, exactly as they stand in the article.</summary>
    public string Quote => Article.Body[Place];

    /// <summary>How often each term stands in it.</summary>
    public required IReadOnlyDictionary<string, int> Terms { get; init; }

    /// <summary>Its length in terms.</summary>
    public required int Length { get; init; }

    /// <summary>The terms of its heading.</summary>
    public required IReadOnlySet<string> OfHeading { get; init; }

    /// <summary>The terms of the heading above that one.</summary>
    public required IReadOnlySet<string> OfChapter { get; init; }

    /// <summary>Each term of it, its heading and its article's title, once.</summary>
    public required IReadOnlyList<string> Distinct { get; init; }

    /// <summary>How often each term stands in the whole section: what is said just before and after belongs to it a little.</summary>
    public required IReadOnlyDictionary<string, int> OfSection { get; init; }
}

/// <summary>An article, cut.</summary>
/// <param name="Article">The article.</param>
/// <param name="OfTitle">The terms of its title.</param>
/// <param name="All">Every term in it, title and headings included.</param>
/// <param name="Passages">Its passages, in order.</param>
internal sealed record CutArticle(Article Article, IReadOnlySet<string> OfTitle, IReadOnlySet<string> All, IReadOnlyList<ArticlePassage> Passages)
{
    private const int ManyPassages = 12;

    /// <summary>The terms of its title and body.</summary>
    public required IReadOnlySet<string> OfWhole { get; init; }

    /// <summary>Its sections, with their terms.</summary>
    public required IReadOnlyList<CutSection> Sections { get; init; }

    /// <summary>Whether it is long and on many matters, as manuals are: that it fits a question as a whole says little of one passage.</summary>
    public bool IsManual => Passages.Count >= ManyPassages;
}

/// <summary>A section of an article, with the terms of its parts.</summary>
/// <param name="Section">The section.</param>
/// <param name="OfHeading">The terms of its heading.</param>
/// <param name="OfUnits">The terms of each of its units.</param>
internal sealed record CutSection(ArticleSection Section, IReadOnlySet<string> OfHeading, IReadOnlyList<IReadOnlySet<string>> OfUnits);
