using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>Digits with what people put between them: spaces, hyphens, dots, slashes, brackets, a leading plus.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">After its last character.</param>
/// <param name="Digits">How many digits it has.</param>
internal readonly record struct NumberRun(int Start, int End, int Digits)
{
    private const int Longest = 60;

    /// <summary>The next one from a place on.</summary>
    public static NumberRun? Next(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
            if (Begins(text, at) && From(text, at) is { Digits: > 0 } run) return run;
        return null;
    }

    /// <summary>The same up to its last space; null where it has none.</summary>
    public NumberRun? Shorter(string text)
    {
        var end = text.LastIndexOf(' ', End - 1, End - Start);
        if (end <= Start) return null;
        var digits = 0;
        for (var at = Start; at < end; at++)
            if (char.IsDigit(text[at])) digits++;
        return new(Start, end, digits);
    }

    private static bool Begins(string text, int at)
    {
        if (text[at] is not ('+' or '(' or '＋') && !char.IsDigit(text[at])) return false;
        if (text[at] == '(' && !(at + 1 < text.Length && (char.IsDigit(text[at + 1]) || text[at + 1] is '+' or ' '))) return false;
        return true;
    }

    private static NumberRun From(string text, int start)
    {
        var (end, digits, at) = (start, 0, start);
        for (; at < text.Length && at - start < Longest; at++)
        {
            if (char.IsDigit(text[at]))
            {
                digits++;
                end = at + 1;
            }
            else if (text[at] == ')' && digits > 0) end = at + 1;
            else if (!IsBetween(text, at, start)) break;
        }
        while (end > start && text[end - 1] == ')' && text.AsSpan(start, end - start).Count(')') > text.AsSpan(start, end - start).Count('(')) end--;
        return new(start, Math.Max(end, start + 1), digits);
    }

    // At most two of them in a row, and never the end of a line.
    private static bool IsBetween(string text, int at, int start) =>
        text[at] is ' ' or '\u00A0' or '\u202F' or '-' or '–' or '‑' or '.' or '/' or '(' or '+'
        && (text[at] is not '+' || at == start || text[at - 1] == '(')
        && !(at >= start + 3 && !char.IsDigit(text[at - 1]) && !char.IsDigit(text[at - 2]) && !char.IsDigit(text[at - 3]));

    public bool Touches(string text) =>
        (Start > 0 && Scripts.Joins(text[Start - 1])) || (End < text.Length && Scripts.Joins(text[End]));
}
