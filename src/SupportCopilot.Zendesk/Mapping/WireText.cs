using System.Globalization;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.Zendesk.Mapping;

/// <summary>Ids and words as they are stored.</summary>
internal static class WireText
{
    public static string Of(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// A comment's words. All endpoints give <c>body</c>, so that one comment reads the same whichever way it came;
    /// the others stand in where it is empty.
    /// </summary>
    public static string Body(string? body, string? plain, string? html)
    {
        if (!string.IsNullOrWhiteSpace(body)) return Lines(body);
        if (!string.IsNullOrWhiteSpace(plain)) return Lines(plain);
        return string.IsNullOrWhiteSpace(html) ? "" : ArticleText.Read(html, ArticleFormat.Html).Body;
    }

    /// <summary>One kind of line break, and no end of a text that cannot be seen.</summary>
    public static string Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd();
}
