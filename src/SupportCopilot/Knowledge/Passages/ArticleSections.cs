using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>A section of an article: what stands under one heading.</summary>
/// <param name="Article">The article.</param>
/// <param name="Heading">Its heading, without #; empty above the first one.</param>
/// <param name="Units">Where its sentences and whole lists stand in the article's body, in order; never empty.</param>
internal sealed record ArticleSection(Article Article, string Heading, IReadOnlyList<Range> Units)
{
    /// <summary>The heading one level above it by their #; null where the levels tell nothing.</summary>
    public string? Chapter { get; init; }
}

/// <summary>Cuts articles into sections, and sections into units that a reply may take: a sentence, or a list with the line that leads into it.</summary>
internal static class ArticleSections
{
    /// <summary>The sections that say something. Cost: linear in the body.</summary>
    public static IEnumerable<ArticleSection> Of(Article article)
    {
        var (body, heading, start) = (article.Body, "", 0);
        var above = new Stack<(int Level, string Heading)>();
        foreach (var line in Lines(body, 0, body.Length))
        {
            if (body[line].TrimStart() is not ['#', ..] marked) continue;
            if (Units(body, start, line.Start.Value) is { Count: > 0 } units) yield return Section(units);
            heading = marked.Trim().TrimStart('#').Trim();
            var level = marked.Length - marked.TrimStart('#').Length;
            while (above.Count > 0 && above.Peek().Level >= level) above.Pop();
            above.Push((level, heading));
            start = line.End.Value;
        }
        if (Units(body, start, body.Length) is { Count: > 0 } rest) yield return Section(rest);

        ArticleSection Section(IReadOnlyList<Range> units) => new(article, heading, units) { Chapter = above.Count > 1 ? above.ElementAt(1).Heading : null };
    }

    private static List<Range> Units(string body, int start, int end)
    {
        var units = new List<Range>();
        var (prose, list) = (start, -1);
        foreach (var line in Lines(body, start, end))
        {
            var (text, from, to) = (body[line], line.Start.Value, line.End.Value);
            if (Sentences.IsListItem(text))
            {
                if (list < 0)
                {
                    AddSentences(body, prose, from, units);
                    list = from;
                }
                prose = to;
            }
            else if (list >= 0 && !string.IsNullOrWhiteSpace(text))
            {
                // Indented or unbroken text under an item belongs to it; anything else ends the list.
                if (char.IsWhiteSpace(text[0]) || char.IsLower(text[0]))
                {
                    prose = to;
                    continue;
                }
                AddList(body, list, prose, units);
                (list, prose) = (-1, from);
            }
        }
        if (list >= 0) AddList(body, list, prose, units);
        AddSentences(body, prose, end, units);
        return units;
    }

    private static void AddSentences(string body, int start, int end, List<Range> units)
    {
        foreach (var span in Sentences.In(body[start..end])) units.Add((start + span.Start.Value)..(start + span.End.Value));
    }

    private static void AddList(string body, int start, int end, List<Range> units)
    {
        while (end > start && char.IsWhiteSpace(body[end - 1])) end--;
        if (units.Count > 0 && body[units[^1]].EndsWith(':'))
        {
            start = units[^1].Start.Value;
            units.RemoveAt(units.Count - 1);
        }
        units.Add(start..end);
    }

    private static IEnumerable<Range> Lines(string body, int start, int end)
    {
        while (start < end)
        {
            var next = body.IndexOf('\n', start, end - start);
            var lineEnd = next < 0 ? end : next;
            yield return start..lineEnd;
            start = lineEnd + 1;
        }
    }
}
