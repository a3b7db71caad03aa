using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>Tells payment cards: 12 to 19 digits whose last one is Luhn's (ISO/IEC 7812-1).</summary>
internal static class Cards
{
    public static Find? CoveredBy(string text, NumberRun run, Sense sense)
    {
        Span<char> digits = stackalloc char[64];
        var (start, count) = (run.Start, 0);
        var end = start;
        for (var at = run.Start; at < run.End; at++)
        {
            if (!char.IsDigit(text[at]))
            {
                if (text[at] is ' ' or '-' or '\u00A0' && count > 0) continue;
                if (IsCard(digits[..count], sense)) break;
                (count, start) = (0, at + 1);
                continue;
            }
            if (count == 0) start = at;
            digits[count++] = (char)('0' + (int)char.GetNumericValue(text[at]));
            end = at + 1;
        }
        if (!IsCard(digits[..count], sense) || (start > 0 && Scripts.Joins(text[start - 1])) || (end < text.Length && Scripts.Joins(text[end]))) return null;
        return new(start, end, PersonalKind.Card);
    }

    // A number of an order that passes Luhn by chance is one in ten: it stays, unless it is one that a card's maker gives out.
    private static bool IsCard(ReadOnlySpan<char> digits, Sense sense) =>
        digits.Length is >= 12 and <= 19 && (sense == Sense.Card
            ? digits.Length >= 13 || PassesLuhn(digits)   // with a slip of the pen it is a card still
            : PassesLuhn(digits) && digits[0] != '0' && (sense is not (Sense.Thing or Sense.Phone) || IsIssued(digits)));

    private static bool IsIssued(ReadOnlySpan<char> digits) => digits.Length switch
    {
        14 => digits is ['3', '0' or '6' or '8', ..],
        15 => digits is ['3', '4' or '7', ..],
        16 => digits[0] is '4' or '5' or '2' or '6' || digits is ['3', '5', ..],
        _ => false,
    };

    private static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var at = 0; at < digits.Length; at++)
        {
            var digit = digits[^(at + 1)] - '0';
            if (at % 2 == 1) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }
        return sum % 10 == 0;
    }
}
