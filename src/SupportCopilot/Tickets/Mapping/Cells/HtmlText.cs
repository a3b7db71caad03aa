using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SupportCopilot.Tickets.Mapping.Cells;

/// <summary>
/// The text of an HTML body: scripts, styles and pictures go, entities are read, paragraphs end lines, and quoted mail is
/// marked line by line with <c>&gt;</c>, so that it can be told from what the writer says. Text that is no HTML stays as it is.
/// </summary>
public static partial class HtmlText
{
    private static readonly HtmlParser Parser = new();
    private static readonly HashSet<string> Left = ["script", "style", "head", "title", "img", "svg", "object", "iframe", "noscript", "template"];
    private static readonly HashSet<string> Blocks = ["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "section", "article", "pre", "hr"];

    /// <summary>The text of a body that may be HTML.</summary>
    public static string Of(string cell)
    {
        var text = cell.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("\0", "", StringComparison.Ordinal);
        if (!text.Contains('<', StringComparison.Ordinal) || !Tag().IsMatch(text)) return text.Trim();
        var into = new StringBuilder(text.Length);
        var document = Parser.ParseDocument(text);
        Write(document.DocumentElement, into, isPre: !Structure().IsMatch(text));
        return ManyLines().Replace(SpacesAtEnd().Replace(into.ToString(), "\n"), "\n\n").Trim();
    }

    private static void Write(INode node, StringBuilder into, bool isPre)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words) into.Append(isPre ? words.Data.Replace('\u00A0', ' ') : Inline(words.Data, into));
            if (child is not IElement element || Left.Contains(element.LocalName)) continue;
            if (element.LocalName == "br") into.Append('\n');
            else if (IsQuote(element)) WriteQuote(element, into);
            else WriteElement(element, into, isPre);
        }
    }

    private static void WriteElement(IElement element, StringBuilder into, bool isPre)
    {
        var isBlock = Blocks.Contains(element.LocalName);
        if (isBlock) EndLine(into);
        if (element.LocalName == "li") into.Append("- ");
        Write(element, into, isPre || element.LocalName == "pre");
        if (element.LocalName is "td" or "th") into.Append(' ');
        if (isBlock) EndLine(into);
    }

    private static void WriteQuote(IElement element, StringBuilder into)
    {
        var quoted = new StringBuilder();
        Write(element, quoted, isPre: false);
        EndLine(into);
        foreach (var line in quoted.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) into.Append("> ").Append(line).Append('\n');
    }

    private static bool IsQuote(IElement element) =>
        element.LocalName == "blockquote" || element.ClassList.Contains("gmail_quote") || element.ClassList.Contains("yahoo_quoted")
        || element.ClassList.Contains("zd_quoted") || element.Id is "divRplyFwdMsg" or "appendonsend";

    private static string Inline(string data, StringBuilder into)
    {
        var words = Spaces().Replace(data, " ").Replace('\u00A0', ' ');
        return (into.Length == 0 || into[^1] is '\n' or ' ') ? words.TrimStart() : words;
    }

    private static void EndLine(StringBuilder into)
    {
        if (into.Length > 0 && into[^1] != '\n') into.Append('\n');
    }

    [GeneratedRegex(@"</?(p|div|br|span|b|i|u|a|html|body|head|style|script|table|tr|td|ul|ol|li|img|strong|em|blockquote|h[1-6]|font|pre|code)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"<(p|div|br|html|body|table|li|h[1-6]|blockquote)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Structure();

    [GeneratedRegex(@"[ \t\r\n\f]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[ \t]+\n")]
    private static partial Regex SpacesAtEnd();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex ManyLines();
}
