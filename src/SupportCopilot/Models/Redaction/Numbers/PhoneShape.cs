using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>How a number is written.</summary>
internal readonly record struct PhoneShape
{
    public required int Start { get; init; }

    public required int End { get; init; }

    public required int Digits { get; init; }

    public bool HasPlus { get; private init; }

    public bool HasAreaInBrackets { get; private init; }

    public bool HasExtension { get; private init; }

    public bool BeginsWithZero { get; private init; }

    /// <summary>A letter, an amount's sign or a formula's stands right beside it.</summary>
    public bool IsJoined { get; private init; }

    /// <summary>A date in figures.</summary>
    public bool IsDate { get; private init; }

    /// <summary>An address of a machine, an amount with its thousands, a list of small numbers.</summary>
    public bool IsSomethingElse { get; private init; }

    public int Groups { get; private init; }

    /// <summary>Every group has two to five digits, and they are parted in one way.</summary>
    public bool HasUsualGroups { get; private init; }

    public static PhoneShape Of(string text, NumberRun run)
    {
        var (start, end) = (run.Start, run.End);
        while (start < end && text[start] == '(' && text.IndexOf(')', start, end - start) < 0) start++;
        var span = text.AsSpan(start, end - start);
        Span<int> groups = stackalloc int[32];
        Span<int> values = stackalloc int[32];
        var (count, digits, usual) = (0, 0, true);
        for (var at = 0; at < span.Length; at++)
        {
            if (!char.IsDigit(span[at])) continue;
            if (count == 32) break;
            var from = at;
            var value = 0;
            for (; at < span.Length && char.IsDigit(span[at]); at++) value = unchecked((value * 10) + (int)char.GetNumericValue(span[at]));
            (groups[count], values[count]) = (at - from, value);
            usual &= groups[count] is >= 2 and <= 5 || (count == 0 && groups[0] == 1);
            count++;
            digits += at - from;
        }
        var withExtension = EndOfExtension(text, end);
        return new()
        {
            Start = start,
            End = withExtension,
            Digits = digits,
            HasPlus = span.Length > 1 && (span[0] is '+' or '＋' || (span[0] == '(' && span[1] == '+')),
            HasAreaInBrackets = span.Contains('(') && span.Contains(')'),
            HasExtension = withExtension > end,
            BeginsWithZero = span.IndexOfAnyInRange('0', '9') is >= 0 and var first && span[first] == '0',
            IsJoined = (start > 0 && IsJoinedBefore(text, start)) || (withExtension < text.Length && IsJoinedAfter(text, withExtension)),
            IsDate = IsADate(span, groups[..count], values[..count]),
            IsSomethingElse = count > 8 || IsThousands(span, groups[..count]),
            Groups = count,
            HasUsualGroups = usual,
        };
    }

    private static bool IsJoinedBefore(string text, int start) =>
        Scripts.Joins(text[start - 1]) ? text[start] is not ('+' or '(')
        : text[start - 1] is '#' or '$' or '€' or '£' or '¥' or '*' or '=' or '\\' or '+' or '×' or '<'
        || (text[start - 1] is '-' or '.' or '/' or ':' or '–' && start > 1 && char.IsDigit(text[start - 2]))
        || (text[start - 1] == ',' && start > 1 && char.IsDigit(text[start - 2]) && IsThousand(text, start))
        || (text[start - 1] == '-' && start > 1 && char.IsLetter(text[start - 2]) && (start < 3 || !char.IsLetter(text[start - 3])));

    private static bool IsJoinedAfter(string text, int end) =>
        Scripts.Joins(text[end]) || text[end] is '%' or '€' or '$' or '£' or '°' or '=' or '*' or '+' || (text[end] == ':' && end + 1 < text.Length && char.IsDigit(text[end + 1])) || (text[end] == ',' && IsThousand(text, end + 1));

    private static bool IsThousand(string text, int at) =>
        at + 3 <= text.Length && char.IsDigit(text[at]) && char.IsDigit(text[at + 1]) && char.IsDigit(text[at + 2]) && (at + 3 == text.Length || !char.IsDigit(text[at + 3]) && text[at + 3] != '-');

    // 2026-11-22, 22.11.2026, 11/22/26
    private static bool IsADate(ReadOnlySpan<char> span, ReadOnlySpan<int> groups, ReadOnlySpan<int> values)
    {
        if (groups.Length < 3 || !span.ContainsAny('-', '/', '.')) return false;
        return (groups[0] == 4 && values[0] is >= 1900 and < 2100 && values[1] is >= 1 and <= 12 && groups[1] <= 2 && values[2] is >= 1 and <= 31 && groups[2] <= 2)
            || (groups[0] <= 2 && groups[1] <= 2 && groups[2] is 4 && values[0] <= 31 && values[1] <= 31 && values[2] is >= 1900 and < 2100);
    }

    private static bool IsThousands(ReadOnlySpan<char> span, ReadOnlySpan<int> groups)
    {
        if (groups.Length < 2 || !span.Contains('.') || span.ContainsAny(' ', '-', '/') || span.ContainsAny('(', '+')) return false;
        foreach (var group in groups[1..])
            if (group != 3) return groups.Length == 2;   // one dot: a number with a fraction
        return true;
    }

    // x123, ext. 123, extension 123
    private static int EndOfExtension(string text, int end)
    {
        var at = end;
        if (at < text.Length && text[at] == ' ') at++;
        if (at >= text.Length || (text[at] | 0x20) is not ('x' or 'e')) return end;
        if ((text[at] | 0x20) == 'x') at++;
        else
        {
            var word = text.AsSpan(at);
            if (word.StartsWith("extension", StringComparison.OrdinalIgnoreCase)) at += 9;
            else if (word.StartsWith("ext", StringComparison.OrdinalIgnoreCase)) at += 3;
            else return end;
            if (at < text.Length && text[at] == '.') at++;
        }
        if (at < text.Length && text[at] == ' ') at++;
        var digits = at;
        while (at < text.Length && at - digits < 7 && char.IsAsciiDigit(text[at])) at++;
        return at > digits && (at == text.Length || !Scripts.Joins(text[at])) ? at : end;
    }
}
