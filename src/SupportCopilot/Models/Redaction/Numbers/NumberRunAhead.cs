namespace SupportCopilot.Models.Redaction.Numbers;

/// <summary>Looks whether a number goes on over its spaces, as a card's or a phone's does.</summary>
internal static class NumberRunAhead
{
    private const int DigitsOfPostcodes = 9;

    public static bool IsLong(string text, int at)
    {
        var digits = 0;
        for (; at < text.Length && (char.IsDigit(text[at]) || text[at] is ' ' or '-' or '.'); at++)
            if (char.IsDigit(text[at])) digits++;
        return digits > DigitsOfPostcodes;
    }
}
