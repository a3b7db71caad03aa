using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Text;

/// <summary>Tells plain text from what a reader's program would make something else of.</summary>
internal static partial class PlainWords
{
    /// <summary>Whether a text holds HTML, a Markdown link or image, or a character that nobody sees.</summary>
    public static bool HasMarkup(string text) => Markup().IsMatch(text);

    // Cf are the invisible ones; the joiners are letters' own in Persian and Indic scripts.
    [GeneratedRegex(@"</?[a-zA-Z!]|!?\[[^\]]*\]\(|[\p{Cf}\p{Co}\p{Cn}-[\u200c\u200d]]|[\p{Cc}-[\n\t]]")]
    private static partial Regex Markup();
}
