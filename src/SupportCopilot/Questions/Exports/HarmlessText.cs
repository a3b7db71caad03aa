namespace SupportCopilot.Questions.Exports;

/// <summary>
/// Customers' words in a spreadsheet: what begins like a formula would be run by the one who opens it (CSV injection, as the
/// OWASP describes it). An apostrophe before it makes it a text everywhere. Numbers are no texts and stay as they are.
/// </summary>
internal static class HarmlessText
{
    private const string Beginnings = "=+-@\t\r\n＝＋－＠";

    public static string Of(string text)
    {
        var first = text.AsSpan().TrimStart(" \u00A0\uFEFF\u200B").IsEmpty ? '\0' : text.AsSpan().TrimStart(" \u00A0\uFEFF\u200B")[0];
        return text.Length > 0 && (Beginnings.Contains(text[0], StringComparison.Ordinal) || Beginnings.Contains(first, StringComparison.Ordinal)) ? "'" + text : text;
    }
}
