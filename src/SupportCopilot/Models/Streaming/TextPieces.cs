using System.Text;

namespace SupportCopilot.Models.Streaming;

/// <summary>Cuts text that comes in scraps into pieces that can be judged: whole sentences, or whole words with no link or markup left open.</summary>
internal sealed class TextPieces(ModelPieces pieces)
{
    // What runs on for so long without an end is no sentence of ours, and nobody is to wait for it.
    private const int Longest = 2_000;

    private readonly StringBuilder _held = new();

    /// <summary>Takes what came.</summary>
    /// <returns>What is whole by now; null when nothing is.</returns>
    public string? Take(string scrap)
    {
        _held.Append(scrap);
        var text = _held.ToString();
        var end = pieces is ModelPieces.Words ? WordsEnd(text) : SentencesEnd(text);
        if (end == 0 && text.Length > Longest) end = text.LastIndexOf(' ') + 1;
        if (end == 0) return null;
        _held.Remove(0, end);
        return text[..end];
    }

    /// <summary>What is left at the end.</summary>
    public string? Rest()
    {
        var rest = _held.ToString();
        _held.Clear();
        return rest.Length == 0 ? null : rest;
    }

    // A sentence ends before white space: «3.5» and «example.org» do not. What stands in brackets behind it, such as a citation, belongs to it.
    private static int SentencesEnd(string text)
    {
        for (var at = text.Length - 1; at > 0; at--)
        {
            if (text[at] == '\n') return at + 1;
            if (!IsEnd(text, at)) continue;
            var next = at + 1;
            while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
            if (next < text.Length && !MayBeCitation(text, next)) return next;
        }

        return 0;
    }

    private static bool IsEnd(string text, int at) =>
        text[at] is '。' or '！' or '？' || (char.IsWhiteSpace(text[at]) && text[at - 1] is '.' or '!' or '?' or '…' or ']' or ')' && EndsSentence(text, at - 1));

    // «[2]», and what may yet become it; a name in brackets begins the next sentence.
    private static bool MayBeCitation(string text, int at) => text[at] is '[' && (at + 1 == text.Length || char.IsAsciiDigit(text[at + 1]));

    // A closing bracket ends a sentence where one ended before it: «It works. [2]».
    private static bool EndsSentence(string text, int at)
    {
        if (text[at] is not (']' or ')')) return true;
        var open = text.LastIndexOfAny(['[', '('], at);
        if (text[at] == ']' && (open < 0 || !char.IsAsciiDigit(text[open + 1]))) return false;
        var before = open > 0 ? text[..open].TrimEnd() : "";
        return before.Length > 0 && before[^1] is '.' or '!' or '?' or '…' or ']' or ')';
    }

    // «[words](address)» and «<a href>» are one thing each: no end lies within brackets that are or may yet be closed. A lone «<» is a sign.
    private static int WordsEnd(string text)
    {
        var end = 0;
        var open = '\0';
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (open == '\0' && char.IsWhiteSpace(letter)) end = at + 1;
            else if (open == '\0' && letter is '[' or '<' && !(at + 1 < text.Length && char.IsWhiteSpace(text[at + 1]))) open = letter;
            else if ((open == '[' && letter == ']') || (open == '<' && letter == '>')) open = '\0';
        }

        return end;
    }
}
