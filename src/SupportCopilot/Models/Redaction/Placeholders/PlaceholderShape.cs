namespace SupportCopilot.Models.Redaction.Placeholders;

/// <summary>
/// What a placeholder looks like, in one place for the texts that go out and for the answers that come back:
/// <c>[PERSON_1]</c>, in either case, and the way a model escapes it in Markdown, <c>\[PERSON\_1\]</c>.
/// </summary>
internal readonly record struct PlaceholderShape(int Start, int End)
{
    /// <summary>No placeholder is longer; a stream holds back no more than this.</summary>
    public const int Longest = 40;

    /// <summary>The next one from a place on.</summary>
    public static PlaceholderShape? Next(string text, int from)
    {
        for (var open = text.IndexOf('[', from); open >= 0; open = text.IndexOf('[', open + 1))
        {
            var escaped = open > from && text[open - 1] == '\\';
            if (escaped && EndOf(text, open, escaped: true) is { } escapedEnd) return new(open - 1, escapedEnd);
            if (EndOf(text, open, escaped: false) is { } end) return new(open, end);
        }
        return null;
    }

    /// <summary>As it is written without escapes.</summary>
    public string Plain(string text) => text[Start..End].Replace("\\", "", StringComparison.Ordinal);

    private static int? EndOf(string text, int open, bool escaped)
    {
        var at = open + 1;
        var letters = at;
        while (at < text.Length && at - open < Longest && char.IsAsciiLetter(text[at])) at++;
        if (at == letters) return null;
        if (escaped && at < text.Length && text[at] == '\\') at++;
        if (at >= text.Length || text[at] != '_') return null;
        var digits = ++at;
        while (at < text.Length && at - open < Longest && char.IsAsciiDigit(text[at])) at++;
        if (at == digits) return null;
        if (escaped && (at >= text.Length || text[at++] != '\\')) return null;
        return at < text.Length && text[at] == ']' ? at + 1 : null;
    }
}
