using System.Collections.Concurrent;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>
/// Cuts articles into passages: sentences that follow each other under one heading, and lists with what leads into them,
/// up to a length that people read. What was cut is kept while the article stays as it is. Cost: linear in the body.
/// </summary>
internal sealed class CutArticles
{
    private const int LongestProse = 360;   // characters: some three sentences; a question is seldom answered by more
    private const int LongestList = 480;    // steps belong together, as long as people read them
    private const int MostKept = 3_000;     // articles of all tenants, some 10 KB each

    private readonly ConcurrentDictionary<(int Tenant, long Id), (string Title, string Body, CutArticle Cut)> _kept = new();

    /// <summary>The passages of an article.</summary>
    public CutArticle Of(Article article)
    {
        var key = (article.TenantId, article.Id);
        if (_kept.TryGetValue(key, out var kept) && kept.Title == article.Title && kept.Body == article.Body)
            return ReferenceEquals(kept.Cut.Article, article) ? kept.Cut : On(article, kept.Cut);

        var cut = Cut(article);
        if (_kept.Count >= MostKept) _kept.Clear();   // rare, and cheaper than keeping order among readers
        _kept[key] = (article.Title, article.Body, cut);
        return cut;
    }

    /// <summary>The same words on the article as it was just read: its segment or address may have changed.</summary>
    private static CutArticle On(Article article, CutArticle cut) =>
        cut with
        {
            Article = article,
            Passages = [.. cut.Passages.Select(passage => passage with { Article = article })],
            Sections = [.. cut.Sections.Select(section => section with { Section = section.Section with { Article = article } })],
        };

    public static CutArticle Cut(Article article)
    {
        var passages = new List<ArticlePassage>();
        var title = Terms.Of(article.Title);
        var chapter = "";
        var sections = new List<CutSection>();
        foreach (var section in ArticleSections.Of(article))
        {
            if (IsChapter(section.Heading)) chapter = section.Heading;
            var whole = Counted(article.Body[section.Units[0].Start.Value..section.Units[^1].End.Value]);
            var (heading, above) = (Terms.Of(section.Heading), Terms.Of(section.Chapter ?? chapter));
            sections.Add(new CutSection(section, heading, [.. section.Units.Select(unit => Terms.Of(article.Body[unit]))]));
            foreach (var place in Places(article.Body, section.Units))
            {
                var counted = Counted(article.Body[place]);
                passages.Add(new ArticlePassage(article, section.Heading, place)
                {
                    Terms = counted,
                    Length = counted.Values.Sum(),
                    OfHeading = heading,
                    OfChapter = above,
                    OfSection = whole,
                    Distinct = [.. counted.Keys.Concat(heading).Concat(title).Distinct()],
                });
            }
        }
        var all = title.Concat(passages.SelectMany(p => p.Terms.Keys.Concat(p.OfHeading).Concat(p.OfChapter))).ToHashSet();
        return new CutArticle(article, title, all, passages) { OfWhole = Terms.Of($"{article.Title}\n{article.Body}"), Sections = sections };
    }

    private static IEnumerable<Range> Places(string body, IReadOnlyList<Range> units)
    {
        Range? open = null;
        foreach (var unit in units.SelectMany(unit => Fitting(body, unit)))
        {
            if (open is { } before && unit.End.Value - before.Start.Value <= LongestProse)
            {
                open = before.Start..unit.End;
                continue;
            }
            if (open is { } full) yield return full;
            open = unit;
        }
        if (open is { } last) yield return last;
    }

    /// <summary>A list that is too long falls into its items; the line that leads into it goes with the first.</summary>
    private static IEnumerable<Range> Fitting(string body, Range unit)
    {
        var (start, end) = (unit.Start.Value, unit.End.Value);
        if (end - start <= LongestList)
        {
            yield return unit;
            yield break;
        }
        var (from, hasItem) = (start, false);
        for (var line = start; line < end; line = NextLine(body, line, end))
        {
            if (!Sentences.IsListItem(body.AsSpan(line, end - line))) continue;
            if (hasItem)
            {
                yield return Trimmed(body, from, line);
                from = line;
            }
            hasItem = true;
        }
        yield return Trimmed(body, from, end);
    }

    private static int NextLine(string body, int from, int end) => body.IndexOf('\n', from, end - from) is >= 0 and var at ? at + 1 : end;

    private static Range Trimmed(string body, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(body[end - 1])) end--;
        return start..end;
    }

    /// <summary>«3. Cleaning» rather than «3.1 Drying».</summary>
    private static bool IsChapter(string heading)
    {
        var number = heading.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ':').ToArray();
        return number.Length > 0 && new string(number).Trim('.', ':').All(char.IsAsciiDigit);
    }

    private static Dictionary<string, int> Counted(string text)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in Terms.In(text)) counts[term] = counts.GetValueOrDefault(term) + 1;
        return counts;
    }
}
