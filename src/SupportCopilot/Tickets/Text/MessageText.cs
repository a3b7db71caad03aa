using System.Text;

namespace SupportCopilot.Tickets.Text;

/// <summary>
/// Frees a message of what is not its writer's words to us: quoted mail, greetings, signatures, device footers, legal
/// notices. Line by line, in time linear in its length.
/// </summary>
public static class MessageText
{
    /// <summary>The writer's own words; the whole message where nothing would be left, as it is then all that was said.</summary>
    public static string Clean(string body)
    {
        var whole = Tidy(body);
        if (whole.Length == 0) return "";

        var lines = QuotedMail.Cut([.. whole.Split('\n')]);
        lines = Footers.Cut(lines);
        lines = Signature.Cut(lines);
        lines = Greeting.Cut(lines);

        var words = Tidy(string.Join('\n', lines));
        return words.Any(char.IsLetterOrDigit) ? words : whole;
    }

    /// <summary>One kind of space and of line break, nothing invisible, no trailing spaces, at most one empty line in a row.</summary>
    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").EnumerateLines())
        {
            var start = tidy.Length;
            foreach (var c in line)
            {
                if (IsInvisible(c)) continue;
                tidy.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }

            while (tidy.Length > start && tidy[^1] == ' ') tidy.Length--;
            if (tidy.Length > start || (tidy.Length > 1 && tidy[^2] != '\n')) tidy.Append('\n');
        }

        return tidy.ToString().Trim('\n');
    }

    private static SpanLineEnumerator EnumerateLines(this string text) => text.AsSpan().EnumerateLines();

    // Zero-width spaces and joiners, soft hyphens, byte-order marks, direction marks: mail programs leave them inside words.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\uFFFC'
        || (char.IsControl(c) && c is not '\t');
}
