using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>Makes texts comparable: compatibility forms, one kind of quotation mark, hyphen and space, and links that were written so as not to be seen as such.</summary>
internal static partial class PlainText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in InOneShape(text))
        {
            var one = letter switch
            {
                '“' or '”' or '„' or '«' or '»' or '″' => '"',
                '‘' or '’' or '‚' or '´' or '`' or '′' => '\'',
                '‐' or '‑' or '‒' or '–' or '—' or '−' => '-',
                '。' or '．' or '｡' => '.',
                _ when char.IsWhiteSpace(letter) => ' ',
                _ => letter,
            };
            if (char.GetUnicodeCategory(one) == UnicodeCategory.Format || (one == ' ' && plain.Length > 0 && plain[^1] == ' ')) continue;
            plain.Append(one);
        }
        return Undone(plain.ToString());
    }

    /// <summary>As <see cref="Of"/>, in small letters: for finding one text in another.</summary>
    public static string ForSearch(string text) => Of(text).Trim().ToLowerInvariant();

    // «hxxp://x[.]y», «x (dot) com», «x . com»
    private static string Undone(string text) =>
        SpacedDots().Replace(WrittenDots().Replace(Hxxp().Replace(text, "http"), "."), "$1.$2");

    private static string InOneShape(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) plain.Append(LettersWithoutSigns.OfShape(rune).ToString());   // a lone half becomes U+FFFD
        return plain.ToString();
    }

    [GeneratedRegex(@"\bh(?:xx|\*\*|tt)p(?=s?\s?:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Hxxp();

    [GeneratedRegex(@"\s?[\[({]\s?(?:\.|dot|punkt|point)\s?[\])}]\s?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WrittenDots();

    [GeneratedRegex(@"([a-z0-9])\s?(?:\.|\bdot\b)\s?(com|net|org|xyz|info|biz|io|shop|site|online|top|click|link|ru|cn)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SpacedDots();
}
