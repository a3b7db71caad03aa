using System.Text.RegularExpressions;
using Markdig;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>How an article was written.</summary>
public enum ArticleFormat
{
    /// <summary>As it looks: HTML where it has tags, else Markdown.</summary>
    Auto = 0,

    /// <summary>Markdown (CommonMark with tables).</summary>
    Markdown = 1,

    /// <summary>HTML.</summary>
    Html = 2,

    /// <summary>Plain text.</summary>
    Text = 3,
}

/// <summary>An article's words as they are stored.</summary>
/// <param name="Title">The title that stands in it, where it has one.</param>
/// <param name="Body">Plain text; headings are lines of their own that begin with #.</param>
public sealed partial record ArticleText(string? Title, string Body)
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().UseYamlFrontMatter().Build();

    /// <summary>Reads what somebody wrote. Markup is understood and then gone: scripts, styles and links' targets do not come along.</summary>
    public static ArticleText Read(string text, ArticleFormat format)
    {
        if (format is ArticleFormat.Auto) format = Tag().IsMatch(text) ? ArticleFormat.Html : ArticleFormat.Markdown;
        if (format is ArticleFormat.Text) return new ArticleText(null, PlainArticle.Read(text));

        var (title, body) = HtmlArticle.Read(format is ArticleFormat.Html ? text : Markdig.Markdown.ToHtml(text, Markdown));
        return new ArticleText(title, body);
    }

    /// <summary>Reads a table's cell, which is HTML where it has tags and plain text else.</summary>
    internal static ArticleText ReadCell(string text) => Read(text, Tag().IsMatch(text) ? ArticleFormat.Html : ArticleFormat.Text);

    private const int LongestTitle = 120;

    /// <summary>The title that stands in it, else its first line where that is short.</summary>
    internal string TitleOr(string otherwise)
    {
        if (Title is not null) return Title;
        var first = Body.Split('\n', 2)[0].TrimStart('#', ' ');
        return first.Length is > 0 and <= LongestTitle ? first : otherwise;
    }

    /// <summary>The body without the first line that became the title.</summary>
    internal string WithoutTitle() =>
        Title is null && Body.Split('\n', 2) is [var first, var rest] && first.TrimStart('#', ' ') == TitleOr("") ? rest.TrimStart('\n') : Body;

    [GeneratedRegex(@"<(?:p|div|h[1-6]|ul|ol|li|br|table|body|html|span|strong|em|b|a)\b[^<>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
