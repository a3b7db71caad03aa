using System.Text.RegularExpressions;

namespace SupportCopilot.Replies.Text;

/// <summary>
/// What a model's words may neither lose nor add: links and mail addresses, and numbers by their digits alone, since 1,000.50
/// is 1.000,50 in another language.
/// </summary>
internal static partial class KeptFacts
{
    /// <summary>Both.</summary>
    public static HashSet<string> In(string text) => new(Addresses(text).Concat(Numbers(text)), StringComparer.OrdinalIgnoreCase);

    /// <summary>The links and addresses, without the punctuation behind them.</summary>
    public static HashSet<string> Addresses(string text) =>
        new(AddressPattern().Matches(text).Select(found => found.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', '»', '”', '"', '\'', '\u3002')), StringComparer.OrdinalIgnoreCase);

    /// <summary>The digits of each number that stands outside links and is no step's.</summary>
    public static HashSet<string> Numbers(string text) =>
        [.. NumberPattern().Matches(StepPattern().Replace(AddressPattern().Replace(text, " "), "")).Select(number => new string([.. number.Value.Where(char.IsDigit)]))];

    [GeneratedRegex(@"\b(?:[a-z][a-z0-9+.-]*://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b(?:[a-z0-9-]+\.)+[a-z]{2,12}\b(?:/\S*)?", RegexOptions.IgnoreCase)]
    private static partial Regex AddressPattern();

    // The number of a step is its place, and changes with the steps.
    [GeneratedRegex(@"^\s*\d{1,2}[.)]\s", RegexOptions.Multiline)]
    private static partial Regex StepPattern();

    [GeneratedRegex(@"\d(?:[\d.,:/\u00a0\u202f'-]*\d)?")]
    private static partial Regex NumberPattern();
}
