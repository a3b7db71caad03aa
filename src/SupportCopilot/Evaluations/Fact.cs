namespace SupportCopilot.Evaluations;

/// <summary>
/// Whether a text says something, told by its words and by nobody's judgement: every word of the fact begins a word of the
/// text, in any order and any case; of words with a stroke between them one does.
/// </summary>
internal static class Fact
{
    public static bool IsIn(string fact, string text) => fact.Split(' ', StringSplitOptions.RemoveEmptyEntries).All(words => words.Split('/').Any(word => Begins(word, text)));

    private static bool Begins(string word, string text)
    {
        for (var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }
}
