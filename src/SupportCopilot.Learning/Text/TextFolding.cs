using System.Globalization;
using System.Text;

namespace SupportCopilot.Learning.Text;

/// <summary>Brings spellings of one word together: lower case, no accents, plain quotes, full-width letters as ordinary ones.</summary>
/// <remarks>The tables are our own because the program runs with invariant globalization, under which
/// <see cref="string.Normalize()"/> leaves every non-ASCII character as it is.</remarks>
public static class TextFolding
{
    /// <summary>Characters of a text beyond this are left out: a ticket says what it is about at its beginning, and a pasted log must not cost minutes.</summary>
    public const int MaxCharacters = 20_000;

    private const int ShortestNumberKept = 4; // "24 h" and "404" mean something; order and card numbers only tell tickets apart

    private static readonly Dictionary<char, string> BaseLetters = BuildBaseLetters();

    /// <summary>Folds a text. Cost: linear in its length, at most <see cref="MaxCharacters"/>.</summary>
    /// <param name="text">Any text; control characters become spaces, digits of runs of four or more become 0 unless kept.</param>
    /// <param name="keepNumbers">Leaves long numbers as they are: whoever searches for an order number wants that one.</param>
    /// <returns>The folded text; empty for an empty one.</returns>
    public static string Fold(string text, bool keepNumbers = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var length = Math.Min(text.Length, MaxCharacters);
        var folded = new StringBuilder(length);
        foreach (var c in text.AsSpan(0, length)) Append(folded, c);
        if (!keepNumbers) HideLongNumbers(folded);
        return folded.ToString();
    }

    private static void Append(StringBuilder to, char c)
    {
        if (c is >= '\uFF01' and <= '\uFF5E') c = (char)(c - 0xFEE0); // full-width forms stand in ASCII's order
        if (c < 128)
        {
            to.Append(char.IsControl(c) ? ' ' : char.ToLowerInvariant(c));
            return;
        }
        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) return;
        c = char.ToLowerInvariant(c);
        if (BaseLetters.TryGetValue(c, out var plain)) to.Append(plain);
        else to.Append(char.IsWhiteSpace(c) || char.IsControl(c) ? ' ' : c);
    }

    private static void HideLongNumbers(StringBuilder text)
    {
        // A builder's indexer walks its chunks; this one was sized to hold the text in a single chunk.
        for (var start = 0; start < text.Length; start++)
        {
            if (!char.IsAsciiDigit(text[start])) continue;
            var end = start;
            while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
            if (end - start >= ShortestNumberKept)
                for (var i = start; i < end; i++) text[i] = '0';
            start = end;
        }
    }

    private static Dictionary<char, string> BuildBaseLetters()
    {
        var letters = new Dictionary<char, string>();
        foreach (var pair in "ß=ss æ=ae œ=oe ø=o ð=d þ=th ı=i ’=' ‘=' ʼ=' “=\" ”=\" –=- —=- …=. ﬁ=fi ﬂ=fl".Split(' '))
            letters[pair[0]] = pair[2..];
        Map("àáâãäåāăąǎ", "a");
        Map("çćĉċč", "c");
        Map("ďđ", "d");
        Map("èéêëēĕėęěẽ", "e");
        Map("ĝğġģ", "g");
        Map("ĥħ", "h");
        Map("ìíîïĩīĭįǐ", "i");
        Map("ĵ", "j");
        Map("ķ", "k");
        Map("ĺļľŀł", "l");
        Map("ñńņň", "n");
        Map("òóôõöōŏőǒơ", "o");
        Map("ŕŗř", "r");
        Map("śŝşšș", "s");
        Map("ţťŧț", "t");
        Map("ùúûüũūŭůűųǔư", "u");
        Map("ŵ", "w");
        Map("ýÿŷỳ", "y");
        Map("źżž", "z");
        Map("ạảấầẩẫậắằẳẵặ", "a"); // Vietnamese, which NFC writes as one character each
        Map("ẹẻếềểễệ", "e");
        Map("ỉị", "i");
        Map("ọỏốồổỗộớờởỡợ", "o");
        Map("ụủứừửữự", "u");
        Map("ỵỷỹ", "y");
        return letters;

        void Map(string accented, string plain)
        {
            foreach (var c in accented) letters[c] = plain;
        }
    }
}
