using System.Net;
using System.Text.RegularExpressions;

namespace ZendeskSimulator.Tickets;

/// <summary>The plain words of a comment that was written as HTML.</summary>
internal static partial class HtmlWords
{
    public static string Plain(string html) => WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(html, "\n"), "")).Trim();

    [GeneratedRegex("<br ?/?>|</p>|</li>|</div>|</h[1-6]>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
