using System.Buffers;

namespace SupportCopilot.Tickets.Text;

/// <summary>
/// Finds where the sentences of a text stand, by punctuation, line breaks and list markers. A line that goes on in lower case after a
/// hard wrap stays one sentence; abbreviations, initials, decimals and step numbers end none. Cost: linear.
/// </summary>
internal static class Sentences
{
    private static readonly SearchValues<char> Enders = SearchValues.Create(".!?…。！？؟");

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "nr", "vs", "e.g", "i.e", "approx", "incl", "fig", "ext",
        "inc", "ltd", "co", "corp", "dept", "ref", "tel", "vol", "art", "z.b", "d.h", "bzw", "ca", "usw", "evtl", "inkl", "ggf", "str", "sr", "sra", "p.ej",
        "jan", "feb", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    };

    /// <summary>Where the sentences stand, in order, without the space around them.</summary>
    public static IReadOnlyList<Range> In(string text)
    {
        var found = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var end = text[i] == '\n' ? LineEnd(text, i) : SentenceEnd(text, start, i);
            if (end < 0) continue;
            Add(text, start, end, found);
            start = end;
            i = Math.Max(i, end - 1);
        }
        Add(text, start, text.Length, found);
        return found;
    }

    /// <summary>The sentences themselves, with the space inside them made single.</summary>
    public static IReadOnlyList<string> Of(string text) => [.. In(text).Select(range => OneLine(text[range]))];

    /// <summary>Whether a line is a step or a bullet.</summary>
    public static bool IsListItem(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.Length < 3) return false;
        if (line[0] is '-' or '*' or '•' or '·' or '–') return char.IsWhiteSpace(line[1]);
        var digits = 0;
        while (digits < line.Length && char.IsAsciiDigit(line[digits])) digits++;
        return digits is 1 or 2 && digits + 1 < line.Length && line[digits] is '.' or ')' && char.IsWhiteSpace(line[digits + 1]);
    }

    /// <summary>A text with every run of space made one blank.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>A line break ends a sentence unless the next line goes on in lower case, as hard-wrapped mail does.</summary>
    private static int LineEnd(string text, int at)
    {
        var rest = text.AsSpan(at + 1);
        var end = rest.IndexOf('\n');
        var next = (end < 0 ? rest : rest[..end]).TrimStart();
        return next.IsEmpty || !char.IsLower(next[0]) || IsListItem(next) ? at + 1 : -1;
    }

    private static int SentenceEnd(string text, int start, int at)
    {
        if (!Enders.Contains(text[at])) return -1;
        if (text[at] is '。' or '！' or '？') return at + 1;
        var after = at + 1;
        while (after < text.Length && text[after] is '"' or '\'' or ')' or ']' or '”' or '’' or '»') after++;
        if (after < text.Length && !char.IsWhiteSpace(text[after])) return -1;
        return text[at] is '.' && IsAbbreviation(text, start, at) ? -1 : after;
    }

    private static bool IsAbbreviation(string text, int start, int dot)
    {
        var word = dot;
        while (word > start && !char.IsWhiteSpace(text[word - 1])) word--;
        var before = text.AsSpan(word, dot - word).TrimStart("(\"'");
        if (before.Length == 1 && char.IsAsciiLetterUpper(before[0]) && before[0] != 'I') return true;   // an initial
        if (text.AsSpan(start, word - start).IsWhiteSpace() && before.Length <= 2 && int.TryParse(before, out _)) return true;   // a step's number
        return Abbreviations.Contains(before.ToString());
    }

    private static void Add(string text, int start, int end, List<Range> found)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) found.Add(start..end);
    }
}
