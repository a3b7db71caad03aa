namespace SupportCopilot.Models.Redaction.Finding;

/// <summary>Finds mail addresses from their «@» outwards; also the ones that a mail program would refuse, for they name a person all the same.</summary>
internal static class MailAddresses
{
    private const int LongestName = 64, LongestHost = 253;   // RFC 5321

    public static void Find(string text, List<Find> finds)
    {
        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
            if (Around(text, at) is { } find) finds.Add(find);
    }

    /// <summary>The address around an «@», or null.</summary>
    public static Find? Around(string text, int at)
    {
        var start = at;
        while (start > 0 && at - start < LongestName && IsInName(text[start - 1])) start--;
        while (start < at && text[start] is '.' or '-' or '\'' or '/' or '=' or '&') start++;
        if (start == at) return null;

        var end = EndOfHost(text, at + 1);
        return end > at + 1 ? new(start, end, PersonalKind.Email) : null;
    }

    private static int EndOfHost(string text, int start)
    {
        if (start < text.Length && text[start] == '[' && text.IndexOf(']', start, Math.Min(60, text.Length - start)) is > 0 and var close) return close + 1;

        var end = start;
        var lastDot = -1;
        for (var at = start; at < text.Length && at - start < LongestHost; at++)
        {
            if (char.IsLetterOrDigit(text[at]) && !Scripts.HasNoSpaces(text[at])) end = at + 1;
            else if (text[at] == '.' && at > start && text[at - 1] != '.') lastDot = at;
            else if (text[at] != '-') break;
        }
        if (end > 0 && lastDot >= end) lastDot = text.LastIndexOf('.', end - 1, end - start);
        var top = end - lastDot - 1;
        return lastDot > start && top >= 2 && char.IsLetter(text[lastDot + 1]) ? end : start;
    }

    private static bool IsInName(char letter) =>
        (char.IsLetterOrDigit(letter) && !Scripts.HasNoSpaces(letter)) || letter is '.' or '_' or '%' or '+' or '-' or '\'' or '=' or '&' or '/' or '!' or '#' or '~';
}
