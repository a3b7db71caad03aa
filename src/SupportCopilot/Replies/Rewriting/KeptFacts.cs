using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>
/// What a rewriting may neither lose nor add: links, mail addresses, and numbers by their digits alone, since 1,000.50 is
/// 1.000,50 in another language.
/// </summary>
internal static partial class KeptFacts
{
    public static HashSet<string> In(string text)
    {
        var facts = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var rest = Addresses().Replace(text, found =>
        {
            facts.Add(found.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '»', '”', '"', '\''));
            return " ";
        });
        rest = Steps().Replace(rest, "");
        foreach (Match number in Numbers().Matches(rest)) facts.Add(new string([.. number.Value.Where(char.IsDigit)]));
        return facts;
    }

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|co|de|fr|es|app|dev|info|example)\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex Addresses();

    // The number of a step is its place, and changes with the steps.
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex(@"\d(?:[\d.,:/\u00a0\u202f'-]*\d)?")]
    private static partial Regex Numbers();
}
