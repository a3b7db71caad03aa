using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Names;

/// <summary>A word or a number of a text, with what its shape and the dictionaries say.</summary>
internal readonly record struct Word(int Start, int End, bool IsNumber, bool IsCapital, bool IsUpper, Traits Traits)
{
    public int Length => End - Start;

    public bool Is(Traits traits) => (Traits & traits) != 0;
}

/// <summary>A text, cut into words.</summary>
internal sealed class Words(string text, List<Word> all)
{
    public string Text => text;

    public int Count => all.Count;

    public Word this[int at] => all[at];

    public ReadOnlySpan<char> Of(int at) => text.AsSpan(all[at].Start, all[at].Length);

    /// <summary>The first word that begins at a character or after it, by halving.</summary>
    public int FirstFrom(int character)
    {
        var (low, high) = (0, all.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (all[middle].Start < character) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /// <summary>What stands between a word and the one before it; before the first one, what the text begins with.</summary>
    public ReadOnlySpan<char> Before(int at)
    {
        var from = at == 0 ? 0 : all[at - 1].End;
        return text.AsSpan(from, all[at].Start - from);
    }

    /// <summary>What stands between a word and the one after it; after the last one, what the text ends with.</summary>
    public ReadOnlySpan<char> After(int at) => at + 1 < all.Count ? Before(at + 1) : text.AsSpan(all[at].End);

    public static Words Of(string text)
    {
        var all = new List<Word>(text.Length / 6);
        for (var at = 0; at < text.Length;)
        {
            if (char.IsDigit(text[at]))
            {
                var start = at;
                while (at < text.Length && char.IsLetterOrDigit(text[at])) at++;
                all.Add(new(start, at, true, false, false, Traits.None));
            }
            else if (char.IsLetter(text[at]) && !Scripts.HasNoSpaces(text[at]))
            {
                var start = at;
                at = EndOfWord(text, at);
                var word = text.AsSpan(start, at - start);
                all.Add(new(start, at, false, char.IsUpper(word[0]), IsAllUpper(word), WordTraits.Of(word)));
            }
            else at++;
        }
        return new(text, all);
    }

    // «O'Brien» and «d'Angelo» are words; the «'s» of «Anna's» is none of hers.
    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length)
        {
            if (char.IsLetterOrDigit(text[at]) ? !Scripts.HasNoSpaces(text[at]) : char.GetUnicodeCategory(text[at]) is System.Globalization.UnicodeCategory.NonSpacingMark) at++;
            else if (text[at] is '\'' or '’' && at + 2 < text.Length && char.IsLetter(text[at + 1]) && char.IsLetter(text[at + 2]) && text.AsSpan(at + 1, 2) is not ("ll" or "ve" or "re")) at++;
            else break;
        }
        return at;
    }

    private static bool IsAllUpper(ReadOnlySpan<char> word)
    {
        if (word.Length < 2) return false;
        foreach (var letter in word)
            if (char.IsLower(letter)) return false;
        return true;
    }
}
