using System.Text;
using System.Text.RegularExpressions;

namespace SupportCopilot.Knowledge.Articles;

/// <summary>Turns plain text, such as the text of a PDF manual, into stored text.</summary>
internal static partial class PlainArticle
{
    /// <summary>Numbered and underlined titles become headings; contents pages, page numbers and page footers go.</summary>
    public static string Read(string text)
    {
        var lines = Tidy(text).Split('\n');
        var kept = new List<string>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (DotLeaders().IsMatch(lines[i]) || PageFooter().IsMatch(lines[i]) || OnlyNumbers().IsMatch(lines[i])) continue;
            if (Underline().IsMatch(lines[i]) && kept.Count > 0 && kept[^1].Length is > 0 and <= LongestHeading)
            {
                kept[^1] = $"# {kept[^1].TrimStart('#', ' ')}";
                continue;
            }
            kept.Add(IsNumberedTitle(lines, i) ? $"# {lines[i].Trim()}" : lines[i]);
        }
        return Tidy(string.Join('\n', kept));
    }

    /// <summary>One kind of line break and of space, no control characters, at most one empty line in a row.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var start = tidy.Length;
            foreach (var c in line.TrimEnd())
            {
                if (char.IsControl(c) && c != '\t' || c is '\u200B' or '\u00AD' or '\uFEFF') continue;
                tidy.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
            if (tidy.Length > start || (tidy.Length > 1 && tidy[^2] != '\n')) tidy.Append('\n');
        }
        return tidy.ToString().Trim('\n');
    }

    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private const int LongestHeading = 80;

    /// <summary>«2.1: Attaching the light» with an empty line on both sides; a step of a list goes on below or ends in a full stop.</summary>
    private static bool IsNumberedTitle(string[] lines, int at) =>
        lines[at].Length <= LongestHeading && NumberedTitle().IsMatch(lines[at])
        && (at == 0 || lines[at - 1].Length == 0) && (at == lines.Length - 1 || lines[at + 1].Length == 0);

    [GeneratedRegex(@"^\s*\d{1,2}(?:\.\d{1,2})*[.:)]?\s+\p{Lu}[^.!?;:]*$")]
    private static partial Regex NumberedTitle();

    [GeneratedRegex(@"(?:\. ?){5,}|(?:_ ?){5,}|…{3,}")]
    private static partial Regex DotLeaders();

    [GeneratedRegex(@"^\s*(?:(?:\(c\)|©)\s.{0,60}\s\d{1,4}|(?:page|seite|p\.)\s*\d{1,4}(?:\s*(?:of|von|/)\s*\d{1,4})?)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex PageFooter();

    [GeneratedRegex(@"^\s*\d+(?:\s+\d+)*\s*$")]
    private static partial Regex OnlyNumbers();

    [GeneratedRegex(@"^\s*(?:={3,}|-{3,})\s*$")]
    private static partial Regex Underline();
}
