using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>Finds IBANs: two letters, two digits, up to thirty letters and digits, together 1 modulo 97 (ISO 13616).</summary>
internal static class Ibans
{
    private const int Shortest = 15, Longest = 34;

    public static void Find(string text, List<Find> finds)
    {
        for (var at = 0; at + Shortest <= text.Length; at++)
        {
            if (!char.IsAsciiLetter(text[at]) || !char.IsAsciiLetter(text[at + 1]) || !char.IsAsciiDigit(text[at + 2]) || !char.IsAsciiDigit(text[at + 3])) continue;
            if (at > 0 && Scripts.Joins(text[at - 1])) continue;
            if (From(text, at) is not { } end) continue;
            finds.Add(new(at, end, PersonalKind.Iban));
            at = end;
        }
    }

    // The longest one that fits, with a space after each group of four where it is written so.
    private static int? From(string text, int start)
    {
        Span<char> letters = stackalloc char[Longest];
        var count = 0;
        int? found = null;
        for (var at = start; at < text.Length && count < Longest; at++)
        {
            if (text[at] is ' ' or '-' or '\u00A0' && count % 4 == 0 && at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1])) continue;
            if (!char.IsAsciiLetterOrDigit(text[at])) break;
            letters[count++] = char.ToUpperInvariant(text[at]);
            if (count >= Shortest && (at + 1 == text.Length || !Scripts.Joins(text[at + 1])) && IsOneModulo97(letters[..count])) found = at + 1;
        }
        return found;
    }

    private static bool IsOneModulo97(ReadOnlySpan<char> iban)
    {
        var rest = 0;
        for (var at = 0; at < iban.Length; at++)
        {
            var letter = iban[(at + 4) % iban.Length];
            rest = char.IsAsciiDigit(letter) ? ((rest * 10) + letter - '0') % 97 : ((rest * 100) + letter - 'A' + 10) % 97;
        }
        return rest == 1;
    }
}
