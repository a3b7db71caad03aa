using System.Collections.Frozen;
using System.Globalization;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>The words of a text that carry meaning, cut to their beginnings, so that «charging» stands on «charge».</summary>
internal static class Stems
{
    private const int Letters = 5;

    // Words that say nothing by themselves, and those with which a reply says whose turn it is.
    private static readonly FrozenSet<string> Empty = FrozenSet.ToFrozenSet((
        "a about after again all also an and any are as at be because been before being both but by can could did do does doing done each either for from further get had has have having he her here him his how i if in into is it its just let like may me might more most must my " +
        "need no nor not now of off on once one only onto or other our out over own please per same shall she should so some still such than thank thanks that the their them then there these they this those through to too under until up upon us very was we were what when where whether which while who " +
        "whom why will with within without would yes yet you your yours yourself s t ll re ve d m don doesn isn aren can't " +
        "der die das und ist nicht sie wir ihr ihre ein eine zu zum zur im in mit auf für von bei den dem des es sich auch oder wenn bitte kann können le la les un une des et est pas vous nous de du que qui dans pour sur en el los las una y es no su sus por con para o os as e em do da il lo gli di che per").Split(' '), StringComparer.Ordinal);

    public static HashSet<string> Of(string plain) => [.. WordsOf(plain).Where(word => !Empty.Contains(word)).Select(Cut)];

    /// <summary>Every word and number, in small letters.</summary>
    public static List<string> WordsOf(string plain)
    {
        var words = new List<string>();
        for (var at = 0; at < plain.Length;)
        {
            var start = at;
            while (at < plain.Length && (char.IsLetterOrDigit(plain[at]) || char.GetUnicodeCategory(plain[at]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)) at++;
            if (at > start) words.Add(plain[start..at].ToLowerInvariant());
            else at++;
        }
        return words;
    }

    /// <summary>The words of a sentence that have to stand somewhere, each as often as it is said.</summary>
    public static List<string> Meant(string plain) => [.. WordsOf(plain).Where(word => !Empty.Contains(word))];

    /// <summary>The words with a capital that do not begin a sentence, cut as the others.</summary>
    public static IEnumerable<string> CapitalsWithin(string plain)
    {
        for (var at = 1; at < plain.Length; at++)
        {
            if (!char.IsUpper(plain[at]) || char.IsLetterOrDigit(plain[at - 1]) || BeginsSentence(plain, at)) continue;
            var end = at;
            while (end < plain.Length && char.IsLetterOrDigit(plain[end])) end++;
            var word = plain[at..end].ToLowerInvariant();
            if (!Empty.Contains(word)) yield return Cut(word);
            at = end - 1;
        }
    }

    private static bool BeginsSentence(string plain, int at)
    {
        var before = plain.AsSpan(0, at).TrimEnd(" \"'(");
        return before.Length == 0 || before[^1] is '.' or '!' or '?' or ':';
    }

    /// <summary>The beginning of a word.</summary>
    public static string Cut(string word) => word.Length <= Letters ? word : word[..Letters];
}
