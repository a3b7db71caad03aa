using SupportCopilot.Questions.Parsing.Lexicon;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Parsing;

/// <summary>A name that was cut in two by a slip: «Glob-ex», «Glo bex». It is offered in one piece, and never taken for it.</summary>
internal static class JoinedWords
{
    private const int Shortest = 5;   // letters of both pieces together; less is rather two words

    /// <summary>The text with two neighbouring unplaced words made one, as far as there is such a value, or one near it.</summary>
    public static IEnumerable<string> Of(string text, IReadOnlyList<string> unplaced, ValueIndex values)
    {
        for (var i = 0; i + 1 < unplaced.Count; i++)
        {
            var start = text.IndexOf(unplaced[i], StringComparison.Ordinal);
            var next = start < 0 ? -1 : text.IndexOf(unplaced[i + 1], start + unplaced[i].Length, StringComparison.Ordinal);
            if (next < 0 || text[(start + unplaced[i].Length)..next] is not ("" or " " or "-" or "'" or "." or "_" or " - ")) continue;
            var key = WordReader.Key(unplaced[i] + unplaced[i + 1]);
            if (key.Length < Shortest) continue;
            IEnumerable<string> whole = values.Find(key).Count > 0 || Phrases.Find(key).Count > 0 ? [key] : values.Near(key, 2);
            foreach (var word in whole) yield return string.Concat(text.AsSpan(0, start), word, text.AsSpan(next + unplaced[i + 1].Length));
        }
    }
}
