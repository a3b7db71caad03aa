using System.Globalization;
using System.Text;
using SupportCopilot.Learning.Text;

namespace SupportCopilot.Questions.Parsing.Words;

/// <summary>Cuts a question into its words. Spaces, control characters, invisible marks and emoji carry none. Linear in the text.</summary>
internal static class WordReader
{
    public static IReadOnlyList<Word> Read(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            var kind = KindAt(text, at, out var length);
            if (kind is Kind.Letter)
            {
                var end = EndOfWord(text, at);
                AddWord(words, text, at, end);
                at = end;
                continue;
            }

            if (kind is Kind.Mark) words.Add(Make(text, at, at + length));
            at += length;
        }

        return words;
    }

    /// <summary>The words of a value as they are compared: folded, single spaces, no marks.</summary>
    public static string Key(string value) => IsPlain(value) ? value.ToLowerInvariant() : string.Join(' ', Read(value).Where(word => !word.IsMark).Select(word => word.Text));

    /// <summary>Whether a value is nothing but plain words with single spaces between them, as most are.</summary>
    private static bool IsPlain(string value)
    {
        for (var i = 0; i < value.Length; i++)
            if (!char.IsAsciiLetterOrDigit(value[i]) && (value[i] != ' ' || i == 0 || i == value.Length - 1 || value[i - 1] == ' ')) return false;
        return true;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (KindAt(text, at, out var length) is Kind.Letter) at += length;
            else if (IsApostrophe(text[at]) && at + 1 < text.Length && KindAt(text, at + 1, out _) is Kind.Letter) at++;
            else if (CharUnicodeInfo.GetUnicodeCategory(text[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) at++;
            else break;
        }

        return at;
    }

    /// <summary>Adds a word, and a possessive as a word of its own: «last week's» says last week.</summary>
    private static void AddWord(List<Word> words, string text, int start, int end)
    {
        var isPossessive = end - start > 2 && text[end - 1] is 's' or 'S' && IsApostrophe(text[end - 2]);
        if (!isPossessive)
        {
            words.Add(Make(text, start, end));
            return;
        }

        words.Add(Make(text, start, end - 2));
        words.Add(Make(text, end - 2, end));
    }

    private static Word Make(string text, int start, int end)
    {
        var raw = text[start..end];
        var folded = IsDash(raw[0]) ? "-" : TextFolding.Fold(raw, keepNumbers: true).Trim();
        return new Word(folded.Length == 0 ? raw : folded, raw, start, end - start);
    }

    private static Kind KindAt(string text, int at, out int length)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            length = 1;   // half of a surrogate pair
            return Kind.Nothing;
        }

        length = rune.Utf16SequenceLength;
        if (Rune.IsLetterOrDigit(rune)) return Kind.Letter;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.SpacingCombiningMark => Kind.Letter,
            UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol when rune.Value != '`' && rune.Value != '^' => Kind.Nothing,
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
                or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => Kind.Nothing,
            _ => Kind.Mark,
        };
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or 'ʼ' or '`' or '´';

    private static bool IsDash(char c) => c is '-' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−';

    private enum Kind
    {
        Nothing,
        Letter,
        Mark,
    }
}
