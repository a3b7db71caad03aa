using System.Collections.Frozen;
using System.Text;

namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>
/// Takes accents and shapes off letters by a table of our own: the program runs without the tables of cultures, where
/// <c>string.Normalize</c> leaves everything but ASCII as it is.
/// </summary>
internal static class LettersWithoutSigns
{
    private const string Table =
        "aàáâãäåāăąǎạảấầẩẫậắằẳẵặ cçćĉċč dďđð eèéêëēĕėęěẹẻẽếềểễệ gĝğġģ hĥħ iìíîïĩīĭįıỉị jĵ kķ lĺļľŀł nñńņňŉŋ oòóôõöøōŏőơọỏốồổỗộớờởỡợ rŕŗř sśŝşšșß tţťŧțþ uùúûüũūŭůűųưụủứừửữự wŵẁẃẅ yýÿŷỳỵỷỹ zźżž aæ oœ";

    private static readonly FrozenDictionary<char, char> Plain = Table.Split(' ').SelectMany(row => row[1..].Select(letter => (letter, plain: row[0])))
        .SelectMany(pair => new[] { pair, (letter: char.ToUpperInvariant(pair.letter), plain: char.ToUpperInvariant(pair.plain)) })
        .DistinctBy(pair => pair.letter).ToFrozenDictionary(pair => pair.letter, pair => pair.plain);

    /// <summary>A letter without its accent.</summary>
    public static char Of(char letter) => letter < '\u0080' ? letter : Plain.GetValueOrDefault(letter, letter);

    /// <summary>A word without its accents; marks that follow their letters are dropped.</summary>
    public static string Of(ReadOnlySpan<char> word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var letter in word)
            if (char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.NonSpacingMark) plain.Append(Of(letter));
        return plain.ToString();
    }

    /// <summary>A sign in one of its shapes as the sign itself: full width, bold, italic, encircled Latin letters and digits.</summary>
    public static Rune OfShape(Rune sign) => sign.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new(sign.Value - 0xFEE0),
        0x3000 => new(' '),
        >= 0x1D400 and <= 0x1D6A3 => Letter((sign.Value - 0x1D400) % 52),
        >= 0x1D7CE and <= 0x1D7FF => new('0' + ((sign.Value - 0x1D7CE) % 10)),
        >= 0x24B6 and <= 0x24E9 => Letter((sign.Value - 0x24B6) % 52),
        >= 0x1F130 and <= 0x1F149 => new('A' + sign.Value - 0x1F130),
        >= 0x2460 and <= 0x2468 => new('1' + sign.Value - 0x2460),
        _ => sign,
    };

    private static Rune Letter(int at) => new(at < 26 ? 'A' + at : 'a' + at - 26);
}
