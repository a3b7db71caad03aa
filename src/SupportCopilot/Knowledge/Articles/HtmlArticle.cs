using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>
/// Turns a page into stored text: headings as lines that begin with #, list items as lines with their number or a
/// hyphen, table rows as lines. No markup survives, so nothing in it can act.
/// </summary>
internal sealed class HtmlArticle
{
    private readonly StringBuilder _text = new();
    private int _depth;   // of nested lists

    /// <returns>The stored text, and the page's own title (its first h1, else its title element), where it has one.</returns>
    public static (string? Title, string Text) Read(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var heading = page.QuerySelector("h1");
        var title = (heading ?? page.QuerySelector("title"))?.TextContent;
        if (heading is not null && page.QuerySelectorAll("h1").Length == 1) heading.Remove();   // one of many is a section's

        var writer = new HtmlArticle();
        if (page.Body is { } body) writer.Write(body);
        return (string.IsNullOrWhiteSpace(title) ? null : PlainArticle.OneLine(title), PlainArticle.Tidy(writer._text.ToString()));
    }

    private void Write(INode parent)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text) Say(text.Data);
            else if (node is IElement element) Write(element);
        }
    }

    private void Write(IElement element)
    {
        switch (element.LocalName)
        {
            case "script" or "style" or "noscript" or "template" or "nav" or "iframe" or "svg" or "head" or "form" or "button":
                return;
            case "br":
                _text.Append('\n');
                return;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _text.Append("\n\n").Append('#', element.LocalName[1] - '0').Append(' ').Append(PlainArticle.OneLine(element.TextContent)).Append("\n\n");
                return;
            case "ol" or "ul":
                WriteList(element);
                return;
            case "pre":
                _text.Append("\n\n").Append(element.TextContent).Append("\n\n");
                return;
            case "tr":
                _text.Append('\n').AppendJoin(" | ", element.Children.Select(cell => PlainArticle.OneLine(cell.TextContent)).Where(cell => cell.Length > 0));
                return;
            case "p" or "div" or "section" or "article" or "blockquote" or "table" or "dl" or "dt" or "dd" or "figure" or "header" or "footer" or "main":
                _text.Append("\n\n");
                Write((INode)element);
                _text.Append("\n\n");
                return;
            default:
                Write((INode)element);
                return;
        }
    }

    private void WriteList(IElement list)
    {
        var number = int.TryParse(list.GetAttribute("start"), NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 1;
        _text.Append(_depth == 0 ? "\n\n" : "\n");
        foreach (var item in list.Children.Where(child => child.LocalName == "li"))
        {
            _text.Append('\n').Append(' ', 2 * _depth).Append(list.LocalName == "ol" ? $"{number++}. " : "- ");
            _depth++;
            var start = _text.Length;
            Write((INode)item);
            _depth--;
            JoinParagraphs(start);
        }
        _text.Append(_depth == 0 ? "\n\n" : "\n");
    }

    /// <summary>An item whose text stands in paragraphs still begins on the line of its number.</summary>
    private void JoinParagraphs(int start)
    {
        var item = _text.ToString(start, _text.Length - start).Trim('\n', ' ');
        _text.Length = start;
        _text.Append(item.Replace("\n\n", "\n", StringComparison.Ordinal));
    }

    private void Say(string text)
    {
        var words = PlainArticle.OneLine(text);
        if (words.Length == 0)
        {
            if (text.Length > 0 && _text.Length > 0 && !char.IsWhiteSpace(_text[^1])) _text.Append(' ');
            return;
        }
        var atLineStart = _text.Length == 0 || _text[^1] == '\n';
        if (atLineStart) words = words.TrimStart('#', ' ');   // a paragraph that begins with # is no heading
        else if (char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(_text[^1])) _text.Append(' ');
        _text.Append(words);
        if (char.IsWhiteSpace(text[^1])) _text.Append(' ');
    }
}
